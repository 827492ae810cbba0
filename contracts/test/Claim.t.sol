// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Settlement, SumNode} from "./Base.sol";

contract ClaimTest is Base {
    bytes32 private job;

    function setUp() public override {
        super.setUp();
        job = openJob();
        (Settlement memory settlement,,) = lines();
        settle(settlement);
    }

    function lines() private view returns (Settlement memory, IEscrow.Claim memory, IEscrow.Claim memory) {
        return twoLines(job, lineOf("lease 0", 0, ada, 2 * ONE), lineOf("lease 1", 1, bob, 3 * ONE));
    }

    function test_unsettledJobIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        adas.job = open(intention("other"));
        refusesState(adas.job, IEscrow.State.Open);
        escrow.claim(adas);
    }

    function test_notBeforeTheWindowIsOver() public {
        (, IEscrow.Claim memory adas,) = lines();
        uint256 from = block.timestamp + DELAY;
        vm.warp(from - 1);
        refuses(IEscrow.TooEarly.selector, abi.encode(from));
        escrow.claim(adas);
    }

    function test_notWhileAContestIsOpen() public {
        (, IEscrow.Claim memory adas,) = lines();
        escrow.contest(job, evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 10));
        later(DELAY);
        refuses(IEscrow.ContestsPending.selector, abi.encode(job, 1));
        escrow.claim(adas);
    }

    function test_claimOfOneUnitMoreIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.payout.totalUnits += 1;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
    }

    function test_claimForAnotherWorkerIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.payout.worker = stranger;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
    }

    function test_sameLeafAtAnotherIndexIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.index = 2;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
        adas.index = 1;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
    }

    function test_longerOrShorterProofIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        SumNode memory sibling = adas.proof[0];
        adas.proof = new SumNode[](2);
        adas.proof[0] = sibling;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
        adas.proof = none();
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
    }

    function test_siblingThatWrapsTheSumAroundIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.proof[0].units = type(uint256).max - 2 * ONE + 1;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        escrow.claim(adas);
    }

    function test_secondClaimIsRefusedAndMovesNothing() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        escrow.claim(adas);
        refuses(IEscrow.AlreadyClaimed.selector, abi.encode(job, 0));
        escrow.claim(adas);
        same(token.balanceOf(ada), 2 * ONE, "ada");
    }

    function test_payeeThatItsTokenRefusesBlocksNobodyElse() public {
        (, IEscrow.Claim memory adas,) = lines();
        (,, IEscrow.Claim memory bobs) = lines();
        later(DELAY);
        vm.mockCallRevert(address(token), abi.encodeCall(token.transfer, (ada, 2 * ONE)), "blocklisted");
        vm.expectRevert("blocklisted");
        escrow.claim(adas);
        escrow.claim(bobs);
        escrow.close(job);
        same(token.balanceOf(bob), 3 * ONE, "bob");
        vm.clearMockedCalls();
        escrow.claim(adas);
        same(token.balanceOf(ada), 2 * ONE, "ada");
        solvent(job);
    }

    function test_anyoneMaySendAClaimAndTheWorkerIsPaid() public {
        (,, IEscrow.Claim memory bobs) = lines();
        later(DELAY);
        vm.prank(stranger);
        escrow.claim(bobs);
        same(token.balanceOf(bob), 3 * ONE, "bob");
        truth(escrow.isClaimed(job, 1) && !escrow.isClaimed(job, 0), "marks");
        same(escrow.jobOf(job).claimed, 3 * ONE, "claimed");
        solvent(job);
    }
}
