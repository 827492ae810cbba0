// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {PlainToken} from "./libraries/PlainToken.sol";

/// @title Accounts
/// @notice What the owner of an account does, and what a spender's cap lets a job lock. See {IEscrow}.
abstract contract Accounts is IEscrow, EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    // --------------------------------------------------------------------------------------------------------- storage

    /// @inheritdoc IEscrow
    uint40 public immutable withdrawalDelay;

    mapping(bytes32 account => Account) internal _accounts;
    mapping(bytes32 account => mapping(address spender => Spender)) internal _spenders;
    /// @inheritdoc IEscrow
    mapping(address token => uint256) public burnedOf;

    constructor(uint40 withdrawalDelay_) EIP712("Fuzzburst", "1") {
        withdrawalDelay = withdrawalDelay_;
    }

    // ---------------------------------------------------------------------------------------------------------- funder

    /// @inheritdoc IEscrow
    function createAccount(address token, bytes32 salt) external returns (bytes32 account) {
        if (!PlainToken.isToken(token)) revert NotAToken(token);
        if (PlainToken.rebases(token)) revert RebasingToken(token);
        account = keccak256(abi.encode(msg.sender, token, salt));
        Account storage a = _accounts[account];
        if (a.owner != address(0)) revert AccountExists(account);
        a.owner = msg.sender;
        a.token = token;
        emit AccountCreated(account, msg.sender, token, salt);
    }

    /// @inheritdoc IEscrow
    function deposit(bytes32 account, uint256 units) external nonReentrant {
        _deposit(account, units);
    }

    /// @inheritdoc IEscrow
    function depositWithPermit(bytes32 account, uint256 units, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
        nonReentrant
    {
        address token = _accounts[account].token;
        if (token == address(0)) revert NoAccount(account);
        try IERC20Permit(token).permit(msg.sender, address(this), units, deadline, v, r, s) {}
            catch {
            // Somebody may have sent this permit first. If the allowance is missing, the transfer says so.
        }
        _deposit(account, units);
    }

    /// @inheritdoc IEscrow
    function setSpender(bytes32 account, address spender, uint96 maxPerJob, uint96 maxPerDay, uint40 expires) external {
        _requireOwner(account);
        if (spender == address(0)) revert ZeroAddress();
        Spender storage s = _spenders[account][spender];
        // What was spent today stays: setting caps anew must not open a second day.
        (s.maxPerJob, s.maxPerDay, s.expires) = (maxPerJob, maxPerDay, expires);
        // Any day that is over: the owner pays for the slot once, so that no first job of a spender costs more than others.
        if (s.day == 0) s.day = 1;
        emit SpenderSet(account, spender, maxPerJob, maxPerDay, expires);
    }

    /// @inheritdoc IEscrow
    function requestWithdrawal(bytes32 account, uint96 units) external {
        Account storage a = _requireOwner(account);
        if (units > a.balance) revert NotEnoughFunds(units, a.balance);
        a.withdrawalUnits = units;
        a.withdrawalAt = units == 0 ? 0 : _now() + withdrawalDelay;
        emit WithdrawalRequested(account, units, a.withdrawalAt);
    }

    /// @inheritdoc IEscrow
    function withdraw(bytes32 account, address to) external nonReentrant {
        Account storage a = _requireOwner(account);
        if (to == address(0)) revert ZeroAddress();
        if (a.withdrawalAt == 0) revert NoWithdrawal(account);
        if (block.timestamp < a.withdrawalAt) revert TooEarly(a.withdrawalAt);
        uint128 units = a.withdrawalUnits < a.balance ? a.withdrawalUnits : a.balance;
        (a.withdrawalUnits, a.withdrawalAt) = (0, 0);
        a.balance -= units;
        emit Withdrawn(account, to, units);
        IERC20(a.token).safeTransfer(to, units);
    }

    // ----------------------------------------------------------------------------------------------------------- views

    /// @inheritdoc IEscrow
    function accountOf(bytes32 account) external view returns (Account memory) {
        return _accounts[account];
    }

    /// @inheritdoc IEscrow
    function spenderOf(bytes32 account, address spender) external view returns (Spender memory) {
        return _spenders[account][spender];
    }

    /// @inheritdoc IEscrow
    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    // -------------------------------------------------------------------------------------------------------- internal

    function _deposit(bytes32 account, uint256 units) internal {
        Account storage a = _accounts[account];
        if (a.owner == address(0)) revert NoAccount(account);
        if (units == 0) revert ZeroUnits();
        if (units > type(uint96).max) revert AmountTooLarge(units, type(uint96).max);
        IERC20 token = IERC20(a.token);
        // The one effect after a call: how much arrived is not known before. Every entry that moves money is guarded.
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), units);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != units) revert ShortTransfer(units, received);
        a.balance += uint128(units); // checked above
        emit Deposited(account, msg.sender, units);
    }

    function _spend(bytes32 account, address spender, uint256 lock) internal {
        Spender storage s = _spenders[account][spender];
        if (s.expires == 0) revert NotSpender(account, spender);
        if (block.timestamp > s.expires) revert SpenderExpired(spender, s.expires);
        if (lock > s.maxPerJob) revert CapPerJobExceeded(lock, s.maxPerJob);
        uint40 today = uint40(block.timestamp / 1 days); // fits for 3e9 years
        uint256 spent = s.day == today ? s.spent : 0;
        uint256 left = s.maxPerDay > spent ? s.maxPerDay - spent : 0;
        if (lock > left) revert CapPerDayExceeded(lock, left);
        (s.spent, s.day) = (uint96(spent + lock), today); // at most maxPerDay, a uint96
        Account storage a = _accounts[account];
        if (lock > a.balance) revert NotEnoughFunds(lock, a.balance);
        (a.balance, a.locked) = (a.balance - uint128(lock), a.locked + uint128(lock)); // lock <= balance
    }

    /// @dev Not sent anywhere: no token can refuse it, and no address can get it.
    function _burn(Account storage a, uint256 units) internal {
        if (units == 0) return;
        a.locked -= uint128(units); // units are part of a job's uint80 pot
        burnedOf[a.token] += units;
    }

    function _requireOwner(bytes32 account) internal view returns (Account storage a) {
        a = _accounts[account];
        if (a.owner == address(0)) revert NoAccount(account);
        if (a.owner != msg.sender) revert NotOwner(account, msg.sender);
    }

    /// @dev Spenders may be contract wallets (EIP-1271).
    function _requireSpenderSignature(address spender, bytes32 message, bytes calldata signature) internal view {
        bytes32 digest = _hashTypedDataV4(message);
        // First as a key: most are, and asking whether there is code costs as much as recovering the signer.
        if (spender != address(0) && _recover(digest, signature) == spender) return;
        if (!SignatureChecker.isValidERC1271SignatureNowCalldata(spender, digest, signature)) {
            revert BadSignature(spender);
        }
    }

    /// @dev Job keys, assigners and workers are plain keys.
    function _requireSigner(address signer, bytes32 message, bytes calldata signature) internal view {
        if (signer == address(0) || _recover(_hashTypedDataV4(message), signature) != signer) revert BadSignature(signer);
    }

    /// @return signer zero when it is no signature.
    function _recover(bytes32 digest, bytes calldata signature) internal pure returns (address signer) {
        (signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
    }

    function _now() internal view returns (uint40) {
        return uint40(block.timestamp); // fits until the year 36812
    }
}
