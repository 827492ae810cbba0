// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Coin} from "./Coin.sol";
import {LoanMath} from "./LoanMath.sol";

/// @notice Savers lend a coin through the vault; borrowers take it against collateral and pay a fee.
/// The fee is profit, and profit is released to the savers over thirty days so that nobody can enter for a block
/// and leave with it. Four bugs are planted in the vault and its arithmetic: see the README.
contract LendingVault {
    struct Loan {
        uint256 debt;
        uint256 collateral;
    }

    uint256 public constant RELEASE_TIME = 30 days;

    Coin public immutable coin;
    Coin public immutable collateralCoin;

    uint256 public totalShares;
    mapping(address saver => uint256 shares) public sharesOf;

    uint256 public totalDebt;
    uint256 public totalCollateral;
    mapping(address borrower => Loan loan) public loanOf;

    /// @notice Profit that was still to be released at `lastProfitAt`.
    uint256 public profitAtLastReport;
    uint256 public lastProfitAt;

    event Deposited(address indexed saver, uint256 amount, uint256 shares);
    event Withdrawn(address indexed saver, uint256 amount, uint256 shares);
    event LoanOpened(address indexed borrower, uint256 amount, uint256 collateral);
    event CollateralAdded(address indexed borrower, uint256 amount);
    event LoanClosed(address indexed borrower, uint256 debt, uint256 collateral);

    error NothingToDo();
    error LoanAlreadyOpen(address borrower);
    error NoLoan(address borrower);
    error CollateralTooSmall(uint256 have, uint256 need);
    error CashTooSmall(uint256 have, uint256 need);
    error SharesTooFew(uint256 have, uint256 need);

    constructor(Coin coin_, Coin collateralCoin_) {
        coin = coin_;
        collateralCoin = collateralCoin_;
        lastProfitAt = block.timestamp;
    }

    // ---------------------------------------------------------------- savers

    function deposit(uint256 amount) external returns (uint256 shares) {
        shares = LoanMath.toShares(amount, totalAssets(), totalShares);
        if (shares == 0) revert NothingToDo();
        totalShares += shares;
        sharesOf[msg.sender] += shares;
        emit Deposited(msg.sender, amount, shares);
        coin.transferFrom(msg.sender, address(this), amount);
    }

    function withdraw(uint256 shares) external returns (uint256 amount) {
        uint256 have = sharesOf[msg.sender];
        if (have < shares) revert SharesTooFew(have, shares);
        amount = LoanMath.toAssets(shares, totalAssets(), totalShares);
        if (amount > cash()) revert CashTooSmall(cash(), amount);
        sharesOf[msg.sender] = have - shares;
        totalShares -= shares;
        emit Withdrawn(msg.sender, amount, shares);
        coin.transfer(msg.sender, amount);
    }

    // ------------------------------------------------------------- borrowers

    function openLoan(uint256 amount, uint256 collateral) external {
        if (amount == 0) revert NothingToDo();
        if (loanOf[msg.sender].debt != 0) revert LoanAlreadyOpen(msg.sender);
        if (amount > cash()) revert CashTooSmall(cash(), amount);
        uint256 need = LoanMath.neededCollateral(amount);
        if (collateral < need) revert CollateralTooSmall(collateral, need);

        uint256 fee = LoanMath.openingFee(amount);
        loanOf[msg.sender] = Loan({debt: amount + fee, collateral: collateral});
        totalDebt += amount + fee;
        totalCollateral += collateral;
        _recordProfit(fee);
        emit LoanOpened(msg.sender, amount, collateral);
        collateralCoin.transferFrom(msg.sender, address(this), collateral);
        coin.transfer(msg.sender, amount);
    }

    function addCollateral(uint256 amount) external {
        Loan storage loan = loanOf[msg.sender];
        if (loan.debt == 0) revert NoLoan(msg.sender);
        if (amount == 0) revert NothingToDo();
        loan.collateral += amount;
        // Planted bug 3: the total is not told of the addition, so that closing the loan takes it from the others.
        emit CollateralAdded(msg.sender, amount);
        collateralCoin.transferFrom(msg.sender, address(this), amount);
    }

    function closeLoan() external {
        Loan memory loan = loanOf[msg.sender];
        if (loan.debt == 0) revert NoLoan(msg.sender);
        delete loanOf[msg.sender];
        totalDebt -= loan.debt;
        totalCollateral = totalCollateral > loan.collateral ? totalCollateral - loan.collateral : 0;
        emit LoanClosed(msg.sender, loan.debt, loan.collateral);
        coin.transferFrom(msg.sender, address(this), loan.debt);
        collateralCoin.transfer(msg.sender, loan.collateral);
    }

    // ----------------------------------------------------------------- views

    /// @notice Coins in the vault that are not lent.
    function cash() public view returns (uint256) {
        return coin.balanceOf(address(this));
    }

    /// @notice What belongs to the savers: cash and debt, without the profit that is not released yet.
    function totalAssets() public view returns (uint256) {
        return cash() + totalDebt - unreleasedProfit();
    }

    /// @notice Profit that is still to be released, falling in a straight line to nothing.
    function unreleasedProfit() public view returns (uint256) {
        // Planted bug 4: once RELEASE_TIME is over, `passed` is more than all of it and the line goes on below zero.
        uint256 passed = block.timestamp - lastProfitAt;
        return profitAtLastReport - profitAtLastReport * passed / RELEASE_TIME;
    }

    // -------------------------------------------------------------- internal

    function _recordProfit(uint256 profit) private {
        profitAtLastReport = unreleasedProfit() + profit;
        lastProfitAt = block.timestamp;
    }
}
