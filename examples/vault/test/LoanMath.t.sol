// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LoanMath} from "../src/LoanMath.sol";
import {clamp, vm} from "./Harness.sol";

contract LoanMathTest {
    /// Planted bug 1: plain stateless fuzzing finds it.
    function testFuzz_paymentIsSplitWithoutLoss(uint128 payment, uint128 debt) public pure {
        (uint128 debtPart, uint128 change) = LoanMath.splitPayment(payment, debt);
        vm.assertLe(debtPart, debt, "more was cancelled than was owed");
        vm.assertEq(uint256(debtPart) + change, payment, "a part of the payment is gone");
    }

    /// Planted bug 2: only a number that stands in the code shows it; Foundry's dictionary holds it.
    function testFuzz_partnerNeverEarnsMoreThanTheFee(uint64 partner, uint96 amount) public pure {
        uint256 fee = LoanMath.openingFee(amount);
        vm.assertLe(LoanMath.partnerRebate(partner, fee), fee, "the rebate is more than the fee");
    }

    function testFuzz_feeIsRoundedUp(uint128 amount) public pure {
        uint256 fee = LoanMath.openingFee(amount);
        vm.assertTrue(fee * LoanMath.BPS >= uint256(amount) * LoanMath.OPENING_FEE_BPS, "the fee is rounded down");
        vm.assertLe(fee, uint256(amount) / 300 + 1, "the fee is more than a third of a per cent");
    }

    function testFuzz_depositAndWithdrawalNeverGain(uint256 amount, uint256 assets, uint256 shares) public pure {
        amount = clamp(amount, 1, 1e24);
        assets = clamp(assets, 1, 1e24);
        shares = clamp(shares, 1, 1e24);
        uint256 bought = LoanMath.toShares(amount, assets, shares);
        uint256 back = LoanMath.toAssets(bought, assets + amount, shares + bought);
        vm.assertLe(back, amount, "a round trip gained");
    }

    function test_feeOfNothingIsNothing() public pure {
        vm.assertEq(LoanMath.openingFee(0), 0, "fee of nothing");
    }
}
