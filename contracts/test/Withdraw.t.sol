// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow} from "./Base.sol";

contract WithdrawTest is Base {
    function request(uint256 units) private {
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(units));
    }

    function test_onlyTheOwnerWithdraws() public {
        request(1);
        refuses(IEscrow.NotOwner.selector, abi.encode(account, stranger));
        vm.prank(stranger);
        escrow.withdraw(account, stranger);
    }

    function test_nothingIsSentToTheZeroAddress() public {
        request(1);
        refuses(IEscrow.ZeroAddress.selector);
        vm.prank(owner);
        escrow.withdraw(account, address(0));
    }

    function test_withdrawalNeedsARequest() public {
        refuses(IEscrow.NoWithdrawal.selector, abi.encode(account));
        vm.prank(owner);
        escrow.withdraw(account, owner);
    }

    function test_cancelledRequestIsNone() public {
        request(1);
        request(0);
        refuses(IEscrow.NoWithdrawal.selector, abi.encode(account));
        vm.prank(owner);
        escrow.withdraw(account, owner);
    }

    function test_notBeforeTheDelay() public {
        request(1);
        uint256 from = block.timestamp + WITHDRAWAL;
        later(WITHDRAWAL - 1);
        refuses(IEscrow.TooEarly.selector, abi.encode(from));
        vm.prank(owner);
        escrow.withdraw(account, owner);
    }

    function test_lockMadeAfterTheRequestStays() public {
        request(100 * ONE);
        later(WITHDRAWAL);
        openJob();
        vm.prank(owner);
        escrow.withdraw(account, owner);
        same(token.balanceOf(owner), 85 * ONE, "withdrawn");
        same(lockedOf(account), 15 * ONE, "locked");
        solvent();
    }

    function testFuzz_whatWasRequestedIsPaidOnce(uint96 units) public {
        units = uint96(1 + units % (100 * ONE));
        request(units);
        later(WITHDRAWAL);
        vm.prank(owner);
        escrow.withdraw(account, bob);
        same(token.balanceOf(bob), units, "withdrawn");
        same(balanceOf(account), 100 * ONE - units, "left");
        refuses(IEscrow.NoWithdrawal.selector, abi.encode(account));
        vm.prank(owner);
        escrow.withdraw(account, bob);
    }
}
