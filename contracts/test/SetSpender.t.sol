// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Intent} from "./Base.sol";

contract SetSpenderTest is Base {
    function test_unknownAccountIsRefused() public {
        refuses(IEscrow.NoAccount.selector, abi.encode(bytes32("none")));
        escrow.setSpender("none", spender, 1, 1, 1);
    }

    function test_onlyTheOwnerSetsSpenders() public {
        refuses(IEscrow.NotOwner.selector, abi.encode(account, spender));
        vm.prank(spender);
        escrow.setSpender(account, spender, 1, 1, 1);
    }

    function test_zeroAddressIsNoSpender() public {
        refuses(IEscrow.ZeroAddress.selector);
        vm.prank(owner);
        escrow.setSpender(account, address(0), 1, 1, 1);
    }

    function test_newCapsDoNotOpenASecondDay() public {
        open(intention("a"));
        open(intention("b"));
        vm.prank(owner);
        escrow.setSpender(account, spender, uint96(50 * ONE), uint96(40 * ONE), uint40(block.timestamp + 1 days));
        Intent memory third = intention("c");
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(third));
        refuses(IEscrow.CapPerDayExceeded.selector, abi.encode(15 * ONE, 10 * ONE));
        escrow.open(third, spender, signature, 0);
    }

    function testFuzz_capsAreStored(address who, uint96 perJob, uint96 perDay, uint40 expires) public {
        vm.assume(who != address(0));
        vm.prank(owner);
        escrow.setSpender(account, who, perJob, perDay, expires);
        IEscrow.Spender memory s = escrow.spenderOf(account, who);
        truth(s.maxPerJob == perJob && s.maxPerDay == perDay && s.expires == expires, "caps");
    }
}
