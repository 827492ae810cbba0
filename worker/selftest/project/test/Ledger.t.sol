// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ledger} from "../src/Ledger.sol";

/// What a worker runs at its start. One property fails on purpose: shrinking and counterexamples must agree as well.
contract LedgerTest {
    Ledger internal ledger;

    function setUp() public {
        ledger = new Ledger();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(ledger);
    }

    function testFuzz_movingKeepsTheTotal(address from, address to, uint128 amount, uint256 part) public {
        ledger.mint(from, amount);
        ledger.move(from, to, amount == 0 ? 0 : part % amount);
        require(ledger.total() == amount, "total changed");
    }

    function testFuzz_failsOnPurpose(uint256 a, uint128 b) public pure {
        require(a % 97 != 13 || b % 5 != 2, "found on purpose");
    }

    function invariant_totalCoversMoves() public view {
        require(ledger.total() >= 0 && ledger.moves() < 1_000_000, "moves");
    }
}
