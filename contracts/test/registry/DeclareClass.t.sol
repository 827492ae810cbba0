// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract DeclareClassTest is RegistryBase {
    function test_unknownOperatorIsRefused() public {
        refuses(IRegistry.NotRegistered.selector, abi.encode(bob));
        vm.prank(bob);
        registry.declareClass("other");
    }

    function test_theOperatorChangesItsOwn() public {
        vm.expectEmit();
        emit IRegistry.ClassDeclared(ada, "other");
        vm.prank(ada);
        registry.declareClass("other");
        IRegistry.Worker memory w = registry.workerOf(ada);
        truth(w.determinismClass == "other" && w.payout == cold, "worker");
    }
}
