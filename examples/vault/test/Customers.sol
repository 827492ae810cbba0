// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Coin} from "../src/Coin.sol";
import {LendingVault} from "../src/LendingVault.sol";
import {clamp, vm} from "./Harness.sol";

/// @notice What the fuzzer calls: each call is one customer's errand, with amounts that make sense.
/// The customer is whoever sends the call.
contract Customers {
    LendingVault public immutable vault;
    Coin public immutable coin;
    Coin public immutable collateralCoin;

    constructor(LendingVault vault_) {
        vault = vault_;
        coin = vault_.coin();
        collateralCoin = vault_.collateralCoin();
    }

    function save(uint256 amount) external {
        amount = clamp(amount, 1e6, 1e24);
        coin.mint(msg.sender, amount);
        vm.startPrank(msg.sender);
        coin.approve(address(vault), amount);
        vault.deposit(amount);
        vm.stopPrank();
    }

    function takeOut(uint256 shares) external {
        shares = clamp(shares, 0, vault.sharesOf(msg.sender));
        vm.prank(msg.sender);
        vault.withdraw(shares);
    }

    function borrow(uint256 amount) external {
        amount = clamp(amount, 1, vault.cash());
        uint256 collateral = amount * 2 + 1;
        collateralCoin.mint(msg.sender, collateral);
        vm.startPrank(msg.sender);
        collateralCoin.approve(address(vault), collateral);
        vault.openLoan(amount, collateral);
        vm.stopPrank();
    }

    function addCollateral(uint256 amount) external {
        amount = clamp(amount, 1, 1e24);
        collateralCoin.mint(msg.sender, amount);
        vm.startPrank(msg.sender);
        collateralCoin.approve(address(vault), amount);
        vault.addCollateral(amount);
        vm.stopPrank();
    }

    function repay() external {
        (uint256 debt,) = vault.loanOf(msg.sender);
        coin.mint(msg.sender, debt);
        vm.startPrank(msg.sender);
        coin.approve(address(vault), debt);
        vault.closeLoan();
        vm.stopPrank();
    }
}
