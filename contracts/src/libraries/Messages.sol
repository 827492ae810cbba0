// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

// The messages that somebody signs, as src/protocol/messages.ts and docs/adr/0001-signed-messages.md fix them.
// contracts/test/Messages.t.sol holds their hashes as computed by src/protocol.

/// @notice What a requester wants. It locks (slots + spares) * slotPrice + finderReserve + relayerFeeCap.
struct Intent {
    bytes32 account;
    bytes32 jobHash;
    bytes32 auditCommit;
    address jobKey;
    address assigner;
    uint32 slots;
    uint32 spares;
    uint128 slotPrice;
    uint128 finderReserve;
    uint128 relayerFeeCap;
    uint64 openBy;
    uint64 settleBy;
}

/// @notice A spender's permission for one job key to open one job of at most `amount`.
struct Grant {
    bytes32 account;
    address spender;
    address jobKey;
    uint128 amount;
    uint64 validUntil;
    bytes32 nonce;
}

/// @notice The right of one worker to run one shard for one price.
struct Lease {
    bytes32 job;
    uint32 slot;
    address worker;
    bytes32 specDigest;
    uint32 slices;
    uint128 price;
    uint64 expires;
}

/// @notice A worker's word for what it ran.
struct Root {
    bytes32 job;
    bytes32 lease;
    bytes32 specDigest;
    bytes32 root;
    uint32 done;
}

/// @notice Somebody's word for when a root arrived. `rootMessage` is the struct hash of the root.
struct Receipt {
    bytes32 job;
    bytes32 lease;
    bytes32 rootMessage;
    uint64 receivedAt;
}

/// @notice The job key's last word: who gets how much.
struct Settlement {
    bytes32 job;
    bytes32 payoutRoot;
    uint8 payoutDepth;
    uint128 total;
    bytes32 auditSecret;
}

/// @notice EIP-712 struct hashes. All members are static, so a struct's ABI encoding is the encoding EIP-712 asks for.
library Messages {
    bytes32 internal constant INTENT_TYPE = keccak256(
        "Intent(bytes32 account,bytes32 jobHash,bytes32 auditCommit,address jobKey,address assigner,uint32 slots,uint32 spares,uint128 slotPrice,uint128 finderReserve,uint128 relayerFeeCap,uint64 openBy,uint64 settleBy)"
    );
    bytes32 internal constant GRANT_TYPE = keccak256(
        "Grant(bytes32 account,address spender,address jobKey,uint128 amount,uint64 validUntil,bytes32 nonce)"
    );
    bytes32 internal constant LEASE_TYPE = keccak256(
        "Lease(bytes32 job,uint32 slot,address worker,bytes32 specDigest,uint32 slices,uint128 price,uint64 expires)"
    );
    bytes32 internal constant ROOT_TYPE =
        keccak256("Root(bytes32 job,bytes32 lease,bytes32 specDigest,bytes32 root,uint32 done)");
    bytes32 internal constant RECEIPT_TYPE =
        keccak256("Receipt(bytes32 job,bytes32 lease,bytes32 rootMessage,uint64 receivedAt)");
    bytes32 internal constant SETTLEMENT_TYPE =
        keccak256("Settlement(bytes32 job,bytes32 payoutRoot,uint8 payoutDepth,uint128 total,bytes32 auditSecret)");

    /// @notice The name of the job that an intent opens.
    function hash(Intent calldata message) internal pure returns (bytes32) {
        return keccak256(abi.encode(INTENT_TYPE, message));
    }

    function hash(Grant calldata message) internal pure returns (bytes32) {
        return keccak256(abi.encode(GRANT_TYPE, message));
    }

    /// @notice The name of a lease.
    function hash(Lease calldata message) internal pure returns (bytes32) {
        return keccak256(abi.encode(LEASE_TYPE, message));
    }

    function hash(Root calldata message) internal pure returns (bytes32) {
        return keccak256(abi.encode(ROOT_TYPE, message));
    }

    function hash(Receipt calldata message) internal pure returns (bytes32) {
        return keccak256(abi.encode(RECEIPT_TYPE, message));
    }

    function hash(Settlement calldata message) internal pure returns (bytes32) {
        return keccak256(abi.encode(SETTLEMENT_TYPE, message));
    }
}
