// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow, Intent} from "./Base.sol";

/// @notice A contract wallet that says yes to one digest.
contract Wallet {
    bytes32 private immutable _digest;

    constructor(bytes32 digest) {
        _digest = digest;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return digest == _digest ? this.isValidSignature.selector : bytes4(0);
    }
}

contract OpenTest is Base {
    function tries(Intent memory intent, bytes4 selector, bytes memory arguments) private {
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(intent));
        refuses(selector, arguments);
        escrow.open(intent, spender, signature, 0);
    }

    function test_signatureOfAnotherKeyIsRefused() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(BOB_KEY, hasher.hash(intent));
        refuses(IEscrow.BadSignature.selector, abi.encode(spender));
        escrow.open(intent, spender, signature, 0);
    }

    function test_garbageForASignatureIsRefused() public {
        refuses(IEscrow.BadSignature.selector, abi.encode(spender));
        escrow.open(intention("job"), spender, hex"1234", 0);
    }

    function test_signerWhoIsNoSpenderIsRefused() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(BOB_KEY, hasher.hash(intent));
        refuses(IEscrow.NotSpender.selector, abi.encode(account, bob));
        escrow.open(intent, bob, signature, 0);
    }

    function test_expiredSpenderIsRefused() public {
        uint256 expires = escrow.spenderOf(account, spender).expires;
        vm.warp(expires + 1);
        tries(intention("job"), IEscrow.SpenderExpired.selector, abi.encode(spender, expires));
    }

    function test_lateIntentIsRefused() public {
        Intent memory intent = intention("job");
        later(10 minutes + 1);
        tries(intent, IEscrow.IntentExpired.selector, abi.encode(intent.openBy));
    }

    function test_deadlineInThePastIsRefused() public {
        Intent memory intent = intention("job");
        intent.settleBy = uint64(block.timestamp - 1);
        tries(intent, IEscrow.BadDeadline.selector, abi.encode(intent.settleBy, block.timestamp + 30 days));
    }

    function test_deadlineTooFarAwayIsRefused() public {
        Intent memory intent = intention("job");
        intent.settleBy = uint64(block.timestamp + 30 days + 1);
        tries(intent, IEscrow.BadDeadline.selector, abi.encode(intent.settleBy, block.timestamp + 30 days));
    }

    /// A job's times are 32 bits: what is later must be refused, and not come back as a time that is over.
    function test_deadlineAfter2106IsRefused() public {
        vm.warp(type(uint32).max - 1 days);
        vm.prank(owner);
        escrow.setSpender(account, spender, uint96(50 * ONE), uint96(50 * ONE), type(uint40).max);
        Intent memory intent = intention("job");
        intent.settleBy = uint64(type(uint32).max) + 1;
        intent.openBy = intent.settleBy;
        tries(intent, IEscrow.BadDeadline.selector, abi.encode(intent.settleBy, type(uint32).max));
        intent.settleBy = type(uint32).max;
        open(intent);
    }

    function test_noSlotsAreRefused() public {
        Intent memory intent = intention("job");
        intent.slots = 0;
        tries(intent, IEscrow.SlotsOutOfRange.selector, abi.encode(0, 1));
    }

    function test_tooManySlotsAreRefused() public {
        Intent memory intent = intention("job");
        (intent.slots, intent.slotPrice) = (1 << 16, 0);
        tries(intent, IEscrow.SlotsOutOfRange.selector, abi.encode(1 << 16, 1));
    }

    function test_tooManySparesAreRefused() public {
        Intent memory intent = intention("job");
        (intent.spares, intent.slotPrice) = (1 << 16, 0);
        tries(intent, IEscrow.SlotsOutOfRange.selector, abi.encode(10, 1 << 16));
    }

    function test_priceThatDoesNotFitIsRefused() public {
        Intent memory intent = intention("job");
        intent.slotPrice = uint128(1 << 72);
        tries(intent, IEscrow.AmountTooLarge.selector, abi.encode(intent.slotPrice, type(uint72).max));
    }

    function test_feeCapThatDoesNotFitIsRefused() public {
        Intent memory intent = intention("job");
        intent.relayerFeeCap = uint128(1 << 64);
        tries(intent, IEscrow.AmountTooLarge.selector, abi.encode(intent.relayerFeeCap, type(uint64).max));
    }

    function test_potThatDoesNotFitIsRefused() public {
        Intent memory intent = intention("job");
        intent.finderReserve = type(uint128).max;
        uint256 pot = 11 * ONE + type(uint128).max;
        tries(intent, IEscrow.AmountTooLarge.selector, abi.encode(pot, type(uint80).max));
    }

    function test_moreThanTheCapPerJobIsRefused() public {
        Intent memory intent = intention("job");
        intent.finderReserve = uint128(38 * ONE + 1);
        tries(intent, IEscrow.CapPerJobExceeded.selector, abi.encode(50 * ONE + 1, 50 * ONE));
    }

    function test_moreThanTheCapPerDayIsRefusedUntilMidnight() public {
        for (uint256 i = 0; i < 5; ++i) {
            open(intention(bytes32(i + 1)));
        }
        tries(intention("6"), IEscrow.CapPerDayExceeded.selector, abi.encode(15 * ONE, 5 * ONE));
        vm.warp((block.timestamp / 1 days + 1) * 1 days);
        open(intention("7"));
    }

    function test_moreThanTheBalanceIsRefused() public {
        vm.prank(owner);
        escrow.setSpender(account, spender, type(uint96).max, type(uint96).max, type(uint40).max);
        Intent memory intent = intention("job");
        intent.finderReserve = uint128(88 * ONE + 1);
        tries(intent, IEscrow.NotEnoughFunds.selector, abi.encode(100 * ONE + 1, 100 * ONE));
    }

    function test_sameIntentOpensOnce() public {
        bytes32 job = openJob();
        tries(intention("job"), IEscrow.JobExists.selector, abi.encode(job));
    }

    function test_feeAboveHalfTheCapIsRefused() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(intent));
        refuses(IEscrow.FeeTooHigh.selector, abi.encode(ONE / 2 + 1, ONE / 2));
        escrow.open(intent, spender, signature, ONE / 2 + 1);
    }

    function test_openMovesTheLockAndNamesTheJobByItsIntent() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(intent));
        bytes32 job = escrow.open(intent, spender, signature, 0);
        truth(job == hasher.hash(intent), "name");
        same(balanceOf(account), 85 * ONE, "balance");
        same(lockedOf(account), 15 * ONE, "locked");
        IEscrow.Job memory j = escrow.jobOf(job);
        truth(j.state == IEscrow.State.Open && j.pot == 14 * ONE && j.feeCap == ONE && j.slots == 10, "job");
        solvent();
    }

    function test_whoeverSubmitsTakesTheFee() public {
        Intent memory intent = intention("job");
        bytes memory signature = sign(SPENDER_KEY, hasher.hash(intent));
        vm.prank(stranger);
        escrow.open(intent, spender, signature, ONE / 2);
        same(token.balanceOf(stranger), ONE / 2, "fee");
        solvent();
    }

    function test_contractWalletMayBeASpender() public {
        Intent memory intent = intention("job");
        address wallet = address(new Wallet(digest(hasher.hash(intent))));
        vm.prank(owner);
        escrow.setSpender(account, wallet, uint96(50 * ONE), uint96(50 * ONE), type(uint40).max);
        escrow.open(intent, wallet, "", 0);
    }

    function testFuzz_lockIsWhatTheIntentSays(uint16 slots, uint16 spares, uint72 price, uint72 reserve, uint64 fee)
        public
    {
        Intent memory intent = intention("job");
        (intent.slots, intent.spares) = (slots == 0 ? 1 : slots, spares);
        (intent.slotPrice, intent.finderReserve, intent.relayerFeeCap) = (price % 1e16, reserve, fee);
        uint256 lock = (uint256(intent.slots) + spares) * intent.slotPrice + reserve + fee;
        vm.prank(owner);
        escrow.setSpender(account, spender, type(uint96).max, type(uint96).max, type(uint40).max);
        fund(account, lock + 1);
        open(intent);
        same(lockedOf(account), lock, "locked");
        same(balanceOf(account), 100 * ONE + 1, "balance");
    }
}
