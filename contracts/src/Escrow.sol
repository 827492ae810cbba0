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
import {Grant, Intent, Lease, Messages, Receipt, Root, Settlement} from "./libraries/Messages.sol";
import {Line, Payout, PayoutTree, SumNode} from "./libraries/PayoutTree.sol";

/// @title Escrow
/// @notice See {IEscrow}.
contract Escrow is IEscrow, EIP712, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using Messages for *;

    // ------------------------------------------------------------------------------------------------------ constants

    /// @notice The furthest deadline of a job: a stolen spender key cannot lock money for longer.
    uint256 public constant MAX_JOB_SECONDS = 30 days;

    /// @inheritdoc IEscrow
    uint40 public immutable claimDelay;
    /// @inheritdoc IEscrow
    uint40 public immutable defaultGrace;
    /// @inheritdoc IEscrow
    uint40 public immutable withdrawalDelay;
    /// @inheritdoc IEscrow
    uint40 public immutable freezePeriod;

    // -------------------------------------------------------------------------------------------------------- storage

    mapping(bytes32 account => Account) private _accounts;
    mapping(bytes32 account => mapping(address spender => Spender)) private _spenders;
    mapping(bytes32 job => Job) private _jobs;
    mapping(bytes32 job => mapping(uint256 word => uint256 bits)) private _claimed;
    mapping(bytes32 job => mapping(bytes32 lease => Contest)) private _contests;
    mapping(bytes32 job => mapping(uint256 slot => Post)) private _posts;
    /// @inheritdoc IEscrow
    mapping(bytes32 rootMessage => uint40) public recordedAt;
    /// @inheritdoc IEscrow
    mapping(address spender => mapping(bytes32 nonce => bool)) public grantUsed;
    /// @inheritdoc IEscrow
    mapping(address token => uint256) public burnedOf;

    // ---------------------------------------------------------------------------------------------------- constructor

    constructor(Windows memory windows) EIP712("Fuzzburst", "1") {
        claimDelay = windows.claimDelay;
        defaultGrace = windows.defaultGrace;
        withdrawalDelay = windows.withdrawalDelay;
        freezePeriod = windows.freeze;
    }

    // --------------------------------------------------------------------------------------------------------- funder

    /// @inheritdoc IEscrow
    function createAccount(address token, bytes32 salt) external returns (bytes32 account) {
        if (token.code.length == 0) revert NotAToken(token);
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
    function setSpender(bytes32 account, address spender, uint96 maxPerJob, uint96 maxPerDay, uint40 expires)
        external
    {
        _requireOwner(account);
        if (spender == address(0)) revert ZeroAddress();
        Spender storage s = _spenders[account][spender];
        // What was spent today stays: setting caps anew must not open a second day.
        (s.maxPerJob, s.maxPerDay, s.expires) = (maxPerJob, maxPerDay, expires);
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

    // ------------------------------------------------------------------------------------------------------ requester

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
        if (keccak256(abi.encode(settlement.auditSecret)) != j.auditCommit) revert WrongSecret(settlement.job);
        if (settlement.total > j.pot) revert TotalTooLarge(settlement.total, j.pot);
        if (settlement.payoutDepth > 32) revert TreeTooDeep(settlement.payoutDepth);
        bytes32 message = settlement.hash();
        _requireSigner(j.jobKey, message, signature);
        if (j.assigner != address(0)) _requireSigner(j.assigner, message, assignerSignature);
        j.state = State.Settled;
        j.payoutRoot = settlement.payoutRoot;
        j.payoutDepth = settlement.payoutDepth;
        j.total = uint88(settlement.total); // at most j.pot, a uint88
        j.settledAt = _now();
        emit Settled(
            settlement.job, settlement.payoutRoot, settlement.payoutDepth, settlement.total, settlement.auditSecret
        );
        _payFee(settlement.job, j, relayerFee, j.feeCap - j.feesPaid);
    }

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
        _requireInTree(j, claimed);
        SumNode memory linesRoot = SumNode(payout.linesRoot, payout.totalUnits);
        if (!PayoutTree.verify(linesRoot, payout.linesDepth, PayoutTree.node(job, line), lineIndex, lineProof)) {
            revert BadProof(job);
        }
        uint88 shortfall = line.payUnits >= c.due ? 0 : uint88(c.due - line.payUnits); // at most `due`, a uint88
        _endContest(j, c);
        emit Answered(job, lease, shortfall);
        // An honest settlement always leaves the unpaid part of a slot in the pot. One that does not has promised it twice.
        if (uint256(j.total) + j.burns + shortfall > j.pot) return _void(job, j, _now());
        j.burns += shortfall;
    }

    /// @inheritdoc IEscrow
    function close(bytes32 job) external {
        Job storage j = _jobs[job];
        _enterDefault(job, j);
        uint256 kept;
        uint256 burns;
        if (j.state == State.Settled) {
            _requireClaimable(job, j);
            j.state = State.Closed;
            burns = j.burns;
            kept = j.total + burns;
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

    /// @inheritdoc IEscrow
    function challengeDefault(bytes32 job, uint256 slot) external {
        Job storage j = _jobs[job];
        if (msg.sender != j.jobKey && msg.sender != _accounts[j.account].owner) revert NotChallenger(msg.sender);
        Post storage p = _posts[job][slot];
        if (p.state != PostState.Posted) revert NoPost(job, slot);
        if (block.timestamp > p.payableAt) revert TooLate(p.payableAt);
        _burnPost(job, j, slot, p);
    }

    // --------------------------------------------------------------------------------------------------------- worker

    /// @inheritdoc IEscrow
    function claim(Claim calldata claimed) external nonReentrant {
        if (!_claim(claimed)) revert AlreadyClaimed(claimed.job, claimed.index);
    }

    /// @inheritdoc IEscrow
    function claimMany(Claim[] calldata claims) external nonReentrant {
        for (uint256 i = 0; i < claims.length; ++i) {
            _claim(claims[i]);
        }
    }

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
        (bytes32 lease, uint88 due) = _requireEvidence(job, j, evidence);
        if (_contests[job][lease].answerBy != 0) revert ContestExists(lease);
        address worker = evidence.lease.worker;
        _contests[job][lease] = Contest(worker, due, _now() + claimDelay);
        j.contests += 1;
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
        (bytes32 lease, uint88 due) = _requireEvidence(job, j, evidence);
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
        if (one.job != other.job || one.lease != other.lease || one.hash() == other.hash()) revert NotEquivocation();
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

    // ---------------------------------------------------------------------------------------------------------- views

    /// @inheritdoc IEscrow
    function accountOf(bytes32 account) external view returns (Account memory) {
        return _accounts[account];
    }

    /// @inheritdoc IEscrow
    function spenderOf(bytes32 account, address spender) external view returns (Spender memory) {
        return _spenders[account][spender];
    }

    /// @inheritdoc IEscrow
    function jobOf(bytes32 job) external view returns (Job memory) {
        return _jobs[job];
    }

    /// @inheritdoc IEscrow
    function contestOf(bytes32 job, bytes32 lease) external view returns (Contest memory) {
        return _contests[job][lease];
    }

    /// @inheritdoc IEscrow
    function postOf(bytes32 job, uint256 slot) external view returns (Post memory) {
        return _posts[job][slot];
    }

    /// @inheritdoc IEscrow
    function isClaimed(bytes32 job, uint256 index) public view returns (bool) {
        return (_claimed[job][index >> 8] >> (index & 0xff)) & 1 == 1;
    }

    /// @inheritdoc IEscrow
    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    // ------------------------------------------------------------------------------------------------------- internal

    function _deposit(bytes32 account, uint256 units) private {
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

    function _open(bytes32 job, Intent calldata intent, address spender, uint256 relayerFee) private {
        if (block.timestamp > intent.openBy) revert IntentExpired(intent.openBy);
        uint256 latest = block.timestamp + MAX_JOB_SECONDS;
        if (intent.settleBy < block.timestamp || intent.settleBy > latest) revert BadDeadline(intent.settleBy, latest);
        if (intent.slots == 0 || intent.slots > type(uint24).max || intent.spares > type(uint24).max) {
            revert SlotsOutOfRange(intent.slots, intent.spares);
        }
        uint256 lock = _lockUnits(intent);
        uint256 pot = lock - intent.relayerFeeCap;
        if (intent.slotPrice > type(uint80).max) revert AmountTooLarge(intent.slotPrice, type(uint80).max);
        if (intent.relayerFeeCap > type(uint80).max) revert AmountTooLarge(intent.relayerFeeCap, type(uint80).max);
        if (pot > type(uint88).max) revert AmountTooLarge(pot, type(uint88).max);
        _spend(intent.account, spender, lock);

        // All narrowings were checked above; settleBy is within 30 days of now.
        Job storage j = _jobs[job];
        j.account = intent.account;
        j.auditCommit = intent.auditCommit;
        j.jobKey = intent.jobKey;
        j.settleBy = uint40(intent.settleBy);
        j.slots = uint24(intent.slots);
        j.spares = uint24(intent.spares);
        j.state = State.Open;
        j.pot = uint88(pot);
        j.slotPrice = uint80(intent.slotPrice);
        j.feeCap = uint80(intent.relayerFeeCap);
        if (intent.assigner != address(0)) j.assigner = intent.assigner;
        emit Opened(job, intent.account, spender, intent);
        _payFee(job, j, relayerFee, j.feeCap / 2);
    }

    function _spend(bytes32 account, address spender, uint256 lock) private {
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

    function _payFee(bytes32 job, Job storage j, uint256 units, uint256 most) private {
        if (units > most) revert FeeTooHigh(units, most);
        if (units == 0) return;
        j.feesPaid += uint80(units); // most <= feeCap, a uint80
        Account storage a = _accounts[j.account];
        a.locked -= uint128(units);
        emit FeePaid(job, msg.sender, units);
        IERC20(a.token).safeTransfer(msg.sender, units);
    }

    /// @return paid false when this place of the tree was claimed before.
    function _claim(Claim calldata claimed) private returns (bool paid) {
        bytes32 job = claimed.job;
        Job storage j = _jobs[job];
        _requireClaimable(job, j);
        _requireInTree(j, claimed);
        if (isClaimed(job, claimed.index)) return false;
        _claimed[job][claimed.index >> 8] |= 1 << (claimed.index & 0xff);
        uint88 units = uint88(claimed.payout.totalUnits); // the proof bounds it by j.total
        j.claimed += units;
        Account storage a = _accounts[j.account];
        a.locked -= units;
        emit Claimed(job, claimed.payout.worker, units);
        IERC20(a.token).safeTransfer(claimed.payout.worker, units);
        return true;
    }

    /// @dev Turns a job that was not settled in time into a voided one.
    function _enterDefault(bytes32 job, Job storage j) private {
        if (j.state != State.Open) return;
        uint256 until = _settleUntil(j);
        if (block.timestamp > until) _void(job, j, uint40(until));
    }

    function _void(bytes32 job, Job storage j, uint40 defaultFrom) private {
        j.state = State.Voided;
        j.defaultFrom = defaultFrom;
        (j.settledAt, j.total, j.burns, j.contests) = (0, 0, 0, 0);
        emit Voided(job, defaultFrom);
    }

    /// @dev The record stays, so that one lease is contested once.
    function _endContest(Job storage j, Contest storage c) private {
        c.due = 0;
        j.contests -= 1;
    }

    function _burnPost(bytes32 job, Job storage j, uint256 slot, Post storage p) private {
        p.state = PostState.Burned;
        _burn(_accounts[j.account], p.units);
        emit DefaultBurned(job, slot, p.units);
    }

    /// @dev Not sent anywhere: no token can refuse it, and no address can get it.
    function _burn(Account storage a, uint256 units) private {
        if (units == 0) return;
        a.locked -= uint128(units); // units are part of a job's uint88 pot
        burnedOf[a.token] += units;
    }

    function _requireOwner(bytes32 account) private view returns (Account storage a) {
        a = _accounts[account];
        if (a.owner == address(0)) revert NoAccount(account);
        if (a.owner != msg.sender) revert NotOwner(account, msg.sender);
    }

    function _requireClaimable(bytes32 job, Job storage j) private view {
        if (j.settledAt == 0) revert WrongState(job, j.state);
        if (block.timestamp < _claimableAt(j)) revert TooEarly(_claimableAt(j));
        if (j.contests != 0) revert ContestsPending(job, j.contests);
    }

    function _requireInTree(Job storage j, Claim calldata claimed) private view {
        SumNode memory leaf = PayoutTree.node(claimed.job, claimed.payout);
        if (!PayoutTree.verify(SumNode(j.payoutRoot, j.total), j.payoutDepth, leaf, claimed.index, claimed.proof)) {
            revert BadProof(claimed.job);
        }
    }

    /// @return lease the lease's name.
    /// @return due price * done / slices, rounded down.
    function _requireEvidence(bytes32 job, Job storage j, Evidence calldata e)
        private
        view
        returns (bytes32 lease, uint88 due)
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
        due = uint88((uint256(e.lease.price) * e.root.done) / e.lease.slices); // at most slotPrice, a uint80
        if (due == 0) revert NothingDue(lease);
    }

    function _requireInTime(Job storage j, bytes32 lease, bytes32 rootMessage, Evidence calldata e) private view {
        uint256 dated = recordedAt[rootMessage];
        if (e.receiptSignature.length != 0) {
            Receipt calldata r = e.receipt;
            if (r.job != e.lease.job || r.lease != lease || r.rootMessage != rootMessage) revert WrongReceipt(lease);
            address signer = ECDSA.recoverCalldata(_hashTypedDataV4(r.hash()), e.receiptSignature);
            if (signer != j.jobKey && signer != j.assigner) revert BadSignature(j.jobKey);
            dated = r.receivedAt;
        }
        if (dated == 0 || dated > e.lease.expires) revert WrongReceipt(lease);
    }

    /// @dev Spenders may be contract wallets (EIP-1271).
    function _requireSpenderSignature(address spender, bytes32 message, bytes calldata signature) private view {
        if (!SignatureChecker.isValidSignatureNowCalldata(spender, _hashTypedDataV4(message), signature)) {
            revert BadSignature(spender);
        }
    }

    /// @dev Job keys, assigners and workers are plain keys.
    function _requireSigner(address signer, bytes32 message, bytes calldata signature) private view {
        (address recovered, ECDSA.RecoverError failure,) =
            ECDSA.tryRecoverCalldata(_hashTypedDataV4(message), signature);
        if (failure != ECDSA.RecoverError.NoError || recovered != signer) revert BadSignature(signer);
    }

    function _lockUnits(Intent calldata intent) private pure returns (uint256) {
        return (uint256(intent.slots) + intent.spares) * intent.slotPrice + intent.finderReserve + intent.relayerFeeCap;
    }

    function _claimableAt(Job storage j) private view returns (uint256) {
        return uint256(j.settledAt) + claimDelay;
    }

    function _settleUntil(Job storage j) private view returns (uint256) {
        return uint256(j.settleBy) + defaultGrace;
    }

    function _now() private view returns (uint40) {
        return uint40(block.timestamp); // fits until the year 36812
    }
}
