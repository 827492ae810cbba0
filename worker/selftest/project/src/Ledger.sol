// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// A ledger with enough state and branches that a fuzzer's choices show in what it does.
contract Ledger {
    mapping(address => uint256) public balanceOf;
    uint256 public total;
    uint256 public moves;

    error Short(uint256 have, uint256 need);

    function mint(address to, uint128 amount) external {
        balanceOf[to] += amount;
        total += amount;
        moves++;
    }

    function move(address from, address to, uint256 amount) external {
        uint256 have = balanceOf[from];
        if (have < amount) revert Short(have, amount);
        balanceOf[from] = have - amount;
        balanceOf[to] += amount;
        moves++;
    }

    function burn(address from) external {
        total -= balanceOf[from];
        delete balanceOf[from];
        if (block.timestamp % 3 == 0) moves += 2;
    }
}
