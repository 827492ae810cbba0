// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {Lease, Root} from "../Base.sol";
import {RegistryBase} from "./RegistryBase.sol";

/// @notice Two operators, one payout key each, a court, and anyone with two roots. A call that must be refused is not made.
contract StakesHandler is RegistryBase {
    uint256 public paidIn;
    uint256 public out;
    uint256 private _proofs;
    bytes32 private _job;

    constructor() {
        setUp();
        paidIn = 40 * ONE;
        vm.prank(bob);
        registry.register(bob, cold, CLASS, "");
        _job = openJob();
    }

    function passTime(uint256 secs) external {
        later(secs % 3 days);
    }

    function addStake(uint256 units, bool ofBob) external {
        units = 1 + units % (50 * ONE);
        stakeFor(who(ofBob), units);
        paidIn += units;
    }

    function askBack(uint256 units, bool ofBob) external {
        uint256 bonded = registry.stakeOf(who(ofBob), address(token)).bonded;
        if (bonded == 0) return;
        vm.prank(cold);
        registry.unbond(who(ofBob), address(token), 1 + units % bonded);
    }

    function stay(bool ofBob) external {
        if (registry.stakeOf(who(ofBob), address(token)).unbonding == 0) return;
        vm.prank(cold);
        registry.rebond(who(ofBob), address(token));
    }

    function takeOut(bool ofBob) external {
        IRegistry.Stake memory s = registry.stakeOf(who(ofBob), address(token));
        if (s.unbonding == 0 || block.timestamp < s.availableAt) return;
        registry.withdraw(who(ofBob), address(token));
        out += s.unbonding;
    }

    function judge(uint256 units, uint256 keep, bool ofBob) external {
        vm.prank(court);
        (uint256 slashed, uint256 kept) =
            registry.slash(who(ofBob), address(token), units % (30 * ONE), keep % (30 * ONE), "judged");
        truth(kept <= slashed / 2, "more than half was kept");
        out += kept;
    }

    function equivocate(bool ofBob) external {
        uint256 key = ofBob ? BOB_KEY : ADA_KEY;
        Lease memory lease = leaseOf(_job, uint32(_proofs++), who(ofBob));
        Root memory one = Root(_job, hasher.hash(lease), lease.specDigest, "one", 10);
        Root memory other = Root(_job, one.lease, lease.specDigest, "other", 10);
        uint256 before = balanceOf(account);
        bytes memory word = sign(JOB_KEY, one.lease);
        equivocation.prove(
            registry, lease, word, one, sign(key, hasher.hash(one)), other, sign(key, hasher.hash(other))
        );
        truth(balanceOf(account) - before <= lease.price, "accusing paid more than the lie cost");
        out += balanceOf(account) - before;
    }

    function held() external view returns (uint256) {
        return token.balanceOf(address(registry));
    }

    function owed() external view returns (uint256 units) {
        units = registry.burnedOf(address(token));
        for (uint256 i = 0; i < 2; ++i) {
            IRegistry.Stake memory s = registry.stakeOf(who(i == 1), address(token));
            units += uint256(s.bonded) + s.unbonding;
        }
    }

    /// @notice Everybody asks for everything and waits.
    function endEverything() external {
        for (uint256 i = 0; i < 2; ++i) {
            uint256 bonded = registry.stakeOf(who(i == 1), address(token)).bonded;
            if (bonded != 0) {
                vm.prank(cold);
                registry.unbond(who(i == 1), address(token), bonded);
            }
            later(UNBONDING);
            if (registry.stakeOf(who(i == 1), address(token)).unbonding != 0) registry.withdraw(who(i == 1), address(token));
        }
        same(token.balanceOf(address(registry)), registry.burnedOf(address(token)), "stake that nobody can take");
    }

    function who(bool isBob) private view returns (address) {
        return isBob ? bob : ada;
    }
}

contract StakesInvariants {
    StakesHandler private handler;

    function setUp() public {
        handler = new StakesHandler();
    }

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(handler);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        bytes4[] memory s = new bytes4[](7);
        (s[0], s[1], s[2]) = (handler.passTime.selector, handler.addStake.selector, handler.askBack.selector);
        (s[3], s[4], s[5]) = (handler.stay.selector, handler.takeOut.selector, handler.judge.selector);
        s[6] = handler.equivocate.selector;
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(handler), s);
    }

    function invariant_stakeIsBondedUnbondingOrBurned() public view {
        require(handler.held() == handler.owed(), "tokens and books differ");
        require(handler.held() + handler.out() == handler.paidIn(), "stake appeared or vanished");
    }

    function afterInvariant() external {
        handler.endEverything();
    }
}
