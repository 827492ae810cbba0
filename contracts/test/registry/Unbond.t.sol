// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract UnbondTest is RegistryBase {
    function test_onlyThePayoutKeyAsks() public {
        refuses(IRegistry.NotPayout.selector, abi.encode(ada, ada));
        vm.prank(ada);
        registry.unbond(ada, address(token), ONE);
    }

    function test_nothingIsRefused() public {
        refuses(IRegistry.ZeroUnits.selector);
        unbond(0);
    }

    function test_moreThanIsBondedIsRefused() public {
        unbond(10 * ONE);
        refuses(IRegistry.NotEnoughStake.selector, abi.encode(30 * ONE + 1, 30 * ONE));
        unbond(30 * ONE + 1);
    }

    function test_whatIsAskedForCoversNoLeaseAnyMore() public {
        vm.expectEmit();
        emit IRegistry.Unbonding(ada, address(token), ONE, block.timestamp + UNBONDING);
        unbond(ONE);
        same(registry.leasesCovered(ada, address(token), ONE), 1, "leases");
        stakesAreThere();
    }

    function test_askingAgainMakesAllOfItWaitAnew() public {
        unbond(10 * ONE);
        later(UNBONDING - 1);
        unbond(ONE);
        later(UNBONDING - 1);
        refuses(IRegistry.TooEarly.selector, abi.encode(block.timestamp + 1));
        registry.withdraw(ada, address(token));
        same(adas().unbonding, 11 * ONE, "unbonding");
    }
}
