// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow} from "./Base.sol";

contract DepositTest is Base {
    function test_unknownAccountIsRefused() public {
        refuses(IEscrow.NoAccount.selector, abi.encode(bytes32("none")));
        escrow.deposit("none", 1);
    }

    function test_zeroUnitsAreRefused() public {
        refuses(IEscrow.ZeroUnits.selector);
        escrow.deposit(account, 0);
    }

    function test_moreThanFitsIsRefused() public {
        uint256 most = type(uint96).max;
        refuses(IEscrow.AmountTooLarge.selector, abi.encode(most + 1, most));
        escrow.deposit(account, most + 1);
    }

    function testFuzz_anyoneMayDepositForAnyone(uint96 units) public {
        vm.assume(units > 0);
        uint256 before = balanceOf(account);
        fund(account, units);
        same(balanceOf(account), before + units, "balance");
        solvent();
    }
}
