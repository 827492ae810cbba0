// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract StakeTest is RegistryBase {
    function test_unknownOperatorIsRefused() public {
        refuses(IRegistry.NotRegistered.selector, abi.encode(bob));
        registry.stake(bob, address(token), 1);
    }

    function test_whatIsNoContractIsNoToken() public {
        refuses(IRegistry.NotAToken.selector, abi.encode(stranger));
        registry.stake(ada, stranger, 1);
    }

    function test_nothingIsRefused() public {
        refuses(IRegistry.ZeroUnits.selector);
        registry.stake(ada, address(token), 0);
    }

    function test_moreThanFitsIsRefusedAlsoWithWhatIsUnbonding() public {
        unbond(15 * ONE);
        uint256 most = type(uint96).max - 40 * ONE;
        refuses(IRegistry.AmountTooLarge.selector, abi.encode(most + 1, most));
        registry.stake(ada, address(token), most + 1);
    }

    function test_anyoneStakesForAnyone() public {
        token.mint(stranger, ONE);
        vm.prank(stranger);
        token.approve(address(registry), ONE);
        vm.expectEmit();
        emit IRegistry.Staked(ada, address(token), stranger, ONE);
        vm.prank(stranger);
        registry.stake(ada, address(token), ONE);
        same(adas().bonded, 41 * ONE, "bonded");
        stakesAreThere();
    }

    function test_stakeCoversTwentyPricesALease() public view {
        same(registry.leasesCovered(ada, address(token), ONE), 2, "at 1");
        same(registry.leasesCovered(ada, address(token), 2 * ONE), 1, "at 2");
        same(registry.leasesCovered(ada, address(token), 2 * ONE + 1), 0, "above");
        same(registry.leasesCovered(ada, address(token), 0), type(uint256).max, "for nothing");
        same(registry.leasesCovered(bob, address(token), ONE), 0, "bob");
    }
}
