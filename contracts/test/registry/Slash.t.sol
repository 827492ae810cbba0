// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract SlashTest is RegistryBase {
    function test_nobodyButTheNamedSlashersMay() public {
        address[4] memory others = [owner, ada, cold, address(0)];
        for (uint256 i = 0; i < others.length; ++i) {
            refuses(IRegistry.NotSlasher.selector, abi.encode(others[i]));
            vm.prank(others[i]);
            registry.slash(ada, address(token), 1, 0, "evidence");
        }
    }

    function test_withoutACourtItsSeatIsNobodys() public {
        IRegistry lone = newRegistry(address(equivocation), address(0));
        truth(lone.isSlasher(address(equivocation)) && !lone.isSlasher(address(0)), "seats");
        refuses(IRegistry.NotSlasher.selector, abi.encode(address(0)));
        vm.prank(address(0));
        lone.slash(ada, address(token), 1, 0, "evidence");
    }

    function test_withoutStakeThereIsAStrikeAllTheSame() public {
        vm.expectEmit();
        emit IRegistry.Strike(bob, court, "evidence");
        vm.prank(court);
        (uint256 slashed, uint256 kept) = registry.slash(bob, address(token), 5 * ONE, ONE, "evidence");
        truth(slashed == 0 && kept == 0, "nothing to take");
    }

    function test_whatIsUnbondingIsSlashedAfterWhatIsBonded() public {
        unbond(30 * ONE);
        (uint256 slashed,) = slash(25 * ONE, 0);
        same(slashed, 25 * ONE, "slashed");
        same(adas().bonded, 0, "bonded");
        same(adas().unbonding, 15 * ONE, "unbonding");
        stakesAreThere();
    }

    function test_slashJustBeforeTheWithdrawalLeavesNothingToWithdraw() public {
        unbond(40 * ONE);
        later(UNBONDING);
        slash(type(uint256).max, type(uint256).max);
        refuses(IRegistry.NothingUnbonding.selector, abi.encode(ada, address(token)));
        registry.withdraw(ada, address(token));
    }

    function testFuzz_atLeastHalfIsBurned(uint256 units, uint256 keep, uint256 leaving) public {
        if (leaving % (40 * ONE) != 0) unbond(leaving % (40 * ONE));
        (uint256 slashed, uint256 kept) = slash(units, keep);
        same(slashed, units < 40 * ONE ? units : 40 * ONE, "slashed");
        truth(kept <= slashed / 2 && kept <= keep, "kept too much");
        same(kept, keep < slashed / 2 ? keep : slashed / 2, "kept");
        same(registry.burnedOf(address(token)), slashed - kept, "burned");
        same(token.balanceOf(court), kept, "court");
        stakesAreThere();
    }
}
