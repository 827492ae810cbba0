// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Base, IEscrow} from "./Base.sol";

/// @notice Takes one percent of every transfer.
contract FeeToken is ERC20("Fee", "FEE") {
    function mint(address to, uint256 units) external {
        _mint(to, units);
    }

    function _update(address from, address to, uint256 units) internal override {
        if (from == address(0) || to == address(0)) return super._update(from, to, units);
        super._update(from, address(0xFEE), units / 100);
        super._update(from, to, units - units / 100);
    }
}

/// @notice Returns nothing, as USDT does.
contract SilentToken {
    mapping(address => uint256) public balanceOf;

    function mint(address to, uint256 units) external {
        balanceOf[to] += units;
    }

    function transferFrom(address from, address to, uint256 units) external {
        balanceOf[from] -= units;
        balanceOf[to] += units;
    }

    function transfer(address to, uint256 units) external {
        balanceOf[msg.sender] -= units;
        balanceOf[to] += units;
    }
}

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

    function test_tokenThatTakesAFeeIsRefused() public {
        FeeToken fee = new FeeToken();
        bytes32 id = escrow.createAccount(address(fee), "x");
        fee.mint(address(this), 100);
        fee.approve(address(escrow), 100);
        refuses(IEscrow.ShortTransfer.selector, abi.encode(100, 99));
        escrow.deposit(id, 100);
    }

    function test_tokenThatReturnsNothingWorks() public {
        SilentToken silent = new SilentToken();
        bytes32 id = escrow.createAccount(address(silent), "x");
        silent.mint(address(this), 100);
        escrow.deposit(id, 100);
        same(balanceOf(id), 100, "balance");
    }

    function testFuzz_anyoneMayDepositForAnyone(uint96 units) public {
        vm.assume(units > 0);
        uint256 before = balanceOf(account);
        fund(account, units);
        same(balanceOf(account), before + units, "balance");
        solvent();
    }
}
