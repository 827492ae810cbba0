// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEquivocation} from "../../src/interfaces/IEquivocation.sol";
import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {IEscrow, Lease, Root} from "../Base.sol";
import {RegistryBase} from "./RegistryBase.sol";

contract ProveTest is RegistryBase {
    struct Proof {
        Lease lease;
        bytes leaseSignature;
        Root one;
        Root other;
    }

    bytes32 private job;

    function setUp() public override {
        super.setUp();
        job = openJob();
    }

    function proof(Lease memory lease) private view returns (Proof memory p) {
        p.lease = lease;
        p.leaseSignature = sign(JOB_KEY, hasher.hash(lease));
        p.one = Root(job, hasher.hash(lease), lease.specDigest, "one", 10);
        p.other = Root(job, hasher.hash(lease), lease.specDigest, "other", 10);
    }

    function honest() private view returns (Proof memory) {
        return proof(leaseOf(job, 0, ada));
    }

    function prove(Proof memory p) private {
        bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, first, p.other, second);
    }

    function test_oneRootShownTwiceProvesNothing() public {
        Proof memory p = honest();
        p.other = p.one;
        bytes memory signature = sign(ADA_KEY, hasher.hash(p.one));
        refuses(IEquivocation.NotEquivocation.selector);
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, signature, p.one, signature);
    }

    function test_unknownJobIsRefused() public {
        Proof memory p = honest();
        p.lease.job = "unknown";
        bytes memory signature = sign(ADA_KEY, hasher.hash(p.one));
        refuses(IEquivocation.UnknownJob.selector, abi.encode(bytes32("unknown")));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, signature, p.other, signature);
    }

    function test_rootsForAnotherLeaseAreRefused() public {
        for (uint256 i = 0; i < 4; ++i) {
            Proof memory p = honest();
            if (i == 0) p.one.lease = "another";
            if (i == 1) p.other.lease = "another";
            if (i == 2) p.one.job = "another";
            if (i == 3) p.other.job = "another";
            bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
            bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
            refuses(IEquivocation.WrongLease.selector, abi.encode(hasher.hash(p.lease)));
            equivocation.prove(registry, p.lease, p.leaseSignature, p.one, first, p.other, second);
        }
    }

    function test_leaseAboveTheJobsPriceIsRefused() public {
        Lease memory lease = leaseOf(job, 0, ada);
        lease.price += 1;
        Proof memory p = proof(lease);
        bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
        refuses(IEquivocation.WrongLease.selector, abi.encode(hasher.hash(lease)));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, first, p.other, second);
    }

    function test_leaseThatTheJobKeyNeverGaveIsRefused() public {
        Proof memory p = honest();
        p.leaseSignature = sign(ADA_KEY, hasher.hash(p.lease));
        bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
        refuses(IEquivocation.BadSignature.selector, abi.encode(jobKey));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, first, p.other, second);
    }

    function test_rootsThatTheWorkerDidNotSignAreRefused() public {
        Proof memory p = honest();
        bytes memory right = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory wrong = sign(BOB_KEY, hasher.hash(p.other));
        refuses(IEquivocation.BadSignature.selector, abi.encode(ada));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, right, p.other, wrong);
        refuses(IEquivocation.BadSignature.selector, abi.encode(ada));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.other, wrong, p.one, right);
        refuses(IEquivocation.BadSignature.selector, abi.encode(ada));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, right, p.other, "");
    }

    function test_secondProofForOneLeaseIsRefusedAndTakesNothing() public {
        Proof memory p = honest();
        prove(p);
        p.other.root = "a third";
        bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
        refuses(IEquivocation.AlreadyProven.selector, abi.encode(hasher.hash(p.lease)));
        equivocation.prove(registry, p.lease, p.leaseSignature, p.one, first, p.other, second);
        same(adas().bonded, 20 * ONE, "bonded");
    }

    function test_registryThatDoesNotNameItIsRefused() public {
        IRegistry other = newRegistry(court, address(0));
        Proof memory p = honest();
        bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
        refuses(IRegistry.NotSlasher.selector, abi.encode(address(equivocation)));
        equivocation.prove(other, p.lease, p.leaseSignature, p.one, first, p.other, second);
    }

    function test_twentyPricesAreSlashedOneReturnsToTheAccountAndTheRestIsBurned() public {
        Proof memory p = honest();
        uint256 before = balanceOf(account);
        vm.expectEmit();
        emit IRegistry.Strike(ada, address(equivocation), hasher.hash(p.lease));
        vm.expectEmit();
        emit IEquivocation.Proven(address(registry), ada, hasher.hash(p.lease), address(token), 20 * ONE, ONE);
        vm.prank(stranger);
        prove(p);
        same(adas().bonded, 20 * ONE, "bonded");
        same(balanceOf(account) - before, ONE, "account");
        same(registry.burnedOf(address(token)), 19 * ONE, "burned");
        same(token.balanceOf(stranger), 0, "whoever proves gets nothing");
        same(token.balanceOf(address(equivocation)), 0, "left behind");
        truth(equivocation.isProven(registry, hasher.hash(p.lease)), "proven");
        stakesAreThere();
    }

    function test_stakeThatIsLeavingIsSlashedTooAndLessThanTwentyPricesIsTakenWhole() public {
        unbond(40 * ONE);
        prove(proof(leaseOf(job, 0, ada)));
        prove(proof(leaseOf(job, 1, ada)));
        prove(proof(leaseOf(job, 2, ada)));
        same(adas().unbonding, 0, "unbonding");
        same(registry.burnedOf(address(token)), 38 * ONE, "burned");
        stakesAreThere();
    }

    function test_partialRootAfterAWholeOneIsEquivocationToo() public {
        Proof memory p = honest();
        p.other = Root(job, p.one.lease, p.one.specDigest, "one", 3);
        prove(p);
        same(adas().bonded, 20 * ONE, "bonded");
    }

    function test_aJobThatIsLongClosedStillProves() public {
        Proof memory p = honest();
        later(60 days);
        escrow.close(job);
        prove(p);
        same(adas().bonded, 20 * ONE, "bonded");
    }

    function test_accountThatCannotTakeItStopsNoSlash() public {
        Proof memory p = honest();
        vm.mockCallRevert(
            address(escrow), abi.encodeCall(IEscrow.deposit, (account, ONE)), "the token blocks the escrow"
        );
        prove(p);
        same(adas().bonded, 20 * ONE, "bonded");
        same(token.balanceOf(address(equivocation)), ONE, "stays for ever");
        same(token.allowance(address(equivocation), address(escrow)), 0, "allowance");
    }

    function test_aFalseRegistryMovesNothing() public {
        Proof memory p = honest();
        token.mint(address(equivocation), 5 * ONE);
        FalseRegistry liar = new FalseRegistry();
        bytes memory first = sign(ADA_KEY, hasher.hash(p.one));
        bytes memory second = sign(ADA_KEY, hasher.hash(p.other));
        uint256 before = balanceOf(account);
        equivocation.prove(IRegistry(address(liar)), p.lease, p.leaseSignature, p.one, first, p.other, second);
        same(balanceOf(account), before, "account");
        same(token.balanceOf(address(equivocation)), 5 * ONE, "equivocation");
        prove(p);
        same(adas().bonded, 20 * ONE, "the true one still slashes");
    }
}

contract FalseRegistry {
    function slash(address, address, uint256 units, uint256 keepUnits, bytes32) external pure returns (uint256, uint256) {
        return (units, keepUnits);
    }
}
