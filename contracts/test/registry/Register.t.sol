// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract RegisterTest is RegistryBase {
    function test_withoutAPayoutKeyItIsRefused() public {
        refuses(IRegistry.ZeroAddress.selector);
        vm.prank(bob);
        registry.register(bob, address(0), CLASS, "");
    }

    function test_nobodyElseNamesAPayoutKeyWithoutTheOperatorsSignature() public {
        refuses(IRegistry.BadSignature.selector, abi.encode(bob));
        vm.prank(stranger);
        registry.register(bob, stranger, CLASS, "");
    }

    function test_signatureForAnotherPayoutKeyIsRefused() public {
        bytes memory signature = registration(BOB_KEY, cold, CLASS);
        refuses(IRegistry.BadSignature.selector, abi.encode(bob));
        vm.prank(stranger);
        registry.register(bob, stranger, CLASS, signature);
    }

    function test_signatureOfAnotherKeyIsRefused() public {
        bytes memory signature = registration(ADA_KEY, cold, CLASS);
        refuses(IRegistry.BadSignature.selector, abi.encode(bob));
        vm.prank(stranger);
        registry.register(bob, cold, CLASS, signature);
    }

    function test_twiceIsRefusedEvenToTheOperator() public {
        refuses(IRegistry.AlreadyRegistered.selector, abi.encode(ada));
        vm.prank(ada);
        registry.register(ada, stranger, CLASS, "");
    }

    function test_anyoneSendsItWithTheOperatorsSignature() public {
        bytes memory signature = registration(BOB_KEY, cold, CLASS);
        vm.expectEmit();
        emit IRegistry.Registered(bob, cold, CLASS);
        vm.prank(stranger);
        registry.register(bob, cold, CLASS, signature);
        IRegistry.Worker memory w = registry.workerOf(bob);
        truth(w.payout == cold && w.determinismClass == CLASS, "worker");
    }

    function test_theOperatorNeedsNoSignature() public {
        vm.prank(bob);
        registry.register(bob, bob, CLASS, "");
        truth(registry.workerOf(bob).payout == bob, "payout");
    }
}
