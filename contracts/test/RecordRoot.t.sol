// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, SumNode} from "./Base.sol";

contract RecordRootTest is Base {
    function test_laterRecordDoesNotMoveTheDate() public {
        uint256 first = 1_800_000_000;
        vm.warp(first);
        escrow.recordRoot("root");
        later(5);
        escrow.recordRoot("root");
        same(escrow.recordedAt("root"), first, "date");
    }

    function test_recordedRootServesAsAReceipt() public {
        bytes32 job = openJob();
        IEscrow.Evidence memory e = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        e.receiptSignature = "";
        vm.warp(e.lease.expires);
        escrow.recordRoot(hasher.hash(e.root));
        settle(settlementOf(job, SumNode(0, 0), 0));
        escrow.contest(job, e);
        same(escrow.jobOf(job).claims.contests, 1, "contests");
    }

    function test_rootRecordedAfterTheLeaseExpiredDoesNot() public {
        bytes32 job = openJob();
        IEscrow.Evidence memory e = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        e.receiptSignature = "";
        vm.warp(e.lease.expires + 1);
        escrow.recordRoot(hasher.hash(e.root));
        settle(settlementOf(job, SumNode(0, 0), 0));
        refuses(IEscrow.WrongReceipt.selector, abi.encode(hasher.hash(e.lease)));
        escrow.contest(job, e);
    }
}
