// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Lease, Root} from "../libraries/Messages.sol";
import {IEscrow} from "./IEscrow.sol";
import {IRegistry} from "./IRegistry.sol";

/// @title Two roots for one lease
/// @notice A worker signs one root a lease. Two different ones are by themselves proof of a lie: anyone may bring them, and
/// the stake behind that lease is slashed at once. At least half is burned. The job's account gets back at most the lease's
/// price: what the lie can have cost it. Whoever brings the proof gets nothing, so that accusing is no business, not even
/// with a stolen operator key.
interface IEquivocation {
    // --------------------------------------------------------------------------------------------------------- errors

    error NotEquivocation();
    error UnknownJob(bytes32 job);
    /// @notice The roots are for another lease, or its price is above the job's.
    error WrongLease(bytes32 lease);
    error BadSignature(address signer);
    error AlreadyProven(bytes32 lease);

    // --------------------------------------------------------------------------------------------------------- events

    /// @notice `returnedUnits` went to the job's account; the rest of `slashedUnits` is burned.
    event Proven(
        address indexed registry,
        address indexed worker,
        bytes32 indexed lease,
        address token,
        uint256 slashedUnits,
        uint256 returnedUnits
    );

    // --------------------------------------------------------------------------------------------------------- anyone

    /// @notice Slashes STAKE_PER_PRICE times the lease's price of the worker's stake, or what there is of it, in a registry
    /// that names this contract. Once for each lease.
    /// @param leaseSignature the job key's: a worker is not held to what it signed for a lease that nobody gave.
    /// @dev Roots are signed for the escrow (EIP-712 domain), as `IEscrow.contest` takes them.
    function prove(
        IRegistry registry,
        Lease calldata lease,
        bytes calldata leaseSignature,
        Root calldata one,
        bytes calldata oneSignature,
        Root calldata other,
        bytes calldata otherSignature
    ) external;

    // ---------------------------------------------------------------------------------------------------------- views

    function escrow() external view returns (IEscrow);
    function isProven(IRegistry registry, bytes32 lease) external view returns (bool);
}
