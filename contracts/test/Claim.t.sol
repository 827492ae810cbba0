// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../dev/TestToken.sol";
import {Base, IEscrow, Intent, Settlement, SumNode} from "./Base.sol";

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
        claim(adas);
    }

    function test_notBeforeTheWindowIsOver() public {
        (, IEscrow.Claim memory adas,) = lines();
        uint256 from = block.timestamp + DELAY;
        vm.warp(from - 1);
        refuses(IEscrow.TooEarly.selector, abi.encode(from));
        claim(adas);
    }

    function test_notWhileAContestIsOpen() public {
        (, IEscrow.Claim memory adas,) = lines();
        escrow.contest(job, evidenceOf(leaseOf(job, 5, ada), ADA_KEY, 10));
        later(DELAY);
        refuses(IEscrow.ContestsPending.selector, abi.encode(job, 1));
        claim(adas);
    }

    function test_claimOfOneUnitMoreIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.payout.totalUnits += 1;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
    }

    function test_claimForAnotherWorkerIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.payout.worker = stranger;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
    }

    function test_claimInAnotherTokenIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.token = address(new TestToken());
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
    }

    function test_sameLeafAtAnotherIndexIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.index = 2;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
        adas.index = 1;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
    }

    function test_longerOrShorterProofIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        SumNode memory sibling = adas.proof[0];
        adas.proof = new SumNode[](2);
        adas.proof[0] = sibling;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
        adas.proof = none();
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
    }

    function test_siblingThatWrapsTheSumAroundIsRefused() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        adas.proof[0].units = type(uint256).max - 2 * ONE + 1;
        refuses(IEscrow.BadProof.selector, abi.encode(job));
        claim(adas);
    }

    function test_secondClaimIsRefusedAndMovesNothing() public {
        (, IEscrow.Claim memory adas,) = lines();
        later(DELAY);
        claim(adas);
        refuses(IEscrow.AlreadyClaimed.selector, abi.encode(job, 0));
        claim(adas);
        same(token.balanceOf(ada), 2 * ONE, "ada");
    }

    /// @dev 256 places: the first 32 stand beside the total, the others in pages of 176. Each is paid once, in any order.
    function test_everyPlaceOfAWideTreeIsPaidOnce() public {
        bytes32 wide = open(intention("wide"));
        (Settlement memory settlement, IEscrow.Claim[] memory claims) = wideTree(wide);
        settle(settlement);
        later(DELAY);
        uint256[8] memory edges = [uint256(255), 208, 207, 33, 32, 31, 1, 0];
        for (uint256 i = 0; i < edges.length; ++i) {
            IEscrow.Claim memory c = claims[edges[i]];
            truth(!escrow.isClaimed(wide, edges[i]), "claimed too early");
            claim(c);
            truth(escrow.isClaimed(wide, edges[i]), "not marked");
            refuses(IEscrow.AlreadyClaimed.selector, abi.encode(wide, edges[i]));
            claim(c);
        }
        truth(!escrow.isClaimed(wide, 30) && !escrow.isClaimed(wide, 34) && !escrow.isClaimed(wide, 209), "neighbours");
        escrow.claimMany(claims);
        for (uint256 i = 0; i < 256; ++i) {
            truth(escrow.isClaimed(wide, i), "left out");
            same(token.balanceOf(claims[i].payout.worker), i + 1, "paid");
        }
        // The pages that count end with the slots: this job has 11 of them.
        same(escrow.jobOf(wide).claims.claimed, 32 * 33 / 2, "claimed");
    }

    function test_claimsOfAllPagesAreCounted() public {
        Intent memory intent = intention("wide");
        (intent.slots, intent.spares, intent.slotPrice) = (240, 16, 1000);
        bytes32 wide = open(intent);
        (Settlement memory settlement, IEscrow.Claim[] memory claims) = wideTree(wide);
        settle(settlement);
        later(DELAY);
        escrow.claimMany(claims);
        same(escrow.jobOf(wide).claims.claimed, settlement.total, "claimed");
    }

    function wideTree(bytes32 wide) private view returns (Settlement memory, IEscrow.Claim[] memory claims) {
        claims = new IEscrow.Claim[](256);
        SumNode[][9] memory rows;
        rows[0] = new SumNode[](256);
        for (uint256 i = 0; i < 256; ++i) {
            (, claims[i]) = oneLine(wide, lineOf(bytes32(i), uint32(i), address(uint160(0xE000 + i)), i + 1));
            (claims[i].index, claims[i].proof) = (i, new SumNode[](8));
            rows[0][i] = hasher.node(wide, claims[i].payout);
        }
        for (uint256 height = 0; height < 8; ++height) {
            rows[height + 1] = new SumNode[](128 >> height);
            for (uint256 i = 0; i < 128 >> height; ++i) {
                rows[height + 1][i] = join(rows[height][2 * i], rows[height][2 * i + 1]);
            }
            for (uint256 i = 0; i < 256; ++i) {
                claims[i].proof[height] = rows[height][(i >> height) ^ 1];
            }
        }
        return (settlementOf(wide, rows[8][0], 8), claims);
    }

    function test_payeeThatItsTokenRefusesBlocksNobodyElse() public {
        (, IEscrow.Claim memory adas,) = lines();
        (,, IEscrow.Claim memory bobs) = lines();
        later(DELAY);
        vm.mockCallRevert(address(token), abi.encodeCall(token.transfer, (ada, 2 * ONE)), "blocklisted");
        vm.expectRevert("blocklisted");
        claim(adas);
        claim(bobs);
        escrow.close(job);
        same(token.balanceOf(bob), 3 * ONE, "bob");
        vm.clearMockedCalls();
        claim(adas);
        same(token.balanceOf(ada), 2 * ONE, "ada");
        solvent(job);
    }

    function test_anyoneMaySendAClaimAndTheWorkerIsPaid() public {
        (,, IEscrow.Claim memory bobs) = lines();
        later(DELAY);
        vm.prank(stranger);
        claim(bobs);
        same(token.balanceOf(bob), 3 * ONE, "bob");
        truth(escrow.isClaimed(job, 1) && !escrow.isClaimed(job, 0), "marks");
        same(escrow.jobOf(job).claims.claimed, 3 * ONE, "claimed");
        solvent(job);
    }
}
