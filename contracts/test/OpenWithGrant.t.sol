// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, Grant, IEscrow, Intent} from "./Base.sol";

contract OpenWithGrantTest is Base {
    function granted() private view returns (Grant memory) {
        return Grant(account, spender, jobKey, uint128(15 * ONE), uint64(block.timestamp + 1 hours), "nonce");
    }

    function tries(Grant memory grant, uint256 jobSigner, uint256 grantSigner, bytes4 selector, bytes memory arguments)
        private
    {
        Intent memory intent = intention("job");
        bytes memory signature = sign(jobSigner, hasher.hash(intent));
        bytes memory grantSignature = sign(grantSigner, hasher.hash(grant));
        refuses(selector, arguments);
        escrow.openWithGrant(intent, signature, grant, grantSignature, 0);
    }

    function uses(bytes32 name, Grant memory grant) private {
        Intent memory intent = intention(name);
        bytes memory signature = sign(JOB_KEY, hasher.hash(intent));
        escrow.openWithGrant(intent, signature, grant, sign(SPENDER_KEY, hasher.hash(grant)), 0);
    }

    function test_grantForAnotherAccountIsRefused() public {
        Grant memory grant = granted();
        grant.account = "other";
        tries(grant, JOB_KEY, SPENDER_KEY, IEscrow.GrantMismatch.selector, "");
    }

    function test_grantForAnotherJobKeyIsRefused() public {
        Grant memory grant = granted();
        grant.jobKey = bob;
        tries(grant, JOB_KEY, SPENDER_KEY, IEscrow.GrantMismatch.selector, "");
    }

    function test_expiredGrantIsRefused() public {
        Grant memory grant = granted();
        grant.validUntil = uint64(block.timestamp - 1);
        tries(grant, JOB_KEY, SPENDER_KEY, IEscrow.GrantExpired.selector, abi.encode(grant.validUntil));
    }

    function test_grantOfTooLittleIsRefused() public {
        Grant memory grant = granted();
        grant.amount -= 1;
        tries(grant, JOB_KEY, SPENDER_KEY, IEscrow.GrantTooSmall.selector, abi.encode(15 * ONE, 15 * ONE - 1));
    }

    function test_intentOfAnotherKeyIsRefused() public {
        tries(granted(), BOB_KEY, SPENDER_KEY, IEscrow.BadSignature.selector, abi.encode(jobKey));
    }

    function test_grantOfAnotherKeyIsRefused() public {
        tries(granted(), JOB_KEY, BOB_KEY, IEscrow.BadSignature.selector, abi.encode(spender));
    }

    function test_spenderWithoutTheRightIsRefused() public {
        Grant memory grant = granted();
        grant.spender = bob;
        tries(grant, JOB_KEY, BOB_KEY, IEscrow.NotSpender.selector, abi.encode(account, bob));
    }

    function test_grantOpensOneJob() public {
        uses("job", granted());
        tries(granted(), JOB_KEY, SPENDER_KEY, IEscrow.JobExists.selector, abi.encode(hasher.hash(intention("job"))));
        Intent memory second = intention("second");
        bytes memory signature = sign(JOB_KEY, hasher.hash(second));
        bytes memory grantSignature = sign(SPENDER_KEY, hasher.hash(granted()));
        refuses(IEscrow.GrantUsed.selector, abi.encode(bytes32("nonce")));
        escrow.openWithGrant(second, signature, granted(), grantSignature, 0);
    }

    function test_grantCountsAgainstTheSpendersCaps() public {
        uses("job", granted());
        same(escrow.spenderOf(account, spender).spent, 15 * ONE, "spent today");
        truth(escrow.grantUsed(spender, "nonce"), "burned");
        same(lockedOf(account), 15 * ONE, "locked");
    }
}
