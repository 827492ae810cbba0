// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// @title What workers lose when they are proven to have lied
/// @notice A worker has two keys. The operator signs roots and lives on the machine that runs other people's code. The
/// payout key gets the stake back and never needs to be on that machine. Stake is held by token; how much a lease needs is
/// for requesters and relays to ask: STAKE_PER_PRICE times its price is what the design asks for.
///
/// Nobody has power over a stake but its payout key and the slashers that were named when this contract was made. There is
/// no administrator and no upgrade: a new slasher is a new registry, to which workers move by themselves or not at all.
/// @dev Warning: tokens that change balances by themselves (rebasing) must not be staked. Those that say so are refused; the
/// stakes of one that does not share its losses among themselves. Stakes of other tokens are not touched.
interface IRegistry {
    // ---------------------------------------------------------------------------------------------------------- types

    struct Worker {
        address payout;
        /// What its self-test gave; workers of one class are compared by equality. Zero when it was never declared.
        bytes32 determinismClass;
    }

    struct Stake {
        uint96 bonded;
        /// Asked back. Counts for no lease any more, and can still be slashed.
        uint96 unbonding;
        uint40 availableAt;
    }

    // --------------------------------------------------------------------------------------------------------- errors

    error AlreadyRegistered(address operator);
    error NotRegistered(address operator);
    error NotPayout(address operator, address caller);
    error NotSlasher(address caller);
    error BadSignature(address signer);
    error ZeroAddress();
    error ZeroUnits();
    /// @notice No contract, or one that tells no balances.
    error NotAToken(address token);
    /// @notice Its balances change by themselves.
    error RebasingToken(address token);
    error AmountTooLarge(uint256 units, uint256 most);
    /// @notice The token took a fee on the way.
    error ShortTransfer(uint256 asked, uint256 received);
    error NotEnoughStake(uint256 asked, uint256 bonded);
    error NothingUnbonding(address operator, address token);
    error TooEarly(uint256 from);

    // --------------------------------------------------------------------------------------------------------- events

    event Registered(address indexed operator, address indexed payout, bytes32 determinismClass);
    event PayoutChanged(address indexed operator, address indexed payout);
    event ClassDeclared(address indexed operator, bytes32 determinismClass);
    event Staked(address indexed operator, address indexed token, address indexed from, uint256 units);
    event Unbonding(address indexed operator, address indexed token, uint256 units, uint256 availableAt);
    event Rebonded(address indexed operator, address indexed token, uint256 units);
    event Withdrawn(address indexed operator, address indexed token, address indexed payout, uint256 units);
    /// @notice A slasher's finding, with or without stake to take. `evidence` is what the slasher names it by.
    event Strike(address indexed operator, address indexed slasher, bytes32 indexed evidence);
    event Slashed(address indexed operator, address indexed token, uint256 units, uint256 burnedUnits);

    // --------------------------------------------------------------------------------------------------------- worker

    /// @notice Binds an operator to the payout key that its stake returns to. Anyone may send it with the operator's
    /// signature of Registration(address operator,address payout,bytes32 determinismClass); the operator needs none.
    /// @dev Warning: it can be done once. Later only the payout key names another: a stolen operator key moves no stake.
    function register(address operator, address payout, bytes32 determinismClass, bytes calldata signature) external;

    /// @notice The payout key hands its place to another.
    /// @dev Warning: a wrong address is the stake lost.
    function setPayout(address operator, address payout) external;

    /// @notice The operator says what its self-test gives now.
    function declareClass(bytes32 determinismClass) external;

    /// @notice Adds `units` of `token` to the stake of a registered operator, from the caller. Anyone may.
    /// @dev Warning: it returns to the operator's payout key, whoever paid it in.
    function stake(address operator, address token, uint256 units) external;

    /// @notice The payout key asks for stake back. What was asked for earlier waits anew.
    function unbond(address operator, address token, uint256 units) external;

    /// @notice The payout key takes its asking back: all that is unbonding is bonded again.
    function rebond(address operator, address token) external;

    /// @notice Sends what has waited long enough to the payout key. Anyone may send it.
    function withdraw(address operator, address token) external;

    // -------------------------------------------------------------------------------------------------------- arbiter

    /// @notice Takes up to `units` of a stake, bonded ones first. At least half of it is burned. The slasher gets `keepUnits`
    /// of the other half, or what there is of it, to hand to whoever was lied to; the rest is burned too.
    /// @dev Burned stake stays here for ever: no token can refuse it, and no address can get it.
    /// @return slashed what was taken.
    /// @return kept what was sent to the slasher.
    function slash(address operator, address token, uint256 units, uint256 keepUnits, bytes32 evidence)
        external
        returns (uint256 slashed, uint256 kept);

    // ---------------------------------------------------------------------------------------------------------- views

    function workerOf(address operator) external view returns (Worker memory);
    function stakeOf(address operator, address token) external view returns (Stake memory);
    /// @notice How many leases of one price an operator's bonded stake covers at a time.
    function leasesCovered(address operator, address token, uint256 price) external view returns (uint256);
    /// @notice Units of a token that stay in the contract for ever.
    function burnedOf(address token) external view returns (uint256);
    function isSlasher(address slasher) external view returns (bool);
    /// @notice Seconds between asking for stake and getting it.
    function unbondingPeriod() external view returns (uint40);
    /// @notice The EIP-712 domain separator.
    function domainSeparator() external view returns (bytes32);
}
