// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice What can be asked of a token before money is put into it. A fee on transfers shows at the first deposit only.
library PlainToken {
    /// @dev Enough for a balance behind a proxy. A bound, because a fallback that writes burns all that it is given.
    uint256 private constant ASKING_GAS = 100_000;

    /// @notice True for a contract that tells balances.
    function isToken(address token) internal view returns (bool) {
        return token.code.length != 0 && answers(token, IERC20.balanceOf.selector);
    }

    /// @notice True for a token whose balances are shares of something: those of Lido (sharesOf), of Aave and Ampleforth
    /// (scaledBalanceOf). What changes balances and has neither cannot be told from others.
    function rebases(address token) internal view returns (bool) {
        return answers(token, bytes4(keccak256("sharesOf(address)")))
            || answers(token, bytes4(keccak256("scaledBalanceOf(address)")));
    }

    function answers(address token, bytes4 question) private view returns (bool) {
        (bool ok, bytes memory word) = token.staticcall{gas: ASKING_GAS}(abi.encodeWithSelector(question, address(this)));
        return ok && word.length == 32;
    }
}
