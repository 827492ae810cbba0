// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow} from "./Base.sol";

contract RequestWithdrawalTest is Base {
    function request(uint256 units) private {
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(units));
    }

    function test_unknownAccountHasNothingToWithdraw() public {
        refuses(IEscrow.NoAccount.selector, abi.encode(bytes32("none")));
        vm.prank(owner);
        escrow.requestWithdrawal("none", 1);
    }

    function test_onlyTheOwnerRequests() public {
        refuses(IEscrow.NotOwner.selector, abi.encode(account, spender));
        vm.prank(spender);
        escrow.requestWithdrawal(account, 1);
    }

    function test_moreThanTheFreeBalanceIsRefused() public {
        openJob();
        refuses(IEscrow.NotEnoughFunds.selector, abi.encode(85 * ONE + 1, 85 * ONE));
        request(85 * ONE + 1);
    }

    function test_secondRequestStartsTheDelayAnew() public {
        request(1);
        later(WITHDRAWAL - 1);
        request(2);
        later(1);
        refuses(IEscrow.TooEarly.selector, abi.encode(block.timestamp + WITHDRAWAL - 1));
        vm.prank(owner);
        escrow.withdraw(account, owner);
    }

    function test_zeroTakesTheRequestBack() public {
        request(100 * ONE);
        request(0);
        IEscrow.Account memory a = escrow.accountOf(account);
        truth(a.withdrawalUnits == 0 && a.withdrawalAt == 0, "request");
        same(balanceOf(account), 100 * ONE, "balance");
    }

    function testFuzz_requestMovesNothingAndWaits(uint96 units) public {
        units = uint96(1 + units % (100 * ONE));
        request(units);
        IEscrow.Account memory a = escrow.accountOf(account);
        same(a.withdrawalUnits, units, "asked for");
        same(a.withdrawalAt, block.timestamp + WITHDRAWAL, "from");
        same(balanceOf(account), 100 * ONE, "balance");
        solvent();
    }
}
