// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hasher} from "../../dev/Hasher.sol";
import {PayoutTree, SumNode} from "../../src/libraries/PayoutTree.sol";

// For halmos, which tries all values at once (docs/second-opinions.md). forge runs nothing here: no name begins with `test`.

/// @notice What the money rests on: below one root, no two places can show more than its sum together.
contract PayoutTreeSymbolic {
    Hasher private hasher = new Hasher();

    function one(SumNode memory a) private pure returns (SumNode[] memory list) {
        list = new SumNode[](1);
        list[0] = a;
    }

    function two(SumNode memory a, SumNode memory b) private pure returns (SumNode[] memory list) {
        list = new SumNode[](2);
        (list[0], list[1]) = (a, b);
    }

    function check_twoPlacesOfDepthOneShareTheSum(
        SumNode memory root,
        SumNode memory left,
        SumNode memory right,
        SumNode memory leftProof,
        SumNode memory rightProof
    ) external view {
        if (!hasher.verify(root, 1, left, 0, one(leftProof))) return;
        if (!hasher.verify(root, 1, right, 1, one(rightProof))) return;
        assert(left.units <= root.units && right.units == root.units - left.units);
    }

    function check_onePlaceShowsOneLeaf(
        SumNode memory root,
        SumNode memory leaf,
        SumNode memory other,
        SumNode memory leafProof,
        SumNode memory otherProof
    ) external view {
        if (!hasher.verify(root, 1, leaf, 0, one(leafProof))) return;
        if (!hasher.verify(root, 1, other, 0, one(otherProof))) return;
        assert(leaf.hash == other.hash && leaf.units == other.units);
    }

    function check_placesOfTwoBranchesShareTheSum(
        SumNode memory root,
        SumNode memory first,
        SumNode memory third,
        SumNode[2] memory firstProof,
        SumNode[2] memory thirdProof
    ) external view {
        if (!hasher.verify(root, 2, first, 0, two(firstProof[0], firstProof[1]))) return;
        if (!hasher.verify(root, 2, third, 2, two(thirdProof[0], thirdProof[1]))) return;
        assert(first.units <= root.units && third.units <= root.units - first.units);
    }

    function check_noPlaceShowsMoreThanTheSum(SumNode memory root, SumNode memory leaf, SumNode memory a, SumNode memory b)
        external
        view
    {
        for (uint256 index = 0; index < 5; ++index) {
            if (hasher.verify(root, 2, leaf, index, two(a, b))) assert(leaf.units <= root.units && index < 4);
        }
    }

    /// @dev The word of a job's claims (Jobs._claim): adding a claim touches its own bit and the sum, and nothing else.
    function check_aClaimTouchesItsOwnBitAndTheSum(uint256 word, uint80 units, uint8 index) external pure {
        if (index >= 32 || (word >> (224 + index)) & 1 == 1) return;
        uint256 claimed = uint80(word >> 80);
        if (units > type(uint80).max - claimed) return;
        uint256 next = word + (uint256(units) << 80) + (1 << (224 + index));
        assert(uint80(next) == uint80(word) && uint80(next >> 80) == claimed + units);
        assert(uint64(next >> 160) == uint64(word >> 160));
        assert(next >> 224 == (word >> 224) | (1 << index));
    }

    function check_aPagesClaimTouchesItsOwnBitAndTheSum(uint256 word, uint80 units, uint8 index) external pure {
        if (index >= 176 || (word >> (80 + index)) & 1 == 1) return;
        if (units > type(uint80).max - uint80(word)) return;
        uint256 next = word + units + (1 << (80 + index));
        assert(uint80(next) == uint80(word) + units && next >> 80 == (word >> 80) | (1 << index));
    }
}
