// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow} from "./Base.sol";

contract CollectDefaultTest is Base {
    bytes32 private job;

    function setUp() public override {
        super.setUp();
        job = openJob();
        IEscrow.Evidence memory adas = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        later(1 hours + GRACE + 1);
        escrow.claimDefault(job, adas);
    }

    function test_slotThatNobodyClaimedIsRefused() public {
        refuses(IEscrow.NoPost.selector, abi.encode(job, 4));
        escrow.collectDefault(job, 4);
    }

    function test_notBeforeTheTimeToChallengeIsOver() public {
        later(DELAY);
        refuses(IEscrow.TooEarly.selector, abi.encode(block.timestamp + 1));
        escrow.collectDefault(job, 5);
    }

    function test_slotIsPaidOnce() public {
        later(DELAY + 1);
        vm.prank(stranger);
        escrow.collectDefault(job, 5);
        refuses(IEscrow.NoPost.selector, abi.encode(job, 5));
        escrow.collectDefault(job, 5);
        same(token.balanceOf(ada), 4 * ONE / 10, "ada");
        solvent(job);
    }
}
