// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

// Tokens as they really occur. Each has what makes it odd, and nothing else.

/// @notice Takes one percent of every transfer.
contract FeeToken is ERC20("Fee", "FEE") {
    function mint(address to, uint256 units) external {
        _mint(to, units);
    }

    function _update(address from, address to, uint256 units) internal override {
        if (from == address(0) || to == address(0)) return super._update(from, to, units);
        super._update(from, address(0xFEE), units / 100);
        super._update(from, to, units - units / 100);
    }
}

/// @notice Returns nothing, and takes no new allowance over an old one, as USDT does.
contract SilentToken {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 units) external {
        balanceOf[to] += units;
    }

    function approve(address spender, uint256 units) external {
        require(units == 0 || allowance[msg.sender][spender] == 0, "allowance first to zero");
        allowance[msg.sender][spender] = units;
    }

    function transferFrom(address from, address to, uint256 units) external {
        allowance[from][msg.sender] -= units;
        balanceOf[from] -= units;
        balanceOf[to] += units;
    }

    function transfer(address to, uint256 units) external {
        balanceOf[msg.sender] -= units;
        balanceOf[to] += units;
    }
}

/// @notice Says false where others revert.
contract FalseToken {
    mapping(address => uint256) public balanceOf;

    function transferFrom(address, address, uint256) external pure returns (bool) {
        return false;
    }
}

/// @notice Halves all balances at a word of anybody, and says nothing about it.
contract ShrinkingToken is ERC20("Shrinking", "SHR") {
    uint256 private _halvings;

    function mint(address to, uint256 units) external {
        _mint(to, units << _halvings);
    }

    function halve() external {
        _halvings += 1;
    }

    function balanceOf(address who) public view override returns (uint256) {
        return super.balanceOf(who) >> _halvings;
    }

    function _update(address from, address to, uint256 units) internal override {
        super._update(from, to, units << (from == address(0) ? 0 : _halvings));
    }
}

/// @notice Shares under the balance, as stETH.
contract SharesToken is ShrinkingToken {
    function sharesOf(address who) external view returns (uint256) {
        return ERC20.balanceOf(who);
    }
}

/// @notice Scaled balances under the balance, as aTokens and AMPL.
contract ScaledToken is ShrinkingToken {
    function scaledBalanceOf(address who) external view returns (uint256) {
        return ERC20.balanceOf(who);
    }
}

/// @notice Refuses those on its list, either way, as USDC and USDT do.
contract BlockingToken is ERC20("Blocking", "BLK") {
    mapping(address => bool) public blocked;

    error Blocked(address who);

    function mint(address to, uint256 units) external {
        _mint(to, units);
    }

    function setBlocked(address who, bool on) external {
        blocked[who] = on;
    }

    function _update(address from, address to, uint256 units) internal override {
        if (blocked[from]) revert Blocked(from);
        if (blocked[to]) revert Blocked(to);
        super._update(from, to, units);
    }
}

/// @notice Calls somebody in the middle of every transfer, as ERC-777 does.
contract CallingToken is ERC20("Calling", "CALL") {
    address private _target;
    bytes private _data;
    /// What came back from the last call.
    bytes public answer;

    function mint(address to, uint256 units) external {
        _mint(to, units);
    }

    function callIn(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _update(address from, address to, uint256 units) internal override {
        super._update(from, to, units);
        if (_target == address(0)) return;
        (, answer) = _target.call(_data);
    }
}

/// @notice Takes any call for a deposit, as WETH9 does: a question about shares writes, and burns all gas it was given.
contract WrappedToken is ERC20("Wrapped", "WRAP") {
    fallback() external payable {
        _mint(msg.sender, msg.value);
    }
}
