// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Accounts} from "./Accounts.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Grant, Intent, Messages, Settlement} from "./libraries/Messages.sol";
import {Payout, PayoutTree, SumNode} from "./libraries/PayoutTree.sol";

/// @title Jobs
/// @notice The life of a job that nobody disputes: open, settle, claim, close. See {IEscrow}.
abstract contract Jobs is Accounts {
    using SafeERC20 for IERC20;
    using Messages for *;

    // ------------------------------------------------------------------------------------------------------- constants

    /// @notice The furthest deadline of a job: a stolen spender key cannot lock money for longer.
    uint256 public constant MAX_JOB_SECONDS = 30 days;
    /// @dev Places of the tree whose claims stand in Claims.firstClaims, and in one page of those that follow.
    uint256 private constant FIRST_CLAIMS = 32;
    uint256 private constant PAGE_CLAIMS = 176;

    /// @inheritdoc IEscrow
    uint40 public immutable claimDelay;
    /// @inheritdoc IEscrow
    uint40 public immutable defaultGrace;

    // --------------------------------------------------------------------------------------------------------- storage

    mapping(bytes32 job => Job) internal _jobs;
    /// @dev Claims of the places from FIRST_CLAIMS on: from the lowest bit, a uint80 of what they were paid, and a bit for each.
    mapping(bytes32 job => mapping(uint256 page => uint256)) private _claimPages;
    /// @inheritdoc IEscrow
    mapping(address spender => mapping(bytes32 nonce => bool)) public grantUsed;

    constructor(uint40 claimDelay_, uint40 defaultGrace_) {
        claimDelay = claimDelay_;
        defaultGrace = defaultGrace_;
    }

    // ------------------------------------------------------------------------------------------------------- requester

    /// @inheritdoc IEscrow
    function open(Intent calldata intent, address spender, bytes calldata signature, uint256 relayerFee)
        external
        nonReentrant
        returns (bytes32 job)
    {
        job = intent.hash();
        if (_jobs[job].state != State.None) revert JobExists(job);
        _requireSpenderSignature(spender, job, signature);
        _open(job, intent, spender, relayerFee);
    }

    /// @inheritdoc IEscrow
    function openWithGrant(
        Intent calldata intent,
        bytes calldata signature,
        Grant calldata grant,
        bytes calldata grantSignature,
        uint256 relayerFee
    ) external nonReentrant returns (bytes32 job) {
        job = intent.hash();
        if (_jobs[job].state != State.None) revert JobExists(job);
        if (grant.account != intent.account || grant.jobKey != intent.jobKey) revert GrantMismatch();
        if (block.timestamp > grant.validUntil) revert GrantExpired(grant.validUntil);
        if (_lockUnits(intent) > grant.amount) revert GrantTooSmall(_lockUnits(intent), grant.amount);
        if (grantUsed[grant.spender][grant.nonce]) revert GrantUsed(grant.nonce);
        _requireSigner(intent.jobKey, job, signature);
        _requireSpenderSignature(grant.spender, grant.hash(), grantSignature);
        grantUsed[grant.spender][grant.nonce] = true;
        _open(job, intent, grant.spender, relayerFee);
    }

    /// @inheritdoc IEscrow
    function settle(
        Settlement calldata settlement,
        bytes calldata signature,
        bytes calldata assignerSignature,
        uint256 relayerFee
    ) external nonReentrant {
        Job storage j = _jobs[settlement.job];
        if (j.state != State.Open) revert WrongState(settlement.job, j.state);
        if (block.timestamp > _settleUntil(j)) revert TooLate(_settleUntil(j));
        if (keccak256(abi.encode(settlement.auditSecret)) != j.commitment) revert WrongSecret(settlement.job);
        if (settlement.total > j.pot) revert TotalTooLarge(settlement.total, j.pot);
        if (settlement.payoutDepth > PayoutTree.MAX_DEPTH) revert TreeTooDeep(settlement.payoutDepth);
        bytes32 message = settlement.hash();
        _requireSigner(j.jobKey, message, signature);
        if (j.assigner != address(0)) _requireSigner(j.assigner, message, assignerSignature);
        j.state = State.Settled;
        uint64 fee = _takeFee(j, relayerFee, j.feeCap - j.feesPaid);
        Account storage a = _accounts[j.account];
        address token = a.token;
        j.commitment =
            PayoutTree.commitment(settlement.payoutRoot, settlement.total, settlement.payoutDepth, token);
        j.claims = Claims(uint80(settlement.total), 0, _now(), 0, 0); // at most j.pot, a uint80
        // What is promised to workers is the account's no more; `_void` brings it back.
        a.locked -= uint128(uint80(settlement.total)) + fee;
        emit Settled(
            settlement.job, settlement.payoutRoot, settlement.payoutDepth, settlement.total, settlement.auditSecret
        );
        _sendFee(settlement.job, token, fee);
    }

    /// @inheritdoc IEscrow
    function close(bytes32 job) external {
        Job storage j = _jobs[job];
        _enterDefault(job, j);
        uint256 kept;
        uint256 burns;
        if (j.state == State.Settled) {
            _requireClaimable(job, j, j.claims.settledAt, j.claims.contests);
            j.state = State.Closed;
            burns = j.burns;
            kept = j.claims.total + burns;
        } else if (j.state == State.Voided) {
            uint256 from = uint256(j.defaultFrom) + 2 * uint256(claimDelay);
            if (block.timestamp <= from) revert TooEarly(from + 1);
            j.state = State.VoidClosed;
            kept = j.posted;
        } else if (j.state == State.Open) {
            revert TooEarly(_settleUntil(j) + 1);
        } else {
            revert WrongState(job, j.state);
        }
        Account storage a = _accounts[j.account];
        // kept <= pot: held by `settle` and `answer`, and in default by one post a slot of at most slotPrice each.
        uint128 refund = uint128(uint256(j.pot) + j.feeCap - j.feesPaid - kept);
        a.locked -= refund;
        a.balance += refund;
        _burn(a, burns);
        emit Closed(job, j.account, refund, burns);
    }

    // ---------------------------------------------------------------------------------------------------------- worker

    /// @inheritdoc IEscrow
    function claim(bytes32 job, address token, SumNode[] calldata proof, Payout calldata payout, uint256 index)
        external
        nonReentrant
    {
        if (!_claim(token, job, index, payout, proof)) revert AlreadyClaimed(job, index);
        IERC20(token).safeTransfer(payout.worker, payout.totalUnits);
    }

    /// @inheritdoc IEscrow
    function claimMany(Claim[] calldata claims) external nonReentrant {
        address token;
        address worker;
        uint256 units;
        for (uint256 i = 0; i < claims.length; ++i) {
            Claim calldata next = claims[i];
            if (!_claim(next.token, next.job, next.index, next.payout, next.proof)) continue;
            // Claims in a row of one worker in one token are one transfer.
            if (units != 0 && (next.token != token || next.payout.worker != worker)) {
                IERC20(token).safeTransfer(worker, units);
                units = 0;
            }
            (token, worker) = (next.token, next.payout.worker);
            units += next.payout.totalUnits;
        }
        if (units != 0) IERC20(token).safeTransfer(worker, units);
    }

    // ----------------------------------------------------------------------------------------------------------- views

    /// @inheritdoc IEscrow
    function jobOf(bytes32 job) external view returns (Job memory found) {
        found = _jobs[job];
        // Honest trees have a place for each leased slot at most. Claims further out are paid, and not counted here.
        uint256 places = uint256(found.slots) + found.spares;
        for (uint256 page = 0; FIRST_CLAIMS + page * PAGE_CLAIMS < places; ++page) {
            found.claims.claimed += uint80(_claimPages[job][page]);
        }
    }

    /// @inheritdoc IEscrow
    function isClaimed(bytes32 job, uint256 index) external view returns (bool) {
        if (index < FIRST_CLAIMS) return (_jobs[job].claims.firstClaims >> index) & 1 == 1;
        index -= FIRST_CLAIMS;
        return (_claimPages[job][index / PAGE_CLAIMS] >> (80 + index % PAGE_CLAIMS)) & 1 == 1;
    }

    // -------------------------------------------------------------------------------------------------------- internal

    function _open(bytes32 job, Intent calldata intent, address spender, uint256 relayerFee) internal {
        if (block.timestamp > intent.openBy) revert IntentExpired(intent.openBy);
        uint256 latest = block.timestamp + MAX_JOB_SECONDS;
        // A job's times end in 2106; a deadline beyond that must not come back as one of 1970.
        if (latest > type(uint32).max) latest = type(uint32).max;
        if (intent.settleBy < block.timestamp || intent.settleBy > latest) revert BadDeadline(intent.settleBy, latest);
        if (intent.slots == 0 || intent.slots > type(uint16).max || intent.spares > type(uint16).max) {
            revert SlotsOutOfRange(intent.slots, intent.spares);
        }
        uint256 lock = _lockUnits(intent);
        uint256 pot = lock - intent.relayerFeeCap;
        if (intent.slotPrice > type(uint72).max) revert AmountTooLarge(intent.slotPrice, type(uint72).max);
        if (intent.relayerFeeCap > type(uint64).max) revert AmountTooLarge(intent.relayerFeeCap, type(uint64).max);
        if (pot > type(uint80).max) revert AmountTooLarge(pot, type(uint80).max);
        _spend(intent.account, spender, lock);

        // All narrowings were checked above.
        Job storage j = _jobs[job];
        j.account = intent.account;
        j.commitment = intent.auditCommit;
        j.jobKey = intent.jobKey;
        j.settleBy = uint32(intent.settleBy);
        j.feeCap = uint64(intent.relayerFeeCap);
        j.pot = uint80(pot);
        j.slotPrice = uint72(intent.slotPrice);
        j.slots = uint16(intent.slots);
        j.spares = uint16(intent.spares);
        j.state = State.Open;
        if (intent.assigner != address(0)) j.assigner = intent.assigner;
        emit Opened(job, intent.account, spender, intent);
        uint64 fee = _takeFee(j, relayerFee, intent.relayerFeeCap / 2);
        if (fee == 0) return;
        Account storage a = _accounts[intent.account];
        a.locked -= fee;
        _sendFee(job, a.token, fee);
    }

    /// @dev Notes a fee; the caller takes it out of the account's lock and sends it.
    function _takeFee(Job storage j, uint256 units, uint256 most) private returns (uint64 fee) {
        if (units > most) revert FeeTooHigh(units, most);
        fee = uint64(units); // most <= feeCap, a uint64
        if (fee != 0) j.feesPaid += fee;
    }

    function _sendFee(bytes32 job, address token, uint64 fee) private {
        if (fee == 0) return;
        emit FeePaid(job, msg.sender, fee);
        IERC20(token).safeTransfer(msg.sender, fee);
    }

    /// @dev Marks a claim as paid; the caller pays it.
    /// @return fresh false when this place of the tree was claimed before.
    function _claim(address token, bytes32 job, uint256 index, Payout calldata payout, SumNode[] calldata proof)
        private
        returns (bool fresh)
    {
        Job storage j = _jobs[job];
        // The slot of `claims` as one word: read once and written once.
        Claims storage c = j.claims;
        uint256 word;
        assembly ("memory-safe") {
            word := sload(c.slot)
        }
        _requireClaimable(job, j, uint40(word >> 160), uint24(word >> 200));
        if (PayoutTree.settled(token, job, index, payout, proof) != j.commitment) revert BadProof(job);
        // Every place is paid once and all places together are the total, a uint80: adding can touch no other bits.
        uint80 units = uint80(payout.totalUnits);
        if (index < FIRST_CLAIMS) {
            if ((word >> (224 + index)) & 1 == 1) return false;
            word += (uint256(units) << 80) + (1 << (224 + index));
            assembly ("memory-safe") {
                sstore(c.slot, word)
            }
        } else {
            uint256 page = (index - FIRST_CLAIMS) / PAGE_CLAIMS;
            uint256 bit = 80 + (index - FIRST_CLAIMS) % PAGE_CLAIMS;
            word = _claimPages[job][page];
            if ((word >> bit) & 1 == 1) return false;
            _claimPages[job][page] = word + units + (1 << bit);
        }
        emit Claimed(job, payout.worker, units);
        return true;
    }

    /// @dev Turns a job that was not settled in time into a voided one.
    function _enterDefault(bytes32 job, Job storage j) internal {
        if (j.state != State.Open) return;
        uint256 until = _settleUntil(j);
        if (block.timestamp > until) _void(job, j, uint40(until));
    }

    function _void(bytes32 job, Job storage j, uint40 defaultFrom) internal {
        j.state = State.Voided;
        j.defaultFrom = defaultFrom;
        if (j.claims.total != 0) _accounts[j.account].locked += j.claims.total;
        delete j.claims;
        j.burns = 0;
        emit Voided(job, defaultFrom);
    }

    function _requireClaimable(bytes32 job, Job storage j, uint256 settledAt, uint256 contests) internal view {
        if (settledAt == 0) revert WrongState(job, j.state);
        if (block.timestamp < settledAt + claimDelay) revert TooEarly(settledAt + claimDelay);
        if (contests != 0) revert ContestsPending(job, contests);
    }

    function _lockUnits(Intent calldata intent) internal pure returns (uint256) {
        return (uint256(intent.slots) + intent.spares) * intent.slotPrice + intent.finderReserve + intent.relayerFeeCap;
    }

    function _claimableAt(Job storage j) internal view returns (uint256) {
        return uint256(j.claims.settledAt) + claimDelay;
    }

    function _settleUntil(Job storage j) internal view returns (uint256) {
        return uint256(j.settleBy) + defaultGrace;
    }
}
