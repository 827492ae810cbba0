// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base, IEscrow} from "./Base.sol";

contract DepositWithPermitTest is Base {
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    function permit(uint256 units) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 message = keccak256(abi.encode(PERMIT, ada, address(escrow), units, token.nonces(ada), block.timestamp));
        return vm.sign(ADA_KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), message)));
    }

    function test_unknownAccountIsRefused() public {
        refuses(IEscrow.NoAccount.selector, abi.encode(bytes32("none")));
        escrow.depositWithPermit("none", 1, block.timestamp, 27, 0, 0);
    }

    function test_badPermitGivesNoAllowance() public {
        token.mint(ada, 10);
        refuses(IERC20Errors.ERC20InsufficientAllowance.selector, abi.encode(address(escrow), 0, 10));
        vm.prank(ada);
        escrow.depositWithPermit(account, 10, block.timestamp, 27, bytes32(uint256(1)), bytes32(uint256(1)));
    }

    function test_permitDepositsWithoutApproval() public {
        token.mint(ada, 10);
        (uint8 v, bytes32 r, bytes32 s) = permit(10);
        vm.prank(ada);
        escrow.depositWithPermit(account, 10, block.timestamp, v, r, s);
        same(balanceOf(account), 100 * ONE + 10, "balance");
    }

    function test_permitThatSomebodySentFirstStillDeposits() public {
        token.mint(ada, 10);
        (uint8 v, bytes32 r, bytes32 s) = permit(10);
        token.permit(ada, address(escrow), 10, block.timestamp, v, r, s);
        vm.prank(ada);
        escrow.depositWithPermit(account, 10, block.timestamp, v, r, s);
        same(balanceOf(account), 100 * ONE + 10, "balance");
    }
}
