// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Base, IEscrow, Intent, Settlement} from "./Base.sol";
import {
    BlockingToken,
    CallingToken,
    FalseToken,
    FeeToken,
    ScaledToken,
    SharesToken,
    ShrinkingToken,
    SilentToken,
    WrappedToken
} from "./OddTokens.sol";

interface Mintable {
    function mint(address to, uint256 units) external;
    function approve(address spender, uint256 units) external;
}

contract OddTokensTest is Base {
    // ------------------------------------------------------------------------------------------------------- refused

    function test_contractThatTellsNoBalancesIsNoToken() public {
        refuses(IEscrow.NotAToken.selector, abi.encode(address(hasher)));
        escrow.createAccount(address(hasher), "x");
    }

    function test_tokensThatSayThatTheyRebaseAreRefused() public {
        address shares = address(new SharesToken());
        refuses(IEscrow.RebasingToken.selector, abi.encode(shares));
        escrow.createAccount(shares, "x");
        address scaled = address(new ScaledToken());
        refuses(IEscrow.RebasingToken.selector, abi.encode(scaled));
        escrow.createAccount(scaled, "x");
    }

    function test_feeOnTransferIsRefusedAtTheFirstDepositAndMovesNothing() public {
        FeeToken fee = new FeeToken();
        bytes32 id = escrow.createAccount(address(fee), "x");
        fee.mint(address(this), 100);
        fee.approve(address(escrow), 100);
        refuses(IEscrow.ShortTransfer.selector, abi.encode(100, 99));
        escrow.deposit(id, 100);
        same(fee.balanceOf(address(this)), 100, "kept");
    }

    function test_falseForARevertMovesNothing() public {
        FalseToken liar = new FalseToken();
        bytes32 id = escrow.createAccount(address(liar), "x");
        refuses(SafeERC20.SafeERC20FailedOperation.selector, abi.encode(address(liar)));
        escrow.deposit(id, 100);
        same(balanceOf(id), 0, "balance");
    }

    // ---------------------------------------------------------------------------------------------------------- taken

    function test_questionsDoNotStopATokenThatTakesAnyCallForADeposit() public {
        escrow.createAccount(address(new WrappedToken()), "x");
    }

    function test_tokenThatReturnsNothingLivesAWholeLife() public {
        SilentToken silent = new SilentToken();
        bytes32 job = settledIn(address(silent));
        (, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) = lines(job, address(silent));
        later(DELAY);
        claim(adas);
        claim(bobs);
        escrow.close(job);
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(95 * ONE));
        later(WITHDRAWAL);
        vm.prank(owner);
        escrow.withdraw(account, owner);
        same(silent.balanceOf(ada), 2 * ONE, "ada");
        same(silent.balanceOf(bob), 3 * ONE, "bob");
        same(silent.balanceOf(owner), 95 * ONE, "owner");
        same(silent.balanceOf(address(escrow)), 0, "escrow");
    }

    function test_blockedWorkerStopsNobodyAndIsPaidWhenItIsNoLongerBlocked() public {
        BlockingToken blocking = new BlockingToken();
        bytes32 job = settledIn(address(blocking));
        (, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) = lines(job, address(blocking));
        blocking.setBlocked(ada, true);
        later(DELAY);
        IEscrow.Claim[] memory both = new IEscrow.Claim[](2);
        (both[0], both[1]) = (adas, bobs);
        refuses(BlockingToken.Blocked.selector, abi.encode(ada));
        escrow.claimMany(both);
        refuses(BlockingToken.Blocked.selector, abi.encode(ada));
        claim(adas);
        claim(bobs);
        escrow.close(job);
        same(balanceOf(account), 95 * ONE, "refund");
        blocking.setBlocked(ada, false);
        claim(adas);
        same(blocking.balanceOf(ada), 2 * ONE, "ada");
    }

    function test_blockedWorkerStopsNobodysDefaultPay() public {
        BlockingToken blocking = new BlockingToken();
        bytes32 job = openedIn(address(blocking));
        IEscrow.Evidence memory adas = evidenceOf(leaseOf(job, 0, ada), ADA_KEY, 10);
        IEscrow.Evidence memory bobs = evidenceOf(leaseOf(job, 1, bob), BOB_KEY, 10);
        later(1 hours + GRACE + 1);
        escrow.claimDefault(job, adas);
        escrow.claimDefault(job, bobs);
        blocking.setBlocked(ada, true);
        later(2 * DELAY);
        refuses(BlockingToken.Blocked.selector, abi.encode(ada));
        escrow.collectDefault(job, 0);
        escrow.collectDefault(job, 1);
        escrow.close(job);
        same(balanceOf(account), 98 * ONE, "refund");
        blocking.setBlocked(ada, false);
        escrow.collectDefault(job, 0);
        same(blocking.balanceOf(ada), ONE, "ada");
        same(blocking.balanceOf(address(escrow)), 98 * ONE, "escrow");
    }

    function test_blockedOwnerWithdrawsToAnotherAddress() public {
        BlockingToken blocking = new BlockingToken();
        account = funded(address(blocking));
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(ONE));
        later(WITHDRAWAL);
        blocking.setBlocked(owner, true);
        refuses(BlockingToken.Blocked.selector, abi.encode(owner));
        vm.prank(owner);
        escrow.withdraw(account, owner);
        vm.prank(owner);
        escrow.withdraw(account, stranger);
        same(blocking.balanceOf(stranger), ONE, "elsewhere");
    }

    function test_tokenThatCallsBackGetsInNowhere() public {
        CallingToken calling = new CallingToken();
        bytes32 job = settledIn(address(calling));
        (, IEscrow.Claim memory adas, IEscrow.Claim memory bobs) = lines(job, address(calling));
        later(DELAY);
        bytes memory refusal =
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        bytes[5] memory tries = [
            abi.encodeCall(IEscrow.claim, (job, bobs.token, bobs.proof, bobs.payout, bobs.index)),
            abi.encodeCall(IEscrow.deposit, (account, 1)),
            abi.encodeCall(IEscrow.withdraw, (account, stranger)),
            abi.encodeCall(IEscrow.collectDefault, (job, 0)),
            abi.encodeCall(IEscrow.claimMany, (new IEscrow.Claim[](0)))
        ];
        for (uint256 i = 0; i < tries.length; ++i) {
            calling.callIn(address(escrow), tries[i]);
            calling.mint(address(this), 1);
            calling.approve(address(escrow), 1);
            if (i == 2) vm.prank(owner);
            if (i == 2) escrow.requestWithdrawal(account, 1);
            escrow.deposit(account, 1);
            truth(i == 2 || keccak256(calling.answer()) == keccak256(refusal), "a deposit was entered");
        }
        calling.callIn(address(escrow), tries[1]);
        claim(adas);
        truth(keccak256(calling.answer()) == keccak256(refusal), "a claim was entered");
        same(calling.balanceOf(ada), 2 * ONE, "ada");
    }

    function test_whatAShrinkingTokenLosesIsLostByItsOwnAccountsOnly() public {
        ShrinkingToken shrinking = new ShrinkingToken();
        bytes32 plain = account;
        account = funded(address(shrinking));
        shrinking.halve();
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(100 * ONE));
        vm.prank(owner);
        escrow.requestWithdrawal(plain, uint96(100 * ONE));
        later(WITHDRAWAL);
        vm.prank(owner);
        escrow.withdraw(plain, owner);
        same(token.balanceOf(owner), 100 * ONE, "the other token's account has all");
        vm.prank(owner);
        escrow.requestWithdrawal(account, uint96(50 * ONE));
        later(WITHDRAWAL);
        vm.prank(owner);
        escrow.withdraw(account, owner);
        same(shrinking.balanceOf(owner), 50 * ONE, "what is left of it");
    }

    // -------------------------------------------------------------------------------------------------------- arrange

    function funded(address odd) private returns (bytes32 id) {
        vm.prank(owner);
        id = escrow.createAccount(odd, "odd");
        Mintable(odd).mint(address(this), 100 * ONE);
        Mintable(odd).approve(address(escrow), 100 * ONE);
        escrow.deposit(id, 100 * ONE);
        vm.prank(owner);
        escrow.setSpender(id, spender, uint96(50 * ONE), uint96(80 * ONE), uint40(block.timestamp + 365 days));
    }

    function openedIn(address odd) private returns (bytes32) {
        account = funded(odd);
        return openJob();
    }

    function settledIn(address odd) private returns (bytes32 job) {
        job = openedIn(odd);
        (Settlement memory settlement,,) = lines(job, odd);
        settle(settlement);
    }

    function lines(bytes32 job, address odd)
        private
        view
        returns (Settlement memory settlement, IEscrow.Claim memory adas, IEscrow.Claim memory bobs)
    {
        (settlement, adas, bobs) = twoLines(job, lineOf("0", 0, ada, 2 * ONE), lineOf("1", 1, bob, 3 * ONE));
        (adas.token, bobs.token) = (odd, odd);
    }
}
