// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {FeeToken, ScaledToken, SharesToken, SilentToken} from "../OddTokens.sol";
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

    function test_whatTellsNoBalancesIsNoToken() public {
        refuses(IRegistry.NotAToken.selector, abi.encode(address(hasher)));
        registry.stake(ada, address(hasher), 1);
    }

    function test_tokensThatSayThatTheyRebaseAreRefused() public {
        address shares = address(new SharesToken());
        refuses(IRegistry.RebasingToken.selector, abi.encode(shares));
        registry.stake(ada, shares, 1);
        address scaled = address(new ScaledToken());
        refuses(IRegistry.RebasingToken.selector, abi.encode(scaled));
        registry.stake(ada, scaled, 1);
    }

    function test_feeOnTransferIsRefusedAndMovesNothing() public {
        FeeToken fee = new FeeToken();
        fee.mint(address(this), 100);
        fee.approve(address(registry), 100);
        refuses(IRegistry.ShortTransfer.selector, abi.encode(100, 99));
        registry.stake(ada, address(fee), 100);
        same(fee.balanceOf(address(this)), 100, "kept");
    }

    function test_tokenThatReturnsNothingIsStakedAndWithdrawn() public {
        SilentToken silent = new SilentToken();
        silent.mint(address(this), 100);
        silent.approve(address(registry), 100);
        registry.stake(ada, address(silent), 100);
        vm.prank(cold);
        registry.unbond(ada, address(silent), 100);
        later(UNBONDING);
        registry.withdraw(ada, address(silent));
        same(silent.balanceOf(cold), 100, "payout");
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
