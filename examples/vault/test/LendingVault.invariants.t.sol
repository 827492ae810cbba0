// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Coin} from "../src/Coin.sol";
import {LendingVault} from "../src/LendingVault.sol";
import {Customers} from "./Customers.sol";
import {vm} from "./Harness.sol";

contract LendingVaultInvariants {
    Coin internal coin;
    Coin internal collateralCoin;
    LendingVault internal vault;
    Customers internal customers;
    address[] internal people;

    function setUp() public {
        coin = new Coin("Sand Dollar");
        collateralCoin = new Coin("Driftwood");
        vault = new LendingVault(coin, collateralCoin);
        customers = new Customers(vault);
        people.push(address(0xA11CE));
        people.push(address(0xB0B));
        people.push(address(0xCA401));
    }

    /// @dev Foundry asks: which contracts to call?
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(customers);
    }

    /// @dev Foundry asks: as whom?
    function targetSenders() public view returns (address[] memory) {
        return people;
    }

    /// Planted bug 3: save, borrow, then add collateral.
    function invariant_collateralIsAccountedFor() public view {
        uint256 held;
        for (uint256 i; i < people.length; i++) {
            (, uint256 collateral) = vault.loanOf(people[i]);
            held += collateral;
        }
        vm.assertEq(vault.totalCollateral(), held, "the total differs from the sum of all loans");
    }

    /// Planted bug 4: it shows a month after the last loan was opened.
    function invariant_assetsCanAlwaysBeCounted() public view {
        uint256 assets = vault.totalAssets();
        vm.assertLe(assets, vault.cash() + vault.totalDebt(), "there is more than there is");
    }

    function invariant_sharesAddUp() public view {
        uint256 shares;
        for (uint256 i; i < people.length; i++) {
            shares += vault.sharesOf(people[i]);
        }
        vm.assertEq(vault.totalShares(), shares, "the total differs from the sum of all savers");
    }

    function invariant_debtAddsUp() public view {
        uint256 debt;
        for (uint256 i; i < people.length; i++) {
            (uint256 owed,) = vault.loanOf(people[i]);
            debt += owed;
        }
        vm.assertEq(vault.totalDebt(), debt, "the total differs from the sum of all loans");
    }

    function invariant_collateralIsInTheVault() public view {
        vm.assertLe(vault.totalCollateral(), collateralCoin.balanceOf(address(vault)), "collateral is missing");
    }
}
