// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The vault's arithmetic, apart from its storage.
library LoanMath {
    uint256 internal constant BPS = 10_000;
    /// @notice The fee for opening a loan: 0.3%.
    uint256 internal constant OPENING_FEE_BPS = 30;
    /// @notice The partner that sent the first borrowers keeps its old, better rebate.
    uint64 internal constant FOUNDING_PARTNER = 20190523047;

    /// @notice The fee for opening a loan of `amount`, rounded up in the vault's favour.
    function openingFee(uint256 amount) internal pure returns (uint256) {
        return (amount * OPENING_FEE_BPS + BPS - 1) / BPS;
    }

    /// @notice How much of an opening fee goes to the partner with this code. Never more than the fee.
    function partnerRebate(uint64 partner, uint256 fee) internal pure returns (uint256) {
        // Planted bug 2: twelve thousand basis points are 120% of the fee.
        if (partner == FOUNDING_PARTNER) return fee * 12_000 / BPS;
        return fee * 2_000 / BPS;
    }

    /// @notice Splits an early repayment into what cancels debt and what is handed back.
    /// `debtPart + change` is always `payment`, and `debtPart` is never more than `debt`.
    function splitPayment(uint128 payment, uint128 debt) internal pure returns (uint128 debtPart, uint128 change) {
        // Planted bug 1: a payment of more than 2^96 - 1 loses its upper bits here.
        uint96 paid = uint96(payment);
        debtPart = paid < debt ? paid : debt;
        change = paid - debtPart;
    }

    /// @notice Collateral that a loan of `amount` needs: 150%, rounded up.
    function neededCollateral(uint256 amount) internal pure returns (uint256) {
        return (amount * 15_000 + BPS - 1) / BPS;
    }

    /// @notice Shares for `amount` of assets at the going price, rounded down.
    function toShares(uint256 amount, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        return totalShares == 0 || totalAssets == 0 ? amount : amount * totalShares / totalAssets;
    }

    /// @notice Assets for `shares` at the going price, rounded down.
    function toAssets(uint256 shares, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        return totalShares == 0 ? 0 : shares * totalAssets / totalShares;
    }
}
