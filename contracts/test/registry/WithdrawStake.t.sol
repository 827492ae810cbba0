// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract WithdrawStakeTest is RegistryBase {
    function test_withNothingUnbondingItIsRefused() public {
        refuses(IRegistry.NothingUnbonding.selector, abi.encode(ada, address(token)));
        registry.withdraw(ada, address(token));
    }

    function test_notBeforeSevenDays() public {
        unbond(ONE);
        uint256 from = block.timestamp + UNBONDING;
        vm.warp(from - 1);
        refuses(IRegistry.TooEarly.selector, abi.encode(from));
        registry.withdraw(ada, address(token));
    }

    function test_secondWithdrawalIsRefusedAndMovesNothing() public {
        unbond(ONE);
        later(UNBONDING);
        registry.withdraw(ada, address(token));
        refuses(IRegistry.NothingUnbonding.selector, abi.encode(ada, address(token)));
        registry.withdraw(ada, address(token));
        same(token.balanceOf(cold), ONE, "payout");
    }

    function test_whoeverSendsItThePayoutKeyIsPaid() public {
        unbond(ONE);
        later(UNBONDING);
        vm.expectEmit();
        emit IRegistry.Withdrawn(ada, address(token), cold, ONE);
        vm.prank(stranger);
        registry.withdraw(ada, address(token));
        same(token.balanceOf(cold), ONE, "payout");
        same(adas().bonded, 39 * ONE, "bonded");
        stakesAreThere();
    }
}
