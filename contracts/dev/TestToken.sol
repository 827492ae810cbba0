// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice A dollar for development chains.
/// @dev Warning: anyone may mint. It is worth nothing and is never deployed where money is.
contract TestToken is ERC20Permit {
    constructor() ERC20("Test dollar of Fuzzburst", "tUSDC") ERC20Permit("Test dollar of Fuzzburst") {}

    /// @notice Six, as USDC has.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @notice Makes `units` for `to`.
    function mint(address to, uint256 units) external {
        _mint(to, units);
    }
}
