// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract RebondTest is RegistryBase {
    function test_onlyThePayoutKeyDoes() public {
        unbond(ONE);
        refuses(IRegistry.NotPayout.selector, abi.encode(ada, stranger));
        vm.prank(stranger);
        registry.rebond(ada, address(token));
    }

    function test_withNothingUnbondingItIsRefused() public {
        refuses(IRegistry.NothingUnbonding.selector, abi.encode(ada, address(token)));
        vm.prank(cold);
        registry.rebond(ada, address(token));
    }

    function test_allOfItCoversLeasesAgain() public {
        unbond(30 * ONE);
        vm.expectEmit();
        emit IRegistry.Rebonded(ada, address(token), 30 * ONE);
        vm.prank(cold);
        registry.rebond(ada, address(token));
        same(adas().bonded, 40 * ONE, "bonded");
        same(adas().unbonding, 0, "unbonding");
        stakesAreThere();
    }
}
