// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hasher} from "../dev/Hasher.sol";
import {TestToken} from "../dev/TestToken.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Grant, Intent, Lease, Messages, Receipt, Root, Settlement} from "../src/libraries/Messages.sol";
import {Line, Payout, PayoutTree, SumNode} from "../src/libraries/PayoutTree.sol";

/// @notice The cheatcodes these tests use.
interface Vm {
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function prank(address sender) external;
    function warp(uint256 time) external;
    function expectRevert(bytes calldata data) external;
    function expectEmit() external;
    function assume(bool condition) external pure;
    function deployCode(string calldata artifact, bytes calldata arguments) external returns (address);
    function etch(address target, bytes calldata code) external;
    function mockCallRevert(address target, bytes calldata data, bytes calldata answer) external;
    function clearMockedCalls() external;
}

/// @notice An escrow with one funded account and one spender, and the words to use it with.
abstract contract Base {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 internal constant ONE = 1e6;
    uint40 internal constant DELAY = 24 hours;
    uint40 internal constant GRACE = 6 hours;
    uint40 internal constant WITHDRAWAL = 7 days;
    uint40 internal constant FREEZE = 7 days;
    bytes32 internal constant SECRET = keccak256("audit secret");

    uint256 internal constant SPENDER_KEY = 0xA11CE;
    uint256 internal constant JOB_KEY = 0x10B;
    uint256 internal constant ASSIGNER_KEY = 0xA551;
    uint256 internal constant ADA_KEY = 0xADA;
    uint256 internal constant BOB_KEY = 0xB0B;
    address internal spender = vm.addr(SPENDER_KEY);
    address internal jobKey = vm.addr(JOB_KEY);
    address internal ada = vm.addr(ADA_KEY);
    address internal bob = vm.addr(BOB_KEY);
    address internal owner = address(0x0143);
    address internal stranger = address(0x57A4);

    Hasher internal hasher = new Hasher();
    TestToken internal token = new TestToken();
    IEscrow internal escrow;
    bytes32 internal account;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        escrow =
            IEscrow(vm.deployCode("Escrow.sol:Escrow", abi.encode(IEscrow.Windows(DELAY, GRACE, WITHDRAWAL, FREEZE))));
        vm.prank(owner);
        account = escrow.createAccount(address(token), "salt");
        fund(account, 100 * ONE);
        vm.prank(owner);
        escrow.setSpender(account, spender, uint96(50 * ONE), uint96(80 * ONE), uint40(block.timestamp + 365 days));
    }

    // --------------------------------------------------------------------------------------------------------- arrange

    function fund(bytes32 to, uint256 units) internal {
        token.mint(address(this), units);
        token.approve(address(escrow), units);
        escrow.deposit(to, units);
    }

    /// @dev 10 slots and 1 spare of 1, a reserve of 3, a fee of at most 1: locks 15, of which 14 are for workers.
    function intention(bytes32 name) internal view returns (Intent memory) {
        return Intent({
            account: account,
            jobHash: name,
            auditCommit: keccak256(abi.encode(SECRET)),
            jobKey: jobKey,
            assigner: address(0),
            slots: 10,
            spares: 1,
            slotPrice: uint128(ONE),
            finderReserve: uint128(3 * ONE),
            relayerFeeCap: uint128(ONE),
            openBy: uint64(block.timestamp + 10 minutes),
            settleBy: uint64(block.timestamp + 1 hours)
        });
    }

    function open(Intent memory intent) internal returns (bytes32) {
        return escrow.open(intent, spender, sign(SPENDER_KEY, hasher.hash(intent)), 0);
    }

    function openJob() internal returns (bytes32) {
        return open(intention("job"));
    }

    function settlementOf(bytes32 job, SumNode memory root, uint8 depth) internal pure returns (Settlement memory) {
        return Settlement(job, root.hash, depth, uint128(root.units), SECRET);
    }

    function settle(Settlement memory settlement) internal {
        escrow.settle(settlement, sign(JOB_KEY, hasher.hash(settlement)), "", 0);
    }

    function claim(IEscrow.Claim memory c) internal {
        escrow.claim(c.job, c.token, c.proof, c.payout, c.index);
    }

    function leaseOf(bytes32 job, uint32 slot, address worker) internal view returns (Lease memory) {
        return Lease(job, slot, worker, keccak256("spec"), 10, uint128(ONE), uint64(block.timestamp + 5 minutes));
    }

    /// @dev Everything a worker needs: lease, root and receipt, all in time, `done` of 10 slices.
    function evidenceOf(Lease memory lease, uint256 workerKey, uint32 done)
        internal
        view
        returns (IEscrow.Evidence memory e)
    {
        e.lease = lease;
        e.root = Root(lease.job, hasher.hash(lease), lease.specDigest, keccak256("root"), done);
        e.receipt = Receipt(lease.job, hasher.hash(lease), bytes32(0), uint64(block.timestamp));
        return signed(e, workerKey);
    }

    /// @dev Signs evidence anew after a change. The receipt names the root as it is now.
    function signed(IEscrow.Evidence memory e, uint256 workerKey) internal view returns (IEscrow.Evidence memory) {
        e.receipt.rootMessage = hasher.hash(e.root);
        e.leaseSignature = sign(JOB_KEY, hasher.hash(e.lease));
        e.rootSignature = sign(workerKey, hasher.hash(e.root));
        e.receiptSignature = sign(JOB_KEY, hasher.hash(e.receipt));
        return e;
    }

    /// @dev A settlement of one worker with one line; its proof needs no siblings.
    function oneLine(bytes32 job, Line memory line)
        internal
        view
        returns (Settlement memory settlement, IEscrow.Claim memory claimed)
    {
        SumNode memory leaf = hasher.node(job, line);
        claimed.job = job;
        claimed.token = address(token);
        claimed.payout = Payout(line.worker, leaf.units, leaf.hash, 0);
        settlement = settlementOf(job, hasher.node(job, claimed.payout), 0);
    }

    /// @dev A settlement of two workers with one line each.
    function twoLines(bytes32 job, Line memory left, Line memory right)
        internal
        view
        returns (Settlement memory settlement, IEscrow.Claim memory first, IEscrow.Claim memory second)
    {
        (, first) = oneLine(job, left);
        (, second) = oneLine(job, right);
        SumNode memory a = hasher.node(job, first.payout);
        SumNode memory b = hasher.node(job, second.payout);
        (first.proof, second.proof) = (only(b), only(a));
        second.index = 1;
        settlement = settlementOf(job, join(a, b), 1);
    }

    function lineOf(bytes32 lease, uint32 slot, address worker, uint256 pay) internal pure returns (Line memory) {
        return Line(slot, lease, worker, uint128(pay), 0, 0);
    }

    function join(SumNode memory a, SumNode memory b) internal pure returns (SumNode memory) {
        return SumNode(keccak256(abi.encode(PayoutTree.NODE_TAG, a.hash, a.units, b.hash, b.units)), a.units + b.units);
    }

    function only(SumNode memory node) internal pure returns (SumNode[] memory list) {
        list = new SumNode[](1);
        list[0] = node;
    }

    function none() internal pure returns (SumNode[] memory) {
        return new SumNode[](0);
    }

    // ------------------------------------------------------------------------------------------------------------- act

    function digest(bytes32 message) internal view returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", escrow.domainSeparator(), message));
    }

    function sign(uint256 key, bytes32 message) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest(message));
        return abi.encodePacked(r, s, v);
    }

    function later(uint256 secs) internal {
        vm.warp(block.timestamp + secs);
    }

    // ---------------------------------------------------------------------------------------------------------- assert

    function refuses(bytes4 selector) internal {
        vm.expectRevert(abi.encodePacked(selector));
    }

    function refuses(bytes4 selector, bytes memory arguments) internal {
        vm.expectRevert(bytes.concat(selector, arguments));
    }

    function refusesState(bytes32 job, IEscrow.State state) internal {
        refuses(IEscrow.WrongState.selector, abi.encode(job, state));
    }

    function same(uint256 a, uint256 b, string memory what) internal pure {
        require(a == b, string.concat(what, ": ", text(a), " is not ", text(b)));
    }

    function truth(bool condition, string memory what) internal pure {
        require(condition, what);
    }

    function balanceOf(bytes32 id) internal view returns (uint256) {
        return escrow.accountOf(id).balance;
    }

    function lockedOf(bytes32 id) internal view returns (uint256) {
        return escrow.accountOf(id).locked;
    }

    /// @dev What is in the contract is what the account holds, what `job` has promised to workers, and what was burned.
    function solvent() internal view {
        solvent(bytes32(0));
    }

    function solvent(bytes32 job) internal view {
        IEscrow.Job memory j = escrow.jobOf(job);
        uint256 held = balanceOf(account) + lockedOf(account) + escrow.burnedOf(address(token)) + j.claims.total - j.claims.claimed;
        same(token.balanceOf(address(escrow)), held, "solvency");
    }

    function text(uint256 n) internal pure returns (string memory) {
        bytes memory out = new bytes(78);
        uint256 i = 78;
        do {
            out[--i] = bytes1(uint8(48 + n % 10));
            n /= 10;
        } while (n > 0);
        bytes memory cut = new bytes(78 - i);
        for (uint256 k = 0; k < cut.length; ++k) {
            cut[k] = out[i + k];
        }
        return string(cut);
    }
}
