// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Settlement, SumNode} from "./Base.sol";

contract CloseTest is Base {
    bytes32 private job;

    function setUp() public override {
        super.setUp();
        job = openJob();
    }

    function test_unknownJobIsRefused() public {
        refusesState("none", IEscrow.State.None);
        escrow.close("none");
    }

    function test_openJobIsRefused() public {
        uint256 until = escrow.jobOf(job).settleBy + GRACE;
        vm.warp(until);
        refuses(IEscrow.TooEarly.selector, abi.encode(until + 1));
        escrow.close(job);
    }

    function test_settledJobIsRefusedUntilTheWindowIsOver() public {
        settle(settlementOf(job, SumNode(0, 0), 0));
        refuses(IEscrow.TooEarly.selector, abi.encode(block.timestamp + DELAY));
        escrow.close(job);
    }

    function test_notWhileAContestIsOpen() public {
        settle(settlementOf(job, SumNode(0, 0), 0));
        escrow.contest(job, evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 10));
        later(DELAY);
        refuses(IEscrow.ContestsPending.selector, abi.encode(job, 1));
        escrow.close(job);
    }

    function test_secondCloseIsRefused() public {
        settle(settlementOf(job, SumNode(0, 0), 0));
        later(DELAY);
        escrow.close(job);
        refusesState(job, IEscrow.State.Closed);
        escrow.close(job);
    }

    function test_unsettledJobIsRefusedUntilDefaultClaimsAreOver() public {
        uint256 from = escrow.jobOf(job).settleBy + GRACE + 2 * DELAY;
        vm.warp(from);
        refuses(IEscrow.TooEarly.selector, abi.encode(from + 1));
        escrow.close(job);
    }

    function test_unsettledJobWithoutWorkersReturnsEverything() public {
        vm.warp(escrow.jobOf(job).settleBy + GRACE + 2 * DELAY + 1);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE, "balance");
        same(lockedOf(account), 0, "locked");
        refusesState(job, IEscrow.State.VoidClosed);
        escrow.close(job);
    }

    function test_defaultClaimsOutliveTheClose() public {
        vm.warp(escrow.jobOf(job).settleBy - 1 minutes);
        IEscrow.Evidence memory evidence = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        vm.warp(escrow.jobOf(job).settleBy + GRACE + DELAY);
        escrow.claimDefault(job, evidence);
        later(DELAY + 1);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE - 4 * ONE / 10, "balance");
        escrow.collectDefault(job, 5);
        same(token.balanceOf(ada), 4 * ONE / 10, "ada");
        same(lockedOf(account), 0, "locked");
        solvent(job);
    }

    function testFuzz_restReturnsAndClaimsStay(uint256 pay) public {
        pay = pay % (14 * ONE + 1);
        (Settlement memory settlement, IEscrow.Claim memory adas) = oneLine(job, lineOf("lease", 0, ada, pay));
        settle(settlement);
        later(DELAY);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE - pay, "balance");
        same(lockedOf(account), 0, "locked");
        claim(adas);
        same(token.balanceOf(ada), pay, "ada");
        solvent(job);
    }
}
