// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Settlement} from "./Base.sol";

contract VoidUnansweredTest is Base {
    bytes32 private job;
    bytes32 private lease;
    IEscrow.Evidence private evidence;

    function setUp() public override {
        super.setUp();
        job = openJob();
        evidence = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 10);
        lease = hasher.hash(evidence.lease);
        (Settlement memory settlement,) = lines();
        settle(settlement);
    }

    function lines() private view returns (Settlement memory, IEscrow.Claim memory) {
        return oneLine(job, lineOf("lease 1", 1, bob, 14 * ONE));
    }

    function test_jobThatIsNotSettledIsRefused() public {
        refusesState("none", IEscrow.State.None);
        escrow.voidUnanswered("none", lease);
    }

    function test_withoutAContestIsRefused() public {
        refuses(IEscrow.NoContest.selector, abi.encode(lease));
        escrow.voidUnanswered(job, lease);
    }

    function test_notBeforeTheTimeToAnswerIsOver() public {
        escrow.contest(job, evidence);
        later(DELAY);
        refuses(IEscrow.TooEarly.selector, abi.encode(block.timestamp + 1));
        escrow.voidUnanswered(job, lease);
    }

    function test_requesterWhoPaysAnAccompliceInsteadOfAWorkerDoesNotSaveAnything() public {
        (, IEscrow.Claim memory bobs) = lines();
        later(DELAY - 1);
        escrow.contest(job, evidence);
        later(DELAY + 1);
        escrow.voidUnanswered(job, lease);
        refusesState(job, IEscrow.State.Voided);
        claim(bobs);
        escrow.claimDefault(job, evidence);
        later(DELAY + 1);
        escrow.collectDefault(job, 5);
        later(DELAY);
        escrow.close(job);
        same(token.balanceOf(ada), ONE, "ada");
        same(token.balanceOf(bob), 0, "bob");
        same(balanceOf(account), 99 * ONE, "balance");
        solvent(job);
    }
}
