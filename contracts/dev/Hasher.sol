// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Grant, Intent, Lease, Messages, Receipt, Root, Settlement} from "../src/libraries/Messages.sol";
import {Line, Payout, PayoutTree, SumNode} from "../src/libraries/PayoutTree.sol";

/// @notice The libraries as a contract, for tests: they take calldata, and src/protocol compares its hashes with these.
contract Hasher {
    function node(bytes32 job, Payout calldata payout) external pure returns (SumNode memory) {
        return PayoutTree.node(job, payout);
    }

    function node(bytes32 job, Line calldata line) external pure returns (SumNode memory) {
        return PayoutTree.node(job, line);
    }

    function verify(SumNode memory root, uint256 depth, SumNode memory leaf, uint256 index, SumNode[] calldata proof)
        external
        pure
        returns (bool)
    {
        return PayoutTree.verify(root, depth, leaf, index, proof);
    }

    function hash(Intent calldata m) external pure returns (bytes32) {
        return Messages.hash(m);
    }

    function hash(Grant calldata m) external pure returns (bytes32) {
        return Messages.hash(m);
    }

    function hash(Lease calldata m) external pure returns (bytes32) {
        return Messages.hash(m);
    }

    function hash(Root calldata m) external pure returns (bytes32) {
        return Messages.hash(m);
    }

    function hash(Receipt calldata m) external pure returns (bytes32) {
        return Messages.hash(m);
    }

    function hash(Settlement calldata m) external pure returns (bytes32) {
        return Messages.hash(m);
    }
}
