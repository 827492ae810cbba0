// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Settlement} from "./Base.sol";

contract FreezeTest is Base {
    bytes32 private job;

    function setUp() public override {
        super.setUp();
        job = openJob();
    }

    function freeze() private {
        vm.prank(owner);
        escrow.freeze(job);
    }

    function test_unknownJobIsRefused() public {
        refuses(IEscrow.NoAccount.selector, abi.encode(bytes32(0)));
        escrow.freeze("none");
    }

    function test_onlyTheOwnerFreezes() public {
        refuses(IEscrow.NotOwner.selector, abi.encode(account, spender));
        vm.prank(spender);
        escrow.freeze(job);
    }

    function test_settledJobCannotBeFrozenOnceClaimsMayBeMade() public {
        (Settlement memory settlement,) = oneLine(job, lineOf("lease", 0, ada, ONE));
        settle(settlement);
        later(DELAY);
        refuses(IEscrow.TooLate.selector, abi.encode(block.timestamp));
        freeze();
    }

    function test_jobWhoseTimeIsOverCannotBeFrozen() public {
        uint256 until = escrow.jobOf(job).settleBy + GRACE;
        vm.warp(until + 1);
        refuses(IEscrow.TooLate.selector, abi.encode(until));
        freeze();
    }

    function test_secondFreezeIsRefused() public {
        freeze();
        refusesState(job, IEscrow.State.Voided);
        freeze();
    }

    function test_frozenJobCannotBeSettled() public {
        freeze();
        (Settlement memory settlement,) = oneLine(job, lineOf("lease", 0, ada, ONE));
        bytes memory signature = sign(JOB_KEY, hasher.hash(settlement));
        refusesState(job, IEscrow.State.Voided);
        escrow.settle(settlement, signature, "", 0);
    }

    function test_freezeLapsesIntoDefaultClaims() public {
        (Settlement memory settlement,) = oneLine(job, lineOf("lease", 0, bob, 14 * ONE));
        settle(settlement);
        IEscrow.Evidence memory evidence = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 10);
        uint256 from = block.timestamp + FREEZE;
        freeze();
        same(lockedOf(account), 15 * ONE, "locked");
        escrow.claimDefault(job, evidence);
        same(escrow.postOf(job, 5).payableAt, from + DELAY, "payable");
        vm.warp(from + DELAY + 1);
        escrow.collectDefault(job, 5);
        later(DELAY);
        escrow.close(job);
        same(token.balanceOf(ada), ONE, "ada");
        same(balanceOf(account), 99 * ONE, "balance");
        solvent(job);
    }
}
