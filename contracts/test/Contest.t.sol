// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Intent, Lease, Settlement, SumNode} from "./Base.sol";

contract ContestTest is Base {
    bytes32 private job;
    bytes32 private lease;
    IEscrow.Evidence private evidence;

    function setUp() public override {
        super.setUp();
        job = openJob();
        evidence = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        lease = hasher.hash(evidence.lease);
        settle(settlementOf(job, SumNode(0, 0), 0));
    }

    function tries(IEscrow.Evidence memory e, bytes4 selector, bytes memory arguments) private {
        refuses(selector, arguments);
        escrow.contest(job, e);
    }

    function changedLease(Lease memory changed, bytes4 selector) private {
        IEscrow.Evidence memory e = evidenceOf(changed, ADA_KEY, 4);
        tries(e, selector, abi.encode(hasher.hash(changed)));
    }

    function test_unsettledJobIsRefused() public {
        bytes32 other = open(intention("other"));
        refusesState(other, IEscrow.State.Open);
        escrow.contest(other, evidence);
    }

    function test_notAfterTheWindow() public {
        later(DELAY);
        tries(evidence, IEscrow.TooLate.selector, abi.encode(block.timestamp));
    }

    function test_leaseOfAnotherJobIsRefused() public {
        Lease memory l = evidence.lease;
        l.job = "other";
        changedLease(l, IEscrow.WrongLease.selector);
    }

    function test_slotThatWasNotLockedIsRefused() public {
        Lease memory l = evidence.lease;
        l.slot = 11;
        changedLease(l, IEscrow.WrongLease.selector);
    }

    function test_priceAboveTheSlotsIsRefused() public {
        Lease memory l = evidence.lease;
        l.price += 1;
        changedLease(l, IEscrow.WrongLease.selector);
    }

    function test_leaseOfNoSlicesIsRefused() public {
        Lease memory l = evidence.lease;
        l.slices = 0;
        changedLease(l, IEscrow.WrongLease.selector);
    }

    function test_rootOfAnotherJobLeaseOrSpecOrOfTooMuchIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.root.job = "other";
        tries(signed(e, ADA_KEY), IEscrow.WrongRoot.selector, abi.encode(lease));
        e = evidence;
        e.root.lease = "other";
        tries(signed(e, ADA_KEY), IEscrow.WrongRoot.selector, abi.encode(lease));
        e = evidence;
        e.root.specDigest = "other";
        tries(signed(e, ADA_KEY), IEscrow.WrongRoot.selector, abi.encode(lease));
        e = evidence;
        e.root.done = 11;
        tries(signed(e, ADA_KEY), IEscrow.WrongRoot.selector, abi.encode(lease));
    }

    function test_leaseThatTheJobKeyDidNotSignIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.leaseSignature = sign(ADA_KEY, lease);
        tries(e, IEscrow.BadSignature.selector, abi.encode(jobKey));
    }

    function test_rootOfAnotherWorkerIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.rootSignature = sign(BOB_KEY, hasher.hash(e.root));
        tries(e, IEscrow.BadSignature.selector, abi.encode(ada));
    }

    function test_receiptThatNeitherJobKeyNorAssignerSignedIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.receiptSignature = sign(ADA_KEY, hasher.hash(e.receipt));
        tries(e, IEscrow.BadSignature.selector, abi.encode(jobKey));
    }

    function test_receiptForAnotherRootIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.receipt.rootMessage = "other";
        e.receiptSignature = sign(JOB_KEY, hasher.hash(e.receipt));
        tries(e, IEscrow.WrongReceipt.selector, abi.encode(lease));
    }

    function test_receiptAfterTheLeaseExpiredIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.receipt.receivedAt = e.lease.expires + 1;
        tries(signed(e, ADA_KEY), IEscrow.WrongReceipt.selector, abi.encode(lease));
    }

    function test_noReceiptAndNoRecordedRootIsRefused() public {
        IEscrow.Evidence memory e = evidence;
        e.receiptSignature = "";
        tries(e, IEscrow.WrongReceipt.selector, abi.encode(lease));
    }

    function test_nothingDoneIsNothingDue() public {
        tries(evidenceOf(evidence.lease, ADA_KEY, 0), IEscrow.NothingDue.selector, abi.encode(lease));
    }

    function test_oneLeaseIsContestedOnce() public {
        escrow.contest(job, evidence);
        tries(evidence, IEscrow.ContestExists.selector, abi.encode(lease));
    }

    function test_leaseOfAJobWithAnAssignerNeedsItsSignatureToo() public {
        Intent memory intent = intention("sponsored");
        intent.assigner = vm.addr(ASSIGNER_KEY);
        bytes32 sponsored = open(intent);
        Settlement memory settlement = settlementOf(sponsored, SumNode(0, 0), 0);
        bytes32 message = hasher.hash(settlement);
        escrow.settle(settlement, sign(JOB_KEY, message), sign(ASSIGNER_KEY, message), 0);
        IEscrow.Evidence memory e = evidenceOf(leaseOf(sponsored, 5, ada), ADA_KEY, 4);
        refuses(IEscrow.BadSignature.selector, abi.encode(intent.assigner));
        escrow.contest(sponsored, e);
        e.assignerSignature = sign(ASSIGNER_KEY, hasher.hash(e.lease));
        e.receiptSignature = sign(ASSIGNER_KEY, hasher.hash(e.receipt));
        escrow.contest(sponsored, e);
    }

    function test_contestIsKeptWithWhatIsDue() public {
        escrow.contest(job, evidence);
        IEscrow.Contest memory c = escrow.contestOf(job, lease);
        truth(c.worker == ada && c.due == 4 * ONE / 10 && c.answerBy == block.timestamp + DELAY, "contest");
        same(escrow.jobOf(job).claims.contests, 1, "contests");
    }
}
