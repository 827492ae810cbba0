// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Settlement} from "./Base.sol";

contract ClaimManyTest is Base {
    bytes[] private encoded;

    function setUp() public override {
        super.setUp();
        for (uint32 i = 0; i < 3; ++i) {
            bytes32 job = open(intention(bytes32(uint256(i) + 1)));
            (Settlement memory settlement, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) =
                twoLines(job, lineOf("lease 0", 0, ada, ONE), lineOf("lease 1", 1, bob, 2 * ONE));
            settle(settlement);
            encoded.push(abi.encode(adas));
            encoded.push(abi.encode(bobs));
        }
        later(DELAY);
    }

    function all() private view returns (IEscrow.Claim[] memory claims) {
        claims = new IEscrow.Claim[](6);
        for (uint256 i = 0; i < 6; ++i) {
            claims[i] = abi.decode(encoded[i], (IEscrow.Claim));
        }
    }

    function test_oneBadClaimFailsTheCall() public {
        IEscrow.Claim[] memory claims = all();
        claims[3].payout.totalUnits += 1;
        refuses(IEscrow.BadProof.selector, abi.encode(claims[3].job));
        escrow.claimMany(claims);
    }

    function test_whatWasClaimedBeforeIsPassedOver() public {
        IEscrow.Claim[] memory claims = all();
        claim(claims[0]);
        claim(claims[5]);
        escrow.claimMany(claims);
        escrow.claimMany(claims);
        same(token.balanceOf(ada), 3 * ONE, "ada");
        same(token.balanceOf(bob), 6 * ONE, "bob");
    }

    function test_claimsOfOneWorkerOverJobsAreOneTransfer() public {
        IEscrow.Claim[] memory claims = all();
        IEscrow.Claim[] memory adas = new IEscrow.Claim[](3);
        for (uint256 i = 0; i < 3; ++i) {
            adas[i] = claims[2 * i];
        }
        escrow.claimMany(adas);
        same(token.balanceOf(ada), 3 * ONE, "ada");
        same(token.balanceOf(bob), 0, "bob");
    }

    function test_noClaimsPayNothing() public {
        uint256 before = token.balanceOf(address(escrow));
        escrow.claimMany(new IEscrow.Claim[](0));
        same(token.balanceOf(address(escrow)), before, "held");
    }
}
