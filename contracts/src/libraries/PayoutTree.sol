// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A hash together with the token units below it.
struct SumNode {
    bytes32 hash;
    uint256 units;
}

/// @notice One worker's part of a settlement, and the tree over its lines.
struct Payout {
    address worker;
    uint256 totalUnits;
    bytes32 linesRoot;
    uint8 linesDepth;
}

/// @notice What one leased slot is paid, and why (`reason` is src/protocol/payout.ts's number).
struct Line {
    uint32 slot;
    bytes32 lease;
    address worker;
    uint128 payUnits;
    uint128 rewardUnits;
    uint8 reason;
}

/// @notice The two-level sum tree of src/protocol/payout.ts. Every shown leaf owns its part of the total, so that one
/// total cannot be promised twice.
library PayoutTree {
    bytes32 internal constant NODE_TAG = keccak256("fuzzburst.sum.node.v1");
    bytes32 internal constant LINE_TAG = keccak256("fuzzburst.payout.line.v1");
    bytes32 internal constant WORKER_TAG = keccak256("fuzzburst.payout.worker.v1");

    /// @notice Levels of a tree above its leaves, at most: places for 2^32 workers.
    uint256 internal constant MAX_DEPTH = 32;

    /// @notice The leaf of one worker in the upper tree.
    function node(bytes32 job, Payout calldata payout) internal pure returns (SumNode memory) {
        return SumNode(leaf(job, payout), payout.totalUnits);
    }

    /// @notice The hash of that leaf: keccak256(abi.encode(WORKER_TAG, job, payout)).
    function leaf(bytes32 job, Payout calldata payout) internal pure returns (bytes32 hash) {
        bytes32 tag = WORKER_TAG;
        // A payout is four static words. Words that are no address or uint8 give a hash that is in no tree.
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, tag)
            mstore(add(free, 0x20), job)
            calldatacopy(add(free, 0x40), payout, 0x80)
            hash := keccak256(free, 0xc0)
        }
    }

    /// @notice The leaf of one slot in its worker's tree.
    function node(bytes32 job, Line calldata line) internal pure returns (SumNode memory) {
        return SumNode(keccak256(abi.encode(LINE_TAG, job, line)), uint256(line.payUnits) + line.rewardUnits);
    }

    /// @notice What a settlement leaves on chain: the tree's root, sum and depth, and the token it pays.
    /// keccak256(abi.encode(rootHash, units, depth, token)).
    function commitment(bytes32 rootHash, uint256 units, uint256 depth, address token)
        internal
        pure
        returns (bytes32 hash)
    {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, rootHash)
            mstore(add(free, 0x20), units)
            mstore(add(free, 0x40), depth)
            mstore(add(free, 0x60), shr(96, shl(96, token)))
            hash := keccak256(free, 0x80)
        }
    }

    /// @notice The commitment of the tree in which `payout` stands at `index`; zero when there can be none.
    function settled(
        address token,
        bytes32 job,
        uint256 index,
        Payout calldata payout,
        SumNode[] calldata proof
    ) internal pure returns (bytes32) {
        (bytes32 root, uint256 units) = climb(leaf(job, payout), payout.totalUnits, index, proof);
        return root == 0 ? bytes32(0) : commitment(root, units, proof.length, token);
    }

    /// @notice True when `bottom` stands at `index` of the tree with this root and depth, and all sums agree.
    /// @param proof the siblings, lowest first.
    function verify(SumNode memory root, uint256 depth, SumNode memory bottom, uint256 index, SumNode[] calldata proof)
        internal
        pure
        returns (bool)
    {
        if (proof.length != depth) return false;
        (bytes32 hash, uint256 units) = climb(bottom.hash, bottom.units, index, proof);
        return hash != 0 && hash == root.hash && units == root.units;
    }

    /// @notice The root above a leaf; zero when there is no such place, or when a sum could wrap around.
    /// @dev Sums of 2^248 and more are refused, which no amount on chain (uint80) can reach: 256 of less cannot wrap.
    function climb(bytes32 leafHash, uint256 leafUnits, uint256 index, SumNode[] calldata proof)
        internal
        pure
        returns (bytes32 hash, uint256 units)
    {
        uint256 depth = proof.length;
        if (depth > MAX_DEPTH || index >> depth != 0) return (0, 0);
        (hash, units) = (leafHash, leafUnits);
        uint256 seen = leafUnits;
        bytes32 tag = NODE_TAG;
        // keccak256(abi.encode(NODE_TAG, left.hash, left.units, right.hash, right.units)) at every height, in one piece of
        // unallocated memory: a third of what the compiler's encoding costs. Siblings are two static words each in calldata.
        assembly ("memory-safe") {
            // A multiple of 128, so that flipping the bit of 64 goes from the left half of a node to the right one.
            let left := and(add(mload(0x40), 0x9f), not(0x7f))
            let preimage := sub(left, 0x20)
            mstore(preimage, tag)
            let end := add(proof.offset, shl(6, depth))
            for { let sibling := proof.offset } lt(sibling, end) { sibling := add(sibling, 0x40) } {
                let own := or(left, shl(6, and(index, 1)))
                mstore(own, hash)
                mstore(add(own, 0x20), units)
                calldatacopy(xor(own, 0x40), sibling, 0x40)
                hash := keccak256(preimage, 0xa0)
                let more := calldataload(add(sibling, 0x20))
                seen := or(seen, more)
                units := add(units, more)
                index := shr(1, index)
            }
        }
        if (seen >> 248 != 0) return (0, 0);
    }
}
