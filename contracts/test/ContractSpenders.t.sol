// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Base, Grant, IEscrow, Intent} from "./Base.sol";

/// @notice A wallet of one key that can be told to answer badly.
contract KeyWallet {
    enum Mood {
        Honest,
        Wrong,
        Short,
        Reverting
    }

    address private immutable _key;
    Mood private _mood;

    constructor(address key) {
        _key = key;
    }

    function setMood(Mood mood) external {
        _mood = mood;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes32) {
        if (_mood == Mood.Wrong) return bytes32(bytes4(0xffffffff));
        if (_mood == Mood.Reverting) revert("no");
        if (_mood == Mood.Short) {
            assembly {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 4)
            }
        }
        return ECDSA.recover(digest, signature) == _key ? bytes32(bytes4(0x1626ba7e)) : bytes32(0);
    }
}

/// @notice Spenders that are contract wallets (ERC-1271).
contract ContractSpendersTest is Base {
    KeyWallet private wallet;

    function setUp() public override {
        super.setUp();
        wallet = new KeyWallet(bob);
        allow(address(wallet));
    }

    function allow(address who) private {
        vm.prank(owner);
        escrow.setSpender(account, who, uint96(50 * ONE), uint96(80 * ONE), uint40(block.timestamp + 1 days));
    }

    function test_signatureThatTheWalletDoesNotKnowIsRefused() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(ADA_KEY, hasher.hash(intent));
        refuses(IEscrow.BadSignature.selector, abi.encode(wallet));
        escrow.open(intent, address(wallet), signature, 0);
    }

    function test_walletThatAnswersBadlyIsRefusedAndBreaksNothing() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(BOB_KEY, hasher.hash(intent));
        for (uint256 mood = 1; mood <= uint256(type(KeyWallet.Mood).max); ++mood) {
            wallet.setMood(KeyWallet.Mood(mood));
            refuses(IEscrow.BadSignature.selector, abi.encode(wallet));
            escrow.open(intent, address(wallet), signature, 0);
        }
        wallet.setMood(KeyWallet.Mood.Honest);
        escrow.open(intent, address(wallet), signature, 0);
    }

    function test_capsHoldForWalletsToo() public {
        Intent memory intent = intention("job");
        intent.finderReserve = uint128(38 * ONE + 1);
        bytes memory signature = sign(BOB_KEY, hasher.hash(intent));
        refuses(IEscrow.CapPerJobExceeded.selector, abi.encode(50 * ONE + 1, 50 * ONE));
        escrow.open(intent, address(wallet), signature, 0);
    }

    function test_walletGrantsToAJobKey() public {
        Grant memory grant =
            Grant(account, address(wallet), jobKey, uint128(15 * ONE), uint64(block.timestamp + 1 hours), "nonce");
        Intent memory intent = intention("job");
        bytes memory signature = sign(JOB_KEY, hasher.hash(intent));
        bytes memory wrong = sign(ADA_KEY, hasher.hash(grant));
        refuses(IEscrow.BadSignature.selector, abi.encode(wallet));
        escrow.openWithGrant(intent, signature, grant, wrong, 0);
        bytes32 job = escrow.openWithGrant(intent, signature, grant, sign(BOB_KEY, hasher.hash(grant)), 0);
        truth(escrow.grantUsed(address(wallet), "nonce"), "burned");
        same(escrow.jobOf(job).pot, 14 * ONE, "pot");
    }

    function test_keyThatDelegatesToCodeStaysASpenderByItsKey() public {
        vm.etch(spender, address(wallet).code);
        openJob();
    }

    function test_jobKeysAssignersAndWorkersAreKeysOnly() public {
        Intent memory intent = intention("job");
        intent.jobKey = address(wallet);
        bytes32 job = open(intent);
        IEscrow.Evidence memory e = evidenceOf(leaseOf(job, 0, ada), ADA_KEY, 10);
        e.leaseSignature = sign(BOB_KEY, hasher.hash(e.lease));
        later(1 hours + GRACE + 1);
        refuses(IEscrow.BadSignature.selector, abi.encode(wallet));
        escrow.claimDefault(job, e);
    }
}
