// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract SetPayoutTest is RegistryBase {
    function test_unknownOperatorIsRefused() public {
        refuses(IRegistry.NotRegistered.selector, abi.encode(bob));
        registry.setPayout(bob, stranger);
    }

    function test_aStolenOperatorKeyCannotMoveTheStake() public {
        refuses(IRegistry.NotPayout.selector, abi.encode(ada, ada));
        vm.prank(ada);
        registry.setPayout(ada, ada);
    }

    function test_zeroIsRefused() public {
        refuses(IRegistry.ZeroAddress.selector);
        vm.prank(cold);
        registry.setPayout(ada, address(0));
    }

    function test_theNewKeyTakesOverWhatIsAlreadyOnItsWay() public {
        unbond(40 * ONE);
        vm.expectEmit();
        emit IRegistry.PayoutChanged(ada, stranger);
        vm.prank(cold);
        registry.setPayout(ada, stranger);
        later(UNBONDING);
        registry.withdraw(ada, address(token));
        same(token.balanceOf(stranger), 40 * ONE, "new payout");
        refuses(IRegistry.NotPayout.selector, abi.encode(ada, cold));
        vm.prank(cold);
        registry.setPayout(ada, cold);
    }
}
