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

    /// @notice The leaf of one worker in the upper tree.
    function node(bytes32 job, Payout calldata payout) internal pure returns (SumNode memory) {
        return SumNode(keccak256(abi.encode(WORKER_TAG, job, payout)), payout.totalUnits);
    }

    /// @notice The leaf of one slot in its worker's tree.
    function node(bytes32 job, Line calldata line) internal pure returns (SumNode memory) {
        return SumNode(keccak256(abi.encode(LINE_TAG, job, line)), uint256(line.payUnits) + line.rewardUnits);
    }

    /// @notice True when `leaf` stands at `index` of the tree with this root and depth, and all sums agree.
    /// @param proof the siblings, lowest first.
    function verify(SumNode memory root, uint256 depth, SumNode memory leaf, uint256 index, SumNode[] calldata proof)
        internal
        pure
        returns (bool)
    {
        if (proof.length != depth || index >> depth != 0) return false;
        bytes32 hash = leaf.hash;
        uint256 units = leaf.units;
        for (uint256 height = 0; height < depth; ++height) {
            SumNode calldata sibling = proof[height];
            // Sums only grow towards the root. Refusing what exceeds it here also rules out a sum that wraps around.
            if (units > root.units || sibling.units > root.units - units) return false;
            hash = (index >> height) & 1 == 1
                ? keccak256(abi.encode(NODE_TAG, sibling.hash, sibling.units, hash, units))
                : keccak256(abi.encode(NODE_TAG, hash, units, sibling.hash, sibling.units));
            units += sibling.units;
        }
        return hash == root.hash && units == root.units;
    }
}
