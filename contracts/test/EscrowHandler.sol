// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, Grant, IEscrow, Intent, Lease, Root, Settlement, SumNode} from "./Base.sol";

/// @notice Everything that everybody may do, in any order. A call that the escrow must refuse is not made; one that it
/// refuses all the same fails the run (fail_on_revert).
contract EscrowHandler is Base {
    struct Promise {
        /// Units of ada's and bob's leaves, and what each leaf names as its line's lease.
        uint256[2] units;
        bytes32[2] leases;
        bool settled;
        bool[2] claimed;
    }

    uint32 private constant SLOTS = 4;
    uint256 public deposited;
    uint256 public withdrawn;
    uint256 public paid;
    uint256 public fees;
    bytes32[] public jobs;
    mapping(bytes32 job => Promise) private _promises;
    mapping(bytes32 job => mapping(uint32 slot => Lease)) private _leases;
    mapping(bytes32 job => mapping(uint32 slot => bool)) public slotPaid;
    mapping(uint256 day => uint256) public lockedOn;
    /// The highest cap of a day that was in force on it.
    mapping(uint256 day => uint256) public capOn;

    constructor() {
        setUp();
        deposited = 100 * ONE;
        // A run can last for years.
        vm.prank(owner);
        escrow.setSpender(account, spender, uint96(50 * ONE), uint96(80 * ONE), type(uint40).max);
        capOn[block.timestamp / 1 days] = 80 * ONE;
    }

    function escrowAddress() external view returns (address) {
        return address(escrow);
    }

    function jobCount() external view returns (uint256) {
        return jobs.length;
    }

    function accountBalance() external view returns (uint256) {
        return balanceOf(account);
    }

    function accountLocked() external view returns (uint256) {
        return lockedOf(account);
    }

    function burned() external view returns (uint256) {
        return escrow.burnedOf(address(token));
    }

    function held() external view returns (uint256) {
        return token.balanceOf(address(escrow));
    }

    function jobAt(uint256 index) external view returns (IEscrow.Job memory) {
        return escrow.jobOf(jobs[index]);
    }

    // ---------------------------------------------------------------------------------------------------------- actions

    function passTime(uint256 secs) external {
        later(secs % 12 hours);
    }

    function addFunds(uint256 units) external {
        units = 1 + units % (50 * ONE);
        fund(account, units);
        deposited += units;
    }

    /// @dev Also lower than what was spent today. What was in force before counts for the rest of the day.
    function changeCaps(uint96 perJob, uint96 perDay) external {
        IEscrow.Spender memory s = escrow.spenderOf(account, spender);
        keepCap(s.maxPerDay);
        (perJob, perDay) = (uint96(perJob % (50 * ONE)), uint96(perDay % (80 * ONE)));
        vm.prank(owner);
        escrow.setSpender(account, spender, perJob, perDay, s.expires);
        keepCap(perDay);
    }

    /// @dev Anything above a cap or above the balance must be refused.
    function overreach(uint256 salt, uint256 more) external {
        Intent memory intent = intention(keccak256(abi.encode("overreach", salt)));
        (intent.slots, intent.spares, intent.slotPrice, intent.relayerFeeCap) = (1, 0, 1, 0);
        IEscrow.Spender memory s = escrow.spenderOf(account, spender);
        uint256 left = s.maxPerDay - min(s.day == block.timestamp / 1 days ? s.spent : 0, s.maxPerDay);
        uint256 most = min(min(left, s.maxPerJob), balanceOf(account));
        intent.finderReserve = uint128(most + more % ONE);
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(intent));
        try escrow.open(intent, spender, signature, 0) {
            truth(false, "a job above a cap was opened");
        } catch (bytes memory why) {
            truth(isAboveCap(bytes4(why)), "refused for another reason");
        }
    }

    function isAboveCap(bytes4 why) private pure returns (bool) {
        return why == IEscrow.CapPerJobExceeded.selector || why == IEscrow.CapPerDayExceeded.selector
            || why == IEscrow.NotEnoughFunds.selector;
    }

    function openJob(uint256 salt, uint256 price, uint256 fee, bool granted) external {
        if (jobs.length >= 12) return;
        Intent memory intent = intention(keccak256(abi.encode(salt, jobs.length)));
        (intent.slots, intent.spares) = (SLOTS - 1, 1);
        intent.slotPrice = uint128(price % (3 * ONE));
        uint256 lock = uint256(SLOTS) * intent.slotPrice + intent.finderReserve + intent.relayerFeeCap;
        IEscrow.Spender memory s = escrow.spenderOf(account, spender);
        uint256 spent = s.day == block.timestamp / 1 days ? s.spent : 0;
        if (lock > balanceOf(account) || spent + lock > s.maxPerDay || lock > s.maxPerJob) return;
        keepCap(s.maxPerDay);
        fee = fee % (intent.relayerFeeCap / 2 + 1);
        bytes32 job = granted ? openGranted(intent, lock, fee) : openSigned(intent, fee);
        fees += fee;
        lockedOn[block.timestamp / 1 days] += lock;
        jobs.push(job);
        for (uint32 slot = 0; slot < SLOTS; ++slot) {
            Lease memory lease = leaseOf(job, slot, slot % 2 == 0 ? ada : bob);
            lease.price = intent.slotPrice;
            lease.expires = uint64(block.timestamp + 60 days);
            _leases[job][slot] = lease;
        }
    }

    function openSigned(Intent memory intent, uint256 fee) private returns (bytes32) {
        return escrow.open(intent, spender, sign(SPENDER_KEY, hasher.hash(intent)), fee);
    }

    /// @dev The same grant a second time, for another intent of the same key, must be refused.
    function openGranted(Intent memory intent, uint256 lock, uint256 fee) private returns (bytes32 job) {
        Grant memory grant =
            Grant(account, spender, jobKey, uint128(lock), uint64(block.timestamp + 1 hours), hasher.hash(intent));
        bytes memory word = sign(SPENDER_KEY, hasher.hash(grant));
        job = escrow.openWithGrant(intent, sign(JOB_KEY, hasher.hash(intent)), grant, word, fee);
        Intent memory again = abi.decode(abi.encode(intent), (Intent));
        again.jobHash = ~intent.jobHash;
        bytes memory signature = sign(JOB_KEY, hasher.hash(again));
        try escrow.openWithGrant(again, signature, grant, word, 0) {
            truth(false, "a grant opened two jobs");
        } catch (bytes memory why) {
            truth(bytes4(why) == IEscrow.GrantUsed.selector, "refused for another reason");
        }
    }

    /// @dev Any split between two workers that fits the pot: honest or not. Each leaf shows one line: a slot of that worker.
    function settleJob(uint256 which, uint256 first, uint256 second, uint256 fee) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        if (j.state != IEscrow.State.Open || block.timestamp > uint256(j.settleBy) + GRACE) return;
        Promise storage p = _promises[job];
        p.units[0] = first % (uint256(j.pot) + 1);
        // Often all of the pot: a settlement that leaves nothing for a contest.
        uint256 rest = uint256(j.pot) - p.units[0];
        p.units[1] = second % 2 == 0 ? rest : second % (rest + 1);
        p.leases = [hasher.hash(_leases[job][0]), hasher.hash(_leases[job][1])];
        p.settled = true;
        (Settlement memory settlement,,) = tree(job);
        fee = fee % (uint256(j.feeCap) - j.feesPaid + 1);
        escrow.settle(settlement, sign(JOB_KEY, hasher.hash(settlement)), "", fee);
        fees += fee;
    }

    function contestSlot(uint256 which, uint32 slot, uint32 done) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        if (j.state != IEscrow.State.Settled || block.timestamp >= uint256(j.claims.settledAt) + DELAY) return;
        IEscrow.Evidence memory e = evidence(job, slot % SLOTS, done);
        if (due(e) == 0 || escrow.contestOf(job, hasher.hash(e.lease)).answerBy != 0) return;
        escrow.contest(job, e);
    }

    function answerSlot(uint256 which, uint32 slot) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        slot = slot % 2;
        bytes32 lease = hasher.hash(_leases[job][slot]);
        if (j.state != IEscrow.State.Settled || escrow.contestOf(job, lease).due == 0) return;
        (, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) = tree(job);
        uint256 units = _promises[job].units[slot];
        escrow.answer(slot == 0 ? adas : bobs, lease, lineOf(lease, slot, slot == 0 ? ada : bob, units), 0, none());
    }

    function voidSlot(uint256 which, uint32 slot) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        bytes32 lease = hasher.hash(_leases[job][slot % SLOTS]);
        IEscrow.Contest memory c = escrow.contestOf(job, lease);
        if (j.state != IEscrow.State.Settled || c.due == 0 || block.timestamp <= c.answerBy) return;
        escrow.voidUnanswered(job, lease);
    }

    function freezeJob(uint256 which) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        bool inTime = j.state == IEscrow.State.Open
            ? block.timestamp <= uint256(j.settleBy) + GRACE
            : j.state == IEscrow.State.Settled && block.timestamp < uint256(j.claims.settledAt) + DELAY;
        if (!inTime || which % 8 != 0) return;
        vm.prank(owner);
        escrow.freeze(job);
    }

    function claimLeaf(uint256 which, uint256 side) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        side = side % 2;
        bool can = j.claims.settledAt != 0 && block.timestamp >= uint256(j.claims.settledAt) + DELAY && j.claims.contests == 0;
        if (!can || _promises[job].claimed[side]) return;
        (, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) = tree(job);
        claim(side == 0 ? adas : bobs);
        _promises[job].claimed[side] = true;
        paid += _promises[job].units[side];
        IEscrow.Claim memory c = side == 0 ? adas : bobs;
        try escrow.claim(c.job, c.token, c.proof, c.payout, c.index) {
            truth(false, "a claim was paid twice");
        } catch (bytes memory why) {
            truth(bytes4(why) == IEscrow.AlreadyClaimed.selector, "refused for another reason");
        }
    }

    function claimSlotByDefault(uint256 which, uint32 slot, uint32 done, bool doubled) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        slot = slot % SLOTS;
        bool over = j.state == IEscrow.State.Open && block.timestamp > uint256(j.settleBy) + GRACE;
        if (over) j.defaultFrom = j.settleBy + GRACE;
        else if (j.state != IEscrow.State.Voided) return;
        if (block.timestamp > uint256(j.defaultFrom) + DELAY) return;
        IEscrow.Evidence memory e = evidence(job, slot, done);
        if (doubled) {
            e.lease.specDigest = "second lease of the slot";
            e.root.specDigest = e.lease.specDigest;
            e.root.lease = hasher.hash(e.lease);
            e.receipt.lease = e.root.lease;
            e = signed(e, slot % 2 == 0 ? ADA_KEY : BOB_KEY);
        }
        IEscrow.Post memory p = escrow.postOf(job, slot);
        bool burns = p.state == IEscrow.PostState.Posted && p.lease != hasher.hash(e.lease);
        if (due(e) == 0 || (p.state != IEscrow.PostState.None && !burns)) return;
        escrow.claimDefault(job, e);
    }

    function collectSlot(uint256 which, uint32 slot) external {
        (bytes32 job,) = pick(which);
        slot = slot % SLOTS;
        IEscrow.Post memory p = escrow.postOf(job, slot);
        if (p.state != IEscrow.PostState.Posted || block.timestamp <= p.payableAt) return;
        escrow.collectDefault(job, slot);
        truth(!slotPaid[job][slot], "a slot was paid twice");
        slotPaid[job][slot] = true;
        paid += p.units;
        try escrow.collectDefault(job, slot) {
            truth(false, "a slot was paid twice");
        } catch (bytes memory why) {
            truth(bytes4(why) == IEscrow.NoPost.selector, "refused for another reason");
        }
    }

    function challengeSlot(uint256 which, uint32 slot) external {
        (bytes32 job,) = pick(which);
        slot = slot % SLOTS;
        IEscrow.Post memory p = escrow.postOf(job, slot);
        if (p.state != IEscrow.PostState.Posted || block.timestamp > p.payableAt || which % 3 != 0) return;
        vm.prank(jobKey);
        escrow.challengeDefault(job, slot);
    }

    function strikeSlot(uint256 which, uint32 slot) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        slot = slot % SLOTS;
        Root memory one = evidence(job, slot, 1).root;
        IEscrow.Post memory p = escrow.postOf(job, slot);
        bool posted = p.state == IEscrow.PostState.Posted && p.lease == one.lease && block.timestamp <= p.payableAt;
        bool contested = j.state == IEscrow.State.Settled && escrow.contestOf(job, one.lease).due != 0;
        if (!posted && !contested) return;
        Root memory other = one;
        other = abi.decode(abi.encode(one), (Root));
        other.root = "another";
        uint256 key = slot % 2 == 0 ? ADA_KEY : BOB_KEY;
        escrow.strike(slot, one, sign(key, hasher.hash(one)), other, sign(key, hasher.hash(other)));
    }

    function closeJob(uint256 which) external {
        (bytes32 job, IEscrow.Job memory j) = pick(which);
        if (!closable(j)) return;
        escrow.close(job);
    }

    function takeOut(uint256 units) external {
        units = 1 + units % (10 * ONE);
        if (units > balanceOf(account)) return;
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(units));
        later(WITHDRAWAL);
        uint256 locked = lockedOf(account);
        uint256 most = balanceOf(account);
        vm.prank(owner);
        try escrow.requestWithdrawal(account, uint96(most + 1)) {
            truth(false, "more than the balance was asked for");
        } catch (bytes memory why) {
            truth(bytes4(why) == IEscrow.NotEnoughFunds.selector, "refused for another reason");
        }
        vm.prank(owner);
        escrow.withdraw(account, owner);
        truth(lockedOf(account) == locked, "a withdrawal touched locks");
        withdrawn += units;
    }

    // ----------------------------------------------------------------------------------------------------------- ending

    /// @notice Waits long enough and lets everybody take what is theirs. Afterwards nothing may be stuck.
    function endEverything() external {
        for (uint256 i = 0; i < jobs.length; ++i) {
            bytes32 job = jobs[i];
            later(30 days);
            if (escrow.jobOf(job).state == IEscrow.State.Settled && escrow.jobOf(job).claims.contests != 0) voidOne(job);
            later(30 days);
            if (closable(escrow.jobOf(job))) escrow.close(job);
            for (uint32 slot = 0; slot < SLOTS; ++slot) {
                if (escrow.postOf(job, slot).state == IEscrow.PostState.Posted) escrow.collectDefault(job, slot);
            }
            if (escrow.jobOf(job).claims.settledAt == 0) continue;
            (, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) = tree(job);
            IEscrow.Claim[] memory both = new IEscrow.Claim[](2);
            (both[0], both[1]) = (adas, bobs);
            escrow.claimMany(both);
        }
    }

    function takeEverything() external {
        uint256 units = balanceOf(account);
        if (units == 0) return;
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(units));
        later(WITHDRAWAL);
        vm.prank(owner);
        escrow.withdraw(account, owner);
    }

    function voidOne(bytes32 job) private {
        for (uint32 slot = 0; slot < SLOTS; ++slot) {
            bytes32 lease = hasher.hash(_leases[job][slot]);
            if (escrow.contestOf(job, lease).due != 0) return escrow.voidUnanswered(job, lease);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- helpers

    function keepCap(uint256 cap) private {
        uint256 day = block.timestamp / 1 days;
        if (cap > capOn[day]) capOn[day] = cap;
    }

    function min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }

    function closable(IEscrow.Job memory j) private view returns (bool) {
        if (j.state == IEscrow.State.Settled) {
            return block.timestamp >= uint256(j.claims.settledAt) + DELAY && j.claims.contests == 0;
        }
        uint256 from = j.state == IEscrow.State.Open ? uint256(j.settleBy) + GRACE : j.defaultFrom;
        if (j.state != IEscrow.State.Open && j.state != IEscrow.State.Voided) return false;
        return block.timestamp > from + 2 * uint256(DELAY);
    }

    function pick(uint256 which) private view returns (bytes32 job, IEscrow.Job memory j) {
        if (jobs.length == 0) return (0, j);
        job = jobs[which % jobs.length];
        j = escrow.jobOf(job);
    }

    function tree(bytes32 job)
        private
        view
        returns (Settlement memory settlement, IEscrow.Claim memory adas, IEscrow.Claim memory bobs)
    {
        Promise storage p = _promises[job];
        return twoLines(job, lineOf(p.leases[0], 0, ada, p.units[0]), lineOf(p.leases[1], 1, bob, p.units[1]));
    }

    function evidence(bytes32 job, uint32 slot, uint32 done) private view returns (IEscrow.Evidence memory) {
        return evidenceOf(_leases[job][slot], slot % 2 == 0 ? ADA_KEY : BOB_KEY, done % 11);
    }

    function due(IEscrow.Evidence memory e) private pure returns (uint256) {
        return uint256(e.lease.price) * e.root.done / e.lease.slices;
    }
}
