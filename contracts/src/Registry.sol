// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {PlainToken} from "./libraries/PlainToken.sol";

/// @title Registry
/// @notice Workers' stake. See {IRegistry}.
contract Registry is IRegistry, EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    // ------------------------------------------------------------------------------------------------------- constants

    /// @notice Stake for one lease at a time, in prices of that lease: cheating then costs more than it saves.
    uint256 public constant STAKE_PER_PRICE = 20;
    bytes32 private constant REGISTRATION_TYPE =
        keccak256("Registration(address operator,address payout,bytes32 determinismClass)");

    // --------------------------------------------------------------------------------------------------------- storage

    /// @inheritdoc IRegistry
    uint40 public immutable unbondingPeriod;
    /// @dev Two seats. A registry for another court is another registry (docs/adr/0005-stake-and-slashers.md).
    address private immutable _slasher;
    address private immutable _court;

    mapping(address operator => Worker) private _workers;
    mapping(address operator => mapping(address token => Stake)) private _stakes;
    /// @inheritdoc IRegistry
    mapping(address token => uint256) public burnedOf;

    // ----------------------------------------------------------------------------------------------------- constructor

    /// @param slasher proves equivocation.
    /// @param court decides what needs a second run; zero while there is none.
    constructor(uint40 unbondingPeriod_, address slasher, address court) EIP712("Fuzzburst Registry", "1") {
        (unbondingPeriod, _slasher, _court) = (unbondingPeriod_, slasher, court);
    }

    // ---------------------------------------------------------------------------------------------------------- worker

    /// @inheritdoc IRegistry
    function register(address operator, address payout, bytes32 determinismClass, bytes calldata signature) external {
        if (payout == address(0)) revert ZeroAddress();
        if (_workers[operator].payout != address(0)) revert AlreadyRegistered(operator);
        if (msg.sender != operator) {
            bytes32 message = keccak256(abi.encode(REGISTRATION_TYPE, operator, payout, determinismClass));
            (address signer, ECDSA.RecoverError failure,) =
                ECDSA.tryRecoverCalldata(_hashTypedDataV4(message), signature);
            if (failure != ECDSA.RecoverError.NoError || signer != operator) revert BadSignature(operator);
        }
        _workers[operator] = Worker(payout, determinismClass);
        emit Registered(operator, payout, determinismClass);
    }

    /// @inheritdoc IRegistry
    function setPayout(address operator, address payout) external {
        _requirePayout(operator);
        if (payout == address(0)) revert ZeroAddress();
        _workers[operator].payout = payout;
        emit PayoutChanged(operator, payout);
    }

    /// @inheritdoc IRegistry
    function declareClass(bytes32 determinismClass) external {
        if (_workers[msg.sender].payout == address(0)) revert NotRegistered(msg.sender);
        _workers[msg.sender].determinismClass = determinismClass;
        emit ClassDeclared(msg.sender, determinismClass);
    }

    /// @inheritdoc IRegistry
    function stake(address operator, address token, uint256 units) external nonReentrant {
        if (_workers[operator].payout == address(0)) revert NotRegistered(operator);
        if (units == 0) revert ZeroUnits();
        Stake storage s = _stakes[operator][token];
        if (s.bonded == 0 && s.unbonding == 0) _requirePlain(token);
        uint256 most = type(uint96).max - s.bonded - s.unbonding;
        if (units > most) revert AmountTooLarge(units, most);
        // The one effect after a call: how much arrived is not known before. Every entry that moves money is guarded.
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(msg.sender, address(this), units);
        uint256 received = IERC20(token).balanceOf(address(this)) - before;
        if (received != units) revert ShortTransfer(units, received);
        s.bonded += uint96(units); // checked above, with what is unbonding
        emit Staked(operator, token, msg.sender, units);
    }

    /// @inheritdoc IRegistry
    function unbond(address operator, address token, uint256 units) external {
        _requirePayout(operator);
        if (units == 0) revert ZeroUnits();
        Stake storage s = _stakes[operator][token];
        if (units > s.bonded) revert NotEnoughStake(units, s.bonded);
        s.bonded -= uint96(units); // at most bonded
        s.unbonding += uint96(units);
        s.availableAt = uint40(block.timestamp) + unbondingPeriod; // fits until the year 36812
        emit Unbonding(operator, token, units, s.availableAt);
    }

    /// @inheritdoc IRegistry
    function rebond(address operator, address token) external {
        _requirePayout(operator);
        Stake storage s = _stakes[operator][token];
        uint96 units = s.unbonding;
        if (units == 0) revert NothingUnbonding(operator, token);
        (s.bonded, s.unbonding, s.availableAt) = (s.bonded + units, 0, 0);
        emit Rebonded(operator, token, units);
    }

    /// @inheritdoc IRegistry
    function withdraw(address operator, address token) external nonReentrant {
        Stake storage s = _stakes[operator][token];
        uint256 units = s.unbonding;
        if (units == 0) revert NothingUnbonding(operator, token);
        if (block.timestamp < s.availableAt) revert TooEarly(s.availableAt);
        (s.unbonding, s.availableAt) = (0, 0);
        address payout = _workers[operator].payout;
        emit Withdrawn(operator, token, payout, units);
        IERC20(token).safeTransfer(payout, units);
    }

    // --------------------------------------------------------------------------------------------------------- arbiter

    /// @inheritdoc IRegistry
    function slash(address operator, address token, uint256 units, uint256 keepUnits, bytes32 evidence)
        external
        nonReentrant
        returns (uint256 slashed, uint256 kept)
    {
        if (!isSlasher(msg.sender)) revert NotSlasher(msg.sender);
        Stake storage s = _stakes[operator][token];
        uint256 bonded = units < s.bonded ? units : s.bonded;
        uint256 unbonding = units - bonded < s.unbonding ? units - bonded : s.unbonding;
        (s.bonded, s.unbonding) = (s.bonded - uint96(bonded), s.unbonding - uint96(unbonding)); // at most what is there
        slashed = bonded + unbonding;
        kept = keepUnits < slashed / 2 ? keepUnits : slashed / 2;
        burnedOf[token] += slashed - kept;
        emit Strike(operator, msg.sender, evidence);
        if (slashed != 0) emit Slashed(operator, token, slashed, slashed - kept);
        if (kept != 0) IERC20(token).safeTransfer(msg.sender, kept);
    }

    // ----------------------------------------------------------------------------------------------------------- views

    /// @inheritdoc IRegistry
    function workerOf(address operator) external view returns (Worker memory) {
        return _workers[operator];
    }

    /// @inheritdoc IRegistry
    function stakeOf(address operator, address token) external view returns (Stake memory) {
        return _stakes[operator][token];
    }

    /// @inheritdoc IRegistry
    function leasesCovered(address operator, address token, uint256 price) external view returns (uint256) {
        if (price == 0) return type(uint256).max;
        return _stakes[operator][token].bonded / STAKE_PER_PRICE / price;
    }

    /// @inheritdoc IRegistry
    function isSlasher(address slasher) public view returns (bool) {
        return slasher != address(0) && (slasher == _slasher || slasher == _court);
    }

    /// @inheritdoc IRegistry
    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    // -------------------------------------------------------------------------------------------------------- internal

    function _requirePlain(address token) private view {
        if (!PlainToken.isToken(token)) revert NotAToken(token);
        if (PlainToken.rebases(token)) revert RebasingToken(token);
    }

    function _requirePayout(address operator) private view {
        address payout = _workers[operator].payout;
        if (payout == address(0)) revert NotRegistered(operator);
        if (msg.sender != payout) revert NotPayout(operator, msg.sender);
    }
}
