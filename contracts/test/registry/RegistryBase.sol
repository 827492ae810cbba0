// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEquivocation} from "../../src/interfaces/IEquivocation.sol";
import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {Base} from "../Base.sol";

/// @notice Ada is registered and has staked 40: enough for two leases at a price of 1.
abstract contract RegistryBase is Base {
    uint40 internal constant UNBONDING = 7 days;
    bytes32 internal constant CLASS = keccak256("class");
    address internal cold = address(0xC01D);
    address internal court = address(0xC0);

    IEquivocation internal equivocation;
    IRegistry internal registry;

    function setUp() public virtual override {
        super.setUp();
        equivocation = IEquivocation(vm.deployCode("Equivocation.sol:Equivocation", abi.encode(escrow)));
        registry = newRegistry(address(equivocation), court);
        vm.prank(ada);
        registry.register(ada, cold, CLASS, "");
        stakeFor(ada, 40 * ONE);
    }

    function newRegistry(address slasher, address second) internal returns (IRegistry) {
        return IRegistry(vm.deployCode("Registry.sol:Registry", abi.encode(UNBONDING, slasher, second)));
    }

    function stakeFor(address operator, uint256 units) internal {
        token.mint(address(this), units);
        token.approve(address(registry), units);
        registry.stake(operator, address(token), units);
    }

    function unbond(uint256 units) internal {
        vm.prank(cold);
        registry.unbond(ada, address(token), units);
    }

    function slash(uint256 units, uint256 keep) internal returns (uint256 slashed, uint256 kept) {
        vm.prank(court);
        return registry.slash(ada, address(token), units, keep, "evidence");
    }

    function adas() internal view returns (IRegistry.Stake memory) {
        return registry.stakeOf(ada, address(token));
    }

    function registration(uint256 key, address payout, bytes32 class) internal view returns (bytes memory) {
        bytes32 kind = keccak256("Registration(address operator,address payout,bytes32 determinismClass)");
        bytes32 message = keccak256(abi.encode(kind, vm.addr(key), payout, class));
        bytes32 whole = keccak256(abi.encodePacked(hex"1901", registry.domainSeparator(), message));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, whole);
        return abi.encodePacked(r, s, v);
    }

    /// @dev What is in the registry is what is staked, what is on its way out, and what was burned.
    function stakesAreThere() internal view {
        IRegistry.Stake memory s = adas();
        uint256 owed = uint256(s.bonded) + s.unbonding + registry.burnedOf(address(token));
        same(token.balanceOf(address(registry)), owed, "registry");
    }
}
