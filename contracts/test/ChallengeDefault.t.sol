// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow} from "./Base.sol";

contract ChallengeDefaultTest is Base {
    bytes32 private job;

    function setUp() public override {
        super.setUp();
        job = openJob();
        IEscrow.Evidence memory adas = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        later(1 hours + GRACE + 1);
        escrow.claimDefault(job, adas);
    }

    function test_strangerMayNotChallenge() public {
        refuses(IEscrow.NotChallenger.selector, abi.encode(spender));
        vm.prank(spender);
        escrow.challengeDefault(job, 5);
    }

    function test_slotThatNobodyClaimedIsRefused() public {
        refuses(IEscrow.NoPost.selector, abi.encode(job, 4));
        vm.prank(owner);
        escrow.challengeDefault(job, 4);
    }

    function test_notAfterTheTimeToChallenge() public {
        later(DELAY + 1);
        refuses(IEscrow.TooLate.selector, abi.encode(block.timestamp - 1));
        vm.prank(owner);
        escrow.challengeDefault(job, 5);
    }

    function test_challengedSlotIsLostForBothSides() public {
        vm.prank(jobKey);
        escrow.challengeDefault(job, 5);
        later(2 * DELAY);
        refuses(IEscrow.NoPost.selector, abi.encode(job, 5));
        escrow.collectDefault(job, 5);
        escrow.close(job);
        same(token.balanceOf(ada), 0, "ada");
        same(balanceOf(account), 100 * ONE - 4 * ONE / 10, "balance");
        same(escrow.burnedOf(address(token)), 4 * ONE / 10, "burned");
        solvent(job);
    }
}
