// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Accounts} from "./Accounts.sol";
import {Jobs} from "./Jobs.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Lease, Messages, Receipt, Root} from "./libraries/Messages.sol";
import {Line, Payout, PayoutTree, SumNode} from "./libraries/PayoutTree.sol";

/// @title Escrow
/// @notice Accounts ({Accounts}), jobs ({Jobs}), and here what happens when one side is silent or lies. See {IEscrow}.
contract Escrow is Jobs {
    using SafeERC20 for IERC20;
    using Messages for *;

    // --------------------------------------------------------------------------------------------------------- storage

    /// @inheritdoc IEscrow
    uint40 public immutable freezePeriod;

    mapping(bytes32 job => mapping(bytes32 lease => Contest)) private _contests;
    mapping(bytes32 job => mapping(uint256 slot => Post)) private _posts;
    /// @inheritdoc IEscrow
    mapping(bytes32 rootMessage => uint40) public recordedAt;

    // ----------------------------------------------------------------------------------------------------- constructor

    constructor(Windows memory windows)
        Accounts(windows.withdrawalDelay)
        Jobs(windows.claimDelay, windows.defaultGrace)
    {
        freezePeriod = windows.freeze;
    }

    // ---------------------------------------------------------------------------------------------------------- funder

    /// @inheritdoc IEscrow
    function freeze(bytes32 job) external {
        Job storage j = _jobs[job];
        _requireOwner(j.account);
        if (j.state == State.Settled) {
            if (block.timestamp >= _claimableAt(j)) revert TooLate(_claimableAt(j));
        } else if (j.state != State.Open) {
            revert WrongState(job, j.state);
        } else if (block.timestamp > _settleUntil(j)) {
            revert TooLate(_settleUntil(j));
        }
        _void(job, j, _now() + freezePeriod);
    }

    // ------------------------------------------------------------------------------------------------------- requester

    /// @inheritdoc IEscrow
    function answer(
        Claim calldata claimed,
        bytes32 lease,
        Line calldata line,
        uint256 lineIndex,
        SumNode[] calldata lineProof
    ) external {
        bytes32 job = claimed.job;
        Job storage j = _jobs[job];
        if (j.state != State.Settled) revert WrongState(job, j.state);
        Contest storage c = _contests[job][lease];
        if (c.due == 0) revert NoContest(lease);
        Payout calldata payout = claimed.payout;
        if (line.lease != lease || line.worker != c.worker || payout.worker != c.worker) revert WrongLine(lease);
        if (PayoutTree.settled(claimed.token, job, claimed.index, payout, claimed.proof) != j.commitment) revert BadProof(job);
        SumNode memory linesRoot = SumNode(payout.linesRoot, payout.totalUnits);
        if (!PayoutTree.verify(linesRoot, payout.linesDepth, PayoutTree.node(job, line), lineIndex, lineProof)) {
            revert BadProof(job);
        }
        uint80 shortfall = line.payUnits >= c.due ? 0 : uint80(c.due - line.payUnits); // at most `due`, a uint80
        _endContest(j, c);
        emit Answered(job, lease, shortfall);
        // An honest settlement always leaves the unpaid part of a slot in the pot. One that does not has promised it twice.
        if (uint256(j.claims.total) + j.burns + shortfall > j.pot) return _void(job, j, _now());
        j.burns += shortfall;
    }

    /// @inheritdoc IEscrow
    function challengeDefault(bytes32 job, uint256 slot) external {
        Job storage j = _jobs[job];
        if (msg.sender != j.jobKey && msg.sender != _accounts[j.account].owner) revert NotChallenger(msg.sender);
        Post storage p = _posts[job][slot];
        if (p.state != PostState.Posted) revert NoPost(job, slot);
        if (block.timestamp > p.payableAt) revert TooLate(p.payableAt);
        _burnPost(job, j, slot, p);
    }

    // ---------------------------------------------------------------------------------------------------------- worker

    /// @inheritdoc IEscrow
    function recordRoot(bytes32 rootMessage) external {
        if (recordedAt[rootMessage] != 0) return;
        recordedAt[rootMessage] = _now();
        emit RootRecorded(rootMessage);
    }

    /// @inheritdoc IEscrow
    function contest(bytes32 job, Evidence calldata evidence) external {
        Job storage j = _jobs[job];
        if (j.state != State.Settled) revert WrongState(job, j.state);
        if (block.timestamp >= _claimableAt(j)) revert TooLate(_claimableAt(j));
        (bytes32 lease, uint80 due) = _requireEvidence(job, j, evidence);
        if (_contests[job][lease].answerBy != 0) revert ContestExists(lease);
        address worker = evidence.lease.worker;
        _contests[job][lease] = Contest(worker, due, _now() + claimDelay);
        j.claims.contests += 1;
        emit Contested(job, lease, worker, due);
    }

    /// @inheritdoc IEscrow
    function voidUnanswered(bytes32 job, bytes32 lease) external {
        Job storage j = _jobs[job];
        if (j.state != State.Settled) revert WrongState(job, j.state);
        Contest storage c = _contests[job][lease];
        if (c.due == 0) revert NoContest(lease);
        if (block.timestamp <= c.answerBy) revert TooEarly(uint256(c.answerBy) + 1);
        _void(job, j, _now());
    }

    /// @inheritdoc IEscrow
    function claimDefault(bytes32 job, Evidence calldata evidence) external {
        Job storage j = _jobs[job];
        _enterDefault(job, j);
        if (j.state != State.Voided) revert WrongState(job, j.state);
        uint40 until = j.defaultFrom + claimDelay;
        if (block.timestamp > until) revert TooLate(until);
        (bytes32 lease, uint80 due) = _requireEvidence(job, j, evidence);
        uint256 slot = evidence.lease.slot;
        Post storage p = _posts[job][slot];
        if (p.state == PostState.Posted && p.lease != lease) return _burnPost(job, j, slot, p);
        if (p.state != PostState.None) revert SlotTaken(job, slot);
        uint40 from = j.defaultFrom > _now() ? j.defaultFrom : _now();
        _posts[job][slot] = Post(lease, evidence.lease.worker, due, PostState.Posted, from + claimDelay);
        j.posted += due;
        emit DefaultClaimed(job, slot, lease, evidence.lease.worker, due, from + claimDelay);
    }

    /// @inheritdoc IEscrow
    function collectDefault(bytes32 job, uint256 slot) external nonReentrant {
        Post storage p = _posts[job][slot];
        if (p.state != PostState.Posted) revert NoPost(job, slot);
        // Not before the last second in which a second lease of this slot may show up.
        if (block.timestamp <= p.payableAt) revert TooEarly(uint256(p.payableAt) + 1);
        p.state = PostState.Paid;
        Account storage a = _accounts[_jobs[job].account];
        a.locked -= p.units;
        emit DefaultPaid(job, slot, p.worker, p.units);
        IERC20(a.token).safeTransfer(p.worker, p.units);
    }

    /// @inheritdoc IEscrow
    function strike(
        uint256 slot,
        Root calldata one,
        bytes calldata oneSignature,
        Root calldata other,
        bytes calldata otherSignature
    ) external {
        if (one.job != other.job || one.lease != other.lease || one.hash() == other.hash()) {
            revert NotEquivocation();
        }
        bytes32 job = one.job;
        bytes32 lease = one.lease;
        Job storage j = _jobs[job];
        Contest storage c = _contests[job][lease];
        Post storage p = _posts[job][slot];
        address worker;
        if (p.state == PostState.Posted && p.lease == lease) {
            // Later the job may be closed, and what is struck could go nowhere.
            if (block.timestamp > p.payableAt) revert TooLate(p.payableAt);
            worker = p.worker;
            p.state = PostState.Struck;
            j.posted -= p.units;
        } else if (j.state == State.Settled && c.due != 0) {
            worker = c.worker;
            _endContest(j, c);
        } else {
            revert NoContest(lease);
        }
        _requireSigner(worker, one.hash(), oneSignature);
        _requireSigner(worker, other.hash(), otherSignature);
        emit Struck(job, lease, worker);
    }

    // ----------------------------------------------------------------------------------------------------------- views

    /// @inheritdoc IEscrow
    function contestOf(bytes32 job, bytes32 lease) external view returns (Contest memory) {
        return _contests[job][lease];
    }

    /// @inheritdoc IEscrow
    function postOf(bytes32 job, uint256 slot) external view returns (Post memory) {
        return _posts[job][slot];
    }

    // -------------------------------------------------------------------------------------------------------- internal

    /// @dev The record stays, so that one lease is contested once.
    function _endContest(Job storage j, Contest storage c) private {
        c.due = 0;
        j.claims.contests -= 1;
    }

    function _burnPost(bytes32 job, Job storage j, uint256 slot, Post storage p) private {
        p.state = PostState.Burned;
        _burn(_accounts[j.account], p.units);
        emit DefaultBurned(job, slot, p.units);
    }

    /// @return lease the lease's name.
    /// @return due price * done / slices, rounded down.
    function _requireEvidence(bytes32 job, Job storage j, Evidence calldata e)
        private
        view
        returns (bytes32 lease, uint80 due)
    {
        lease = e.lease.hash();
        if (
            e.lease.job != job || e.lease.slot >= uint256(j.slots) + j.spares || e.lease.price > j.slotPrice
                || e.lease.slices == 0
        ) revert WrongLease(lease);
        if (
            e.root.job != job || e.root.lease != lease || e.root.specDigest != e.lease.specDigest
                || e.root.done > e.lease.slices
        ) revert WrongRoot(lease);
        _requireSigner(j.jobKey, lease, e.leaseSignature);
        if (j.assigner != address(0)) _requireSigner(j.assigner, lease, e.assignerSignature);
        bytes32 rootMessage = e.root.hash();
        _requireSigner(e.lease.worker, rootMessage, e.rootSignature);
        _requireInTime(j, lease, rootMessage, e);
        due = uint80((uint256(e.lease.price) * e.root.done) / e.lease.slices); // at most slotPrice, a uint72
        if (due == 0) revert NothingDue(lease);
    }

    function _requireInTime(Job storage j, bytes32 lease, bytes32 rootMessage, Evidence calldata e) private view {
        uint256 dated = recordedAt[rootMessage];
        if (e.receiptSignature.length != 0) {
            Receipt calldata r = e.receipt;
            if (r.job != e.lease.job || r.lease != lease || r.rootMessage != rootMessage) revert WrongReceipt(lease);
            address signer = _recover(_hashTypedDataV4(r.hash()), e.receiptSignature);
            if (signer == address(0) || (signer != j.jobKey && signer != j.assigner)) revert BadSignature(j.jobKey);
            dated = r.receivedAt;
        }
        if (dated == 0 || dated > e.lease.expires) revert WrongReceipt(lease);
    }
}
