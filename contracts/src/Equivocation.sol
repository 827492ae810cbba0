// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEquivocation} from "./interfaces/IEquivocation.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {IRegistry} from "./interfaces/IRegistry.sol";
import {Lease, Messages, Root} from "./libraries/Messages.sol";

/// @title Equivocation
/// @notice Slashes workers that signed two roots for one lease. See {IEquivocation}.
contract Equivocation is IEquivocation, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using Messages for *;

    // ------------------------------------------------------------------------------------------------------- constants

    /// @dev As Registry.STAKE_PER_PRICE: what a worker should have staked for one lease.
    uint256 private constant STAKE_PER_PRICE = 20;

    // --------------------------------------------------------------------------------------------------------- storage

    /// @inheritdoc IEquivocation
    IEscrow public immutable escrow;
    /// @inheritdoc IEquivocation
    mapping(IRegistry registry => mapping(bytes32 lease => bool)) public isProven;

    // ----------------------------------------------------------------------------------------------------- constructor

    constructor(IEscrow escrow_) {
        escrow = escrow_;
    }

    // ---------------------------------------------------------------------------------------------------------- anyone

    /// @inheritdoc IEquivocation
    function prove(
        IRegistry registry,
        Lease calldata lease,
        bytes calldata leaseSignature,
        Root calldata one,
        bytes calldata oneSignature,
        Root calldata other,
        bytes calldata otherSignature
    ) external nonReentrant {
        bytes32 id = lease.hash();
        (bytes32 first, bytes32 second) = (one.hash(), other.hash());
        if (first == second) revert NotEquivocation();
        IEscrow.Job memory j = escrow.jobOf(lease.job);
        if (j.state == IEscrow.State.None) revert UnknownJob(lease.job);
        if (
            one.lease != id || other.lease != id || one.job != lease.job || other.job != lease.job
                || lease.price > j.slotPrice
        ) revert WrongLease(id);
        if (isProven[registry][id]) revert AlreadyProven(id);
        bytes32 domain = escrow.domainSeparator();
        _requireSigner(domain, j.jobKey, id, leaseSignature);
        _requireSigner(domain, lease.worker, first, oneSignature);
        _requireSigner(domain, lease.worker, second, otherSignature);
        isProven[registry][id] = true;
        _slash(registry, j.account, lease.worker, lease.price, id);
    }

    // -------------------------------------------------------------------------------------------------------- internal

    /// @dev The registry is the caller's choice. What a false one says is not believed: only what arrives is passed on.
    function _slash(IRegistry registry, bytes32 account, address worker, uint256 price, bytes32 id) private {
        IERC20 token = IERC20(escrow.accountOf(account).token);
        uint256 before = token.balanceOf(address(this));
        (uint256 slashed,) = registry.slash(worker, address(token), STAKE_PER_PRICE * price, price, id);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != 0 && !_return(token, account, received)) received = 0;
        emit Proven(address(registry), worker, id, address(token), slashed, received);
    }

    /// @dev When the escrow cannot take it, for a token that blocks it, it stays here for ever: the slash stands.
    function _return(IERC20 token, bytes32 account, uint256 units) private returns (bool) {
        token.forceApprove(address(escrow), units);
        try escrow.deposit(account, units) {
            return true;
        } catch {
            token.forceApprove(address(escrow), 0);
            return false;
        }
    }

    function _requireSigner(bytes32 domain, address signer, bytes32 message, bytes calldata signature) private pure {
        (address recovered, ECDSA.RecoverError failure,) =
            ECDSA.tryRecoverCalldata(MessageHashUtils.toTypedDataHash(domain, message), signature);
        if (failure != ECDSA.RecoverError.NoError || recovered != signer) revert BadSignature(signer);
    }
}
