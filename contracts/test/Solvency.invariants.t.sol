// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "./Base.sol";
import {EscrowHandler} from "./EscrowHandler.sol";

contract SolvencyInvariants {
    EscrowHandler private handler;

    function setUp() public {
        handler = new EscrowHandler();
    }

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(handler);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev Not the handler's own setUp and ending.
    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        bytes4[] memory s = new bytes4[](17);
        (s[0], s[1], s[2]) = (handler.passTime.selector, handler.addFunds.selector, handler.openJob.selector);
        (s[3], s[4], s[5]) = (handler.settleJob.selector, handler.contestSlot.selector, handler.answerSlot.selector);
        (s[6], s[7], s[8]) = (handler.voidSlot.selector, handler.freezeJob.selector, handler.claimLeaf.selector);
        (s[9], s[10]) = (handler.claimSlotByDefault.selector, handler.collectSlot.selector);
        (s[11], s[12]) = (handler.challengeSlot.selector, handler.strikeSlot.selector);
        (s[13], s[14]) = (handler.closeJob.selector, handler.takeOut.selector);
        (s[15], s[16]) = (handler.changeCaps.selector, handler.overreach.selector);
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(handler), s);
    }

    function promised() private view returns (uint256 units) {
        for (uint256 i = 0; i < handler.jobCount(); ++i) {
            IEscrow.Job memory j = handler.jobAt(i);
            units += j.claims.total - j.claims.claimed;
        }
    }

    /// @dev One campaign for all of them: forge runs one for each invariant_ function.
    function invariant_moneyIsWhereTheBooksSay() public view {
        tokensAreAccountsPlusLocksPlusClaimablesPlusBurned();
        paidPlusRefundedNeverExceedsDeposited();
        claimsAndDefaultPayNeverExceedAJobsPot();
        noSpenderLocksMoreThanItsCapInADay();
    }

    function tokensAreAccountsPlusLocksPlusClaimablesPlusBurned() private view {
        uint256 owed = handler.accountBalance() + handler.accountLocked() + promised() + handler.burned();
        require(handler.held() == owed, "tokens and books differ");
    }

    function paidPlusRefundedNeverExceedsDeposited() private view {
        uint256 out = handler.paid() + handler.fees() + handler.withdrawn();
        require(out + handler.held() == handler.deposited(), "money appeared or vanished");
    }

    function claimsAndDefaultPayNeverExceedAJobsPot() private view {
        for (uint256 i = 0; i < handler.jobCount(); ++i) {
            IEscrow.Job memory j = handler.jobAt(i);
            IEscrow.Claims memory c = j.claims;
            require(c.claimed <= c.total && c.total + j.burns <= j.pot && j.posted <= j.pot, "more than the pot");
            require(j.feesPaid <= j.feeCap, "more than the fee cap");
            require(c.settledAt == 0 || j.posted == 0, "both ways of paying at once");
        }
    }

    /// @dev Every UTC day within its cap: any 24 hours touch two of them.
    function noSpenderLocksMoreThanItsCapInADay() private view {
        uint256 today = block.timestamp / 1 days;
        for (uint256 day = today - 1; day <= today; ++day) {
            require(handler.lockedOn(day) <= handler.capOn(day), "cap exceeded");
        }
    }

    /// @dev Runs once at the end of every sequence: after every deadline all funds are somebody's who can move them.
    function afterInvariant() external {
        handler.endEverything();
        require(handler.accountLocked() == 0, "a lock that nobody can open");
        require(handler.held() == handler.accountBalance() + handler.burned(), "funds that nobody can move");
        handler.takeEverything();
        require(handler.held() == handler.burned(), "funds that the owner cannot take");
    }
}
