// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Intent, Settlement, SumNode} from "./Base.sol";

contract SettleTest is Base {
    bytes32 private job;
    SumNode private root = SumNode(keccak256("root"), 5 * ONE);

    function setUp() public override {
        super.setUp();
        job = openJob();
    }

    function tries(Settlement memory settlement, bytes4 selector, bytes memory arguments) private {
        bytes memory signature = sign(JOB_KEY, hasher.hash(settlement));
        refuses(selector, arguments);
        escrow.settle(settlement, signature, "", 0);
    }

    function test_unknownJobIsRefused() public {
        tries(
            settlementOf("none", root, 0), IEscrow.WrongState.selector, abi.encode(bytes32("none"), IEscrow.State.None)
        );
    }

    function test_signatureOfAnotherKeyIsRefused() public {
        Settlement memory settlement = settlementOf(job, root, 0);
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(settlement));
        refuses(IEscrow.BadSignature.selector, abi.encode(jobKey));
        escrow.settle(settlement, signature, "", 0);
    }

    function test_anotherSecretThanTheCommittedOneIsRefused() public {
        Settlement memory settlement = settlementOf(job, root, 0);
        settlement.auditSecret = "guess";
        tries(settlement, IEscrow.WrongSecret.selector, abi.encode(job));
    }

    function test_moreThanThePotIsRefused() public {
        root.units = 14 * ONE + 1;
        tries(settlementOf(job, root, 0), IEscrow.TotalTooLarge.selector, abi.encode(14 * ONE + 1, 14 * ONE));
    }

    function test_treeDeeperThanAnyIndexIsRefused() public {
        tries(settlementOf(job, root, 33), IEscrow.TreeTooDeep.selector, abi.encode(33));
    }

    function test_settlingAfterTheGraceIsRefused() public {
        uint256 until = escrow.jobOf(job).settleBy + GRACE;
        vm.warp(until + 1);
        tries(settlementOf(job, root, 0), IEscrow.TooLate.selector, abi.encode(until));
    }

    function test_settlingTwiceIsRefused() public {
        settle(settlementOf(job, root, 0));
        tries(settlementOf(job, root, 1), IEscrow.WrongState.selector, abi.encode(job, IEscrow.State.Settled));
    }

    function test_aJobWithAnAssignerNeedsItsSignatureToo() public {
        Intent memory intent = intention("sponsored");
        intent.assigner = vm.addr(ASSIGNER_KEY);
        bytes32 sponsored = open(intent);
        Settlement memory settlement = settlementOf(sponsored, root, 0);
        tries(settlement, IEscrow.BadSignature.selector, abi.encode(intent.assigner));
        bytes32 message = hasher.hash(settlement);
        escrow.settle(settlement, sign(JOB_KEY, message), sign(ASSIGNER_KEY, message), 0);
    }

    function test_feeAboveWhatIsLeftOfTheCapIsRefused() public {
        Settlement memory settlement = settlementOf(job, root, 0);
        bytes memory signature = sign(JOB_KEY, hasher.hash(settlement));
        refuses(IEscrow.FeeTooHigh.selector, abi.encode(ONE + 1, ONE));
        escrow.settle(settlement, signature, "", ONE + 1);
    }

    function test_lastSecondOfTheGraceSettles() public {
        vm.warp(escrow.jobOf(job).settleBy + GRACE);
        settle(settlementOf(job, root, 0));
    }

    function test_whoeverSubmitsTakesTheFee() public {
        Settlement memory settlement = settlementOf(job, root, 0);
        bytes memory signature = sign(JOB_KEY, hasher.hash(settlement));
        vm.prank(stranger);
        escrow.settle(settlement, signature, "", ONE);
        same(token.balanceOf(stranger), ONE, "fee");
        solvent(job);
    }

    function testFuzz_whatIsPromisedLeavesTheLock(uint256 units) public {
        root.units = units % (14 * ONE + 1);
        settle(settlementOf(job, root, 3));
        IEscrow.Job memory j = escrow.jobOf(job);
        bytes32 commitment = keccak256(abi.encode(root.hash, root.units, uint256(3), address(token)));
        truth(j.state == IEscrow.State.Settled && j.commitment == commitment, "settled");
        same(lockedOf(account), 15 * ONE - root.units, "locked");
        solvent(job);
    }
}
