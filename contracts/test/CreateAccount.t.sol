// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base, IEscrow} from "./Base.sol";

contract CreateAccountTest is Base {
    function test_addressWithoutCodeIsNoToken() public {
        refuses(IEscrow.NotAToken.selector, abi.encode(address(1)));
        escrow.createAccount(address(1), "x");
    }

    function test_sameOwnerTokenAndSaltIsRefused() public {
        refuses(IEscrow.AccountExists.selector, abi.encode(account));
        vm.prank(owner);
        escrow.createAccount(address(token), "salt");
    }

    function testFuzz_nameFollowsFromOwnerTokenAndSalt(address who, bytes32 salt) public {
        vm.assume(who != address(0) && who != owner);
        vm.prank(who);
        bytes32 made = escrow.createAccount(address(token), salt);
        truth(made == keccak256(abi.encode(who, address(token), salt)), "name");
        truth(escrow.accountOf(made).owner == who && escrow.accountOf(made).token == address(token), "account");
    }
}
