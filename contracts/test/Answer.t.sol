// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Line, Settlement, SumNode} from "./Base.sol";

contract AnswerTest is Base {
    bytes32 private job;
    bytes32 private lease;
    IEscrow.Evidence private evidence;
    bytes private claims;
    Line private line;

    function setUp() public override {
        super.setUp();
        job = openJob();
        evidence = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        lease = hasher.hash(evidence.lease);
    }

    /// @dev Settles with a line of `pay` for ada's lease and one of `others` for bob, then contests.
    function contested(uint256 pay, uint256 others) private {
        line = lineOf(lease, 5, ada, pay);
        (Settlement memory settlement, IEscrow.Claim memory first, IEscrow.Claim memory second) =
            twoLines(job, line, lineOf("lease 1", 1, bob, others));
        settle(settlement);
        escrow.contest(job, evidence);
        claims = abi.encode(first, second);
    }

    function adas() private view returns (IEscrow.Claim memory first) {
        (first,) = abi.decode(claims, (IEscrow.Claim, IEscrow.Claim));
    }

    function bobs() private view returns (IEscrow.Claim memory second) {
        (, second) = abi.decode(claims, (IEscrow.Claim, IEscrow.Claim));
    }

    function test_unsettledJobIsRefused() public {
        (, IEscrow.Claim memory claimed) = oneLine(job, line);
        refusesState(job, IEscrow.State.Open);
        escrow.answer(claimed, lease, line, 0, none());
    }

    function test_leaseThatNobodyContestedIsRefused() public {
        contested(0, ONE);
        refuses(IEscrow.NoContest.selector, abi.encode(bytes32("lease 1")));
        escrow.answer(bobs(), "lease 1", lineOf("lease 1", 1, bob, ONE), 0, none());
    }

    function test_secondAnswerIsRefused() public {
        contested(0, ONE);
        escrow.answer(adas(), lease, line, 0, none());
        refuses(IEscrow.NoContest.selector, abi.encode(lease));
        escrow.answer(adas(), lease, line, 0, none());
    }

    function test_lineOfAnotherLeaseIsRefused() public {
        contested(0, ONE);
        line.lease = "lease 1";
        refuses(IEscrow.WrongLine.selector, abi.encode(lease));
        escrow.answer(adas(), lease, line, 0, none());
    }

    function test_lineForAnotherWorkerIsRefused() public {
        line = lineOf(lease, 5, bob, 4 * ONE / 10);
        (Settlement memory settlement, IEscrow.Claim memory claimed) = oneLine(job, line);
        settle(settlement);
        escrow.contest(job, evidence);
        refuses(IEscrow.WrongLine.selector, abi.encode(lease));
        escrow.answer(claimed, lease, line, 0, none());
    }

    function test_lineInAnotherWorkersTreeIsRefused() public {
        contested(0, ONE);
        refuses(IEscrow.WrongLine.selector, abi.encode(lease));
        escrow.answer(bobs(), lease, line, 0, none());
    }

    function test_lineThatIsNotInTheTreeIsRefused() public {
        contested(0, ONE);
        line.payUnits = uint128(4 * ONE / 10);
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.answer(adas(), lease, line, 0, none());
    }

    function test_longerLineProofIsRefused() public {
        contested(0, ONE);
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.answer(adas(), lease, line, 0, only(SumNode(0, 0)));
    }

    function test_workerWhoIsNotInTheTreeIsRefused() public {
        contested(0, ONE);
        IEscrow.Claim memory claimed = adas();
        claimed.payout.totalUnits = ONE;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.answer(claimed, lease, line, 0, none());
    }

    function test_properLineEndsTheContest() public {
        contested(4 * ONE / 10, ONE);
        vm.prank(stranger);
        escrow.answer(adas(), lease, line, 0, none());
        later(DELAY);
        claim(adas());
        escrow.close(job);
        same(token.balanceOf(ada), 4 * ONE / 10, "ada");
        same(escrow.burnedOf(address(token)), 0, "burned");
    }

    function test_answeredLeaseIsNotContestedAgain() public {
        contested(0, ONE);
        escrow.answer(adas(), lease, line, 0, none());
        refuses(IEscrow.ContestExists.selector, abi.encode(lease));
        escrow.contest(job, evidence);
    }

    function testFuzz_shortfallIsBurnedAtTheClose(uint256 pay) public {
        pay = pay % (4 * ONE / 10);
        contested(pay, ONE);
        escrow.answer(adas(), lease, line, 0, none());
        later(DELAY);
        escrow.close(job);
        uint256 burned = 4 * ONE / 10 - pay;
        same(escrow.burnedOf(address(token)), burned, "burned");
        same(balanceOf(account), 99 * ONE - pay - burned, "balance");
        claim(bobs());
        solvent(job);
    }

    /// @dev The requester promises the unpaid slot's money to an accomplice as well.
    function test_settlementThatCannotBearTheShortfallIsVoid() public {
        contested(0, 14 * ONE - 4 * ONE / 10 + 1);
        escrow.answer(adas(), lease, line, 0, none());
        later(DELAY);
        refusesState(job, IEscrow.State.Voided);
        claim(bobs());
        escrow.claimDefault(job, evidence);
        later(DELAY + 1);
        escrow.collectDefault(job, 5);
        same(token.balanceOf(ada), 4 * ONE / 10, "ada");
        solvent(job);
    }
}
