// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Root, SumNode} from "./Base.sol";

contract StrikeTest is Base {
    bytes32 private job;
    bytes32 private lease;
    IEscrow.Evidence private evidence;
    Root private other;
    bytes private otherSignature;

    function setUp() public override {
        super.setUp();
        job = openJob();
        evidence = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        lease = hasher.hash(evidence.lease);
        other = evidence.root;
        other.root = "another";
        otherSignature = sign(ADA_KEY, hasher.hash(other));
    }

    function strike() private {
        escrow.strike(5, evidence.root, evidence.rootSignature, other, otherSignature);
    }

    function claimedByDefault() private {
        later(1 hours + GRACE + 1);
        escrow.claimDefault(job, evidence);
    }

    function test_oneRootTwiceIsNoFraud() public {
        refuses(IEscrow.NotEquivocation.selector);
        escrow.strike(5, evidence.root, evidence.rootSignature, evidence.root, evidence.rootSignature);
    }

    function test_rootsOfTwoLeasesOrJobsAreNoFraud() public {
        other.lease = "another";
        refuses(IEscrow.NotEquivocation.selector);
        strike();
        (other.lease, other.job) = (lease, "another");
        refuses(IEscrow.NotEquivocation.selector);
        strike();
    }

    function test_withoutContestOrClaimThereIsNothingToStrike() public {
        refuses(IEscrow.NoContest.selector, abi.encode(lease));
        strike();
    }

    function test_rootThatTheWorkerDidNotSignIsRefused() public {
        claimedByDefault();
        otherSignature = sign(BOB_KEY, hasher.hash(other));
        refuses(IEscrow.BadSignature.selector, abi.encode(ada));
        strike();
    }

    function test_notAfterTheTimeToChallenge() public {
        claimedByDefault();
        later(DELAY + 1);
        refuses(IEscrow.TooLate.selector, abi.encode(block.timestamp - 1));
        strike();
    }

    function test_struckDefaultClaimReturnsToTheAccount() public {
        claimedByDefault();
        vm.prank(stranger);
        strike();
        later(2 * DELAY);
        refuses(IEscrow.NoPost.selector, abi.encode(job, 5));
        escrow.collectDefault(job, 5);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE, "balance");
        same(escrow.burnedOf(address(token)), 0, "burned");
        solvent(job);
    }

    function test_struckContestEndsWithoutAnAnswer() public {
        settle(settlementOf(job, SumNode(0, 0), 0));
        escrow.contest(job, evidence);
        strike();
        refuses(IEscrow.ContestExists.selector, abi.encode(lease));
        escrow.contest(job, evidence);
        later(DELAY);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE, "balance");
        solvent(job);
    }
}
