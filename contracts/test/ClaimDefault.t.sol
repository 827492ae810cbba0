// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Lease} from "./Base.sol";

contract ClaimDefaultTest is Base {
    bytes32 private job;
    uint40 private from;
    IEscrow.Evidence private adas;

    function setUp() public override {
        super.setUp();
        job = openJob();
        adas = evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 4);
        from = escrow.jobOf(job).settleBy + GRACE;
    }

    function test_openJobIsRefusedUntilTheGraceIsOver() public {
        vm.warp(from);
        refusesState(job, IEscrow.State.Open);
        escrow.claimDefault(job, adas);
    }

    function test_notAfterTheWindow() public {
        vm.warp(from + DELAY + 1);
        refuses(IEscrow.TooLate.selector, abi.encode(from + DELAY));
        escrow.claimDefault(job, adas);
    }

    function test_badEvidenceIsRefused() public {
        vm.warp(from + 1);
        adas.leaseSignature = sign(ADA_KEY, hasher.hash(adas.lease));
        refuses(IEscrow.BadSignature.selector, abi.encode(jobKey));
        escrow.claimDefault(job, adas);
    }

    function test_sameSlotIsNotClaimedTwice() public {
        vm.warp(from + 1);
        escrow.claimDefault(job, adas);
        refuses(IEscrow.SlotTaken.selector, abi.encode(job, 5));
        escrow.claimDefault(job, adas);
    }

    function test_twoLeasesOfOneSlotBurnIt() public {
        Lease memory second = adas.lease;
        second.worker = bob;
        IEscrow.Evidence memory bobs = evidenceOf(second, BOB_KEY, 4);
        vm.warp(from + 1);
        escrow.claimDefault(job, bobs);
        escrow.claimDefault(job, adas);
        same(escrow.burnedOf(address(token)), 4 * ONE / 10, "burned");
        refuses(IEscrow.SlotTaken.selector, abi.encode(job, 5));
        escrow.claimDefault(job, adas);
        later(2 * DELAY);
        refuses(IEscrow.NoPost.selector, abi.encode(job, 5));
        escrow.collectDefault(job, 5);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE - 4 * ONE / 10, "balance");
        solvent(job);
    }

    function testFuzz_silentRequesterPaysForWhatWasDone(uint32 done, uint32 slices, uint80 price) public {
        slices = 1 + slices % 1024;
        done = done % (slices + 1);
        Lease memory lease = adas.lease;
        (lease.slices, lease.price) = (slices, uint128(price % (ONE + 1)));
        uint256 due = (uint256(lease.price) * done) / slices;
        vm.assume(due > 0);
        IEscrow.Evidence memory e = evidenceOf(lease, ADA_KEY, done);
        vm.warp(from + 1);
        escrow.claimDefault(job, e);
        later(DELAY + 1);
        escrow.collectDefault(job, 5);
        same(token.balanceOf(ada), due, "ada");
        later(DELAY);
        escrow.close(job);
        same(balanceOf(account), 100 * ONE - due, "balance");
        solvent(job);
    }
}
