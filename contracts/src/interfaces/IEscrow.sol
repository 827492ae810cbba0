// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Grant, Intent, Lease, Receipt, Root, Settlement} from "../libraries/Messages.sol";
import {Line, Payout, SumNode} from "../libraries/PayoutTree.sol";

/// @title What a repository's money is kept in, and what workers are paid from
/// @notice An account belongs to an owner, who lets spenders lock parts of it for jobs, up to caps. A job pays workers by
/// one settlement, or without its requester when that one is silent. Nobody has power over the funds of others: there is
/// no administrator and no upgrade.
///
/// The life of a job, with W = claimDelay:
/// - open: the lock leaves the account's balance.
/// - settle, until settleBy + defaultGrace: the job key names who gets what. For W, workers may contest it.
/// - claim, from settlement + W: workers are paid; the rest returns to the account by `close`.
/// - void: no settlement in time, an unanswered contest, a settlement that cannot pay a contest, or a freeze. Every worker
///   then claims its own slots (`claimDefault`) for W; what nobody challenges for W is paid (`collectDefault`).
/// @dev Warning: tokens that change balances by themselves (rebasing) must not be used. Those that say so are refused; the
/// accounts of one that does not share its losses among themselves. Accounts of other tokens are not touched.
interface IEscrow {
    // ---------------------------------------------------------------------------------------------------------- types

    /// @notice Times in seconds, fixed at deployment.
    struct Windows {
        uint40 claimDelay;
        uint40 defaultGrace;
        uint40 withdrawalDelay;
        uint40 freeze;
    }

    struct Account {
        address owner;
        uint96 withdrawalUnits;
        address token;
        uint40 withdrawalAt;
        uint128 balance;
        /// Held by jobs. What a settlement promises to workers is not in it any more.
        uint128 locked;
    }

    struct Spender {
        uint96 maxPerJob;
        uint96 maxPerDay;
        uint40 expires;
        uint96 spent;
        uint40 day;
    }

    /// @dev Settled and Closed jobs have `claims.settledAt` set; Voided and VoidClosed ones `defaultFrom`.
    enum State {
        None,
        Open,
        Settled,
        Closed,
        Voided,
        VoidClosed
    }

    /// @notice What a settlement promises, in one slot. Zero before it, and after it became void.
    struct Claims {
        uint80 total;
        /// By the tree's first 32 places. `jobOf` adds what was claimed by later ones.
        uint80 claimed;
        uint40 settledAt;
        /// Contests that are neither answered nor struck.
        uint24 contests;
        /// A bit for each of the tree's first 32 places: set when it was claimed.
        uint32 firstClaims;
    }

    /// @dev The order is the storage's: a claim touches `commitment` and `claims`, and nothing else of a job; an open writes the
    /// first four slots, a settlement no other one of them than `commitment` and the fourth, with or without a fee.
    struct Job {
        bytes32 account;
        /// Until the settlement, the intent's auditCommit; from then on PayoutTree.commitment of what was settled.
        bytes32 commitment;
        address jobKey;
        uint32 settleBy;
        uint64 feeCap;
        /// All that workers can get: (slots + spares) * slotPrice + finderReserve.
        uint80 pot;
        uint72 slotPrice;
        uint64 feesPaid;
        uint16 slots;
        uint16 spares;
        State state;
        address assigner;
        Claims claims;
        /// Shortfalls of answered contests; burned when the job closes.
        uint80 burns;
        /// Paid to, or held for, default claims.
        uint80 posted;
        uint40 defaultFrom;
    }

    /// @notice A worker's proof that it did leased work in time.
    struct Evidence {
        Lease lease;
        bytes leaseSignature;
        /// Empty when the job has no assigner.
        bytes assignerSignature;
        Root root;
        bytes rootSignature;
        /// By the job key or the assigner. With an empty signature, `recordRoot` must have dated the root.
        Receipt receipt;
        bytes receiptSignature;
    }

    struct Claim {
        /// The account's token. The settlement commits to it, so that it need not be looked up.
        address token;
        bytes32 job;
        uint256 index;
        Payout payout;
        SumNode[] proof;
    }

    /// @dev `due` is zero once the contest is answered or struck.
    struct Contest {
        address worker;
        uint80 due;
        uint40 answerBy;
    }

    enum PostState {
        None,
        Posted,
        Burned,
        Struck,
        Paid
    }

    struct Post {
        bytes32 lease;
        address worker;
        uint80 units;
        PostState state;
        uint40 payableAt;
    }

    // --------------------------------------------------------------------------------------------------------- errors

    /// @notice No contract, or one that tells no balances.
    error NotAToken(address token);
    /// @notice Its balances change by themselves.
    error RebasingToken(address token);
    error AccountExists(bytes32 account);
    error NoAccount(bytes32 account);
    error NotOwner(bytes32 account, address caller);
    error ZeroUnits();
    error ZeroAddress();
    /// @notice The token took a fee on the way.
    error ShortTransfer(uint256 asked, uint256 received);
    error AmountTooLarge(uint256 units, uint256 most);
    error NoWithdrawal(bytes32 account);
    error TooEarly(uint256 from);
    error TooLate(uint256 until);

    error BadSignature(address signer);
    error NotSpender(bytes32 account, address spender);
    error SpenderExpired(address spender, uint256 expires);
    error CapPerJobExceeded(uint256 lock, uint256 cap);
    error CapPerDayExceeded(uint256 lock, uint256 left);
    error NotEnoughFunds(uint256 need, uint256 have);
    error IntentExpired(uint256 openBy);
    error BadDeadline(uint256 settleBy, uint256 latest);
    error SlotsOutOfRange(uint256 slots, uint256 spares);
    error JobExists(bytes32 job);
    error GrantMismatch();
    error GrantExpired(uint256 validUntil);
    error GrantTooSmall(uint256 lock, uint256 amount);
    error GrantUsed(bytes32 nonce);
    error FeeTooHigh(uint256 asked, uint256 left);

    error WrongState(bytes32 job, State state);
    error WrongSecret(bytes32 job);
    error TotalTooLarge(uint256 total, uint256 pot);
    error TreeTooDeep(uint256 depth);
    error BadProof(bytes32 job);
    error AlreadyClaimed(bytes32 job, uint256 index);
    error ContestsPending(bytes32 job, uint256 contests);

    error WrongLease(bytes32 lease);
    error WrongRoot(bytes32 lease);
    /// @notice The root is not known to have arrived before the lease expired.
    error WrongReceipt(bytes32 lease);
    error NothingDue(bytes32 lease);
    error ContestExists(bytes32 lease);
    error NoContest(bytes32 lease);
    error WrongLine(bytes32 lease);
    error NotEquivocation();
    error SlotTaken(bytes32 job, uint256 slot);
    error NoPost(bytes32 job, uint256 slot);
    error NotChallenger(address caller);

    // --------------------------------------------------------------------------------------------------------- events

    event AccountCreated(bytes32 indexed account, address indexed owner, address indexed token, bytes32 salt);
    event Deposited(bytes32 indexed account, address indexed from, uint256 units);
    event SpenderSet(
        bytes32 indexed account, address indexed spender, uint256 maxPerJob, uint256 maxPerDay, uint256 expires
    );
    event WithdrawalRequested(bytes32 indexed account, uint256 units, uint256 availableAt);
    event Withdrawn(bytes32 indexed account, address indexed to, uint256 units);
    event Opened(bytes32 indexed job, bytes32 indexed account, address indexed spender, Intent intent);
    event FeePaid(bytes32 indexed job, address indexed relayer, uint256 units);
    event Settled(bytes32 indexed job, bytes32 payoutRoot, uint8 payoutDepth, uint256 total, bytes32 auditSecret);
    event Claimed(bytes32 indexed job, address indexed worker, uint256 units);
    event Closed(bytes32 indexed job, bytes32 indexed account, uint256 refundUnits, uint256 burnedUnits);
    event RootRecorded(bytes32 indexed rootMessage);
    event Contested(bytes32 indexed job, bytes32 indexed lease, address indexed worker, uint256 due);
    event Answered(bytes32 indexed job, bytes32 indexed lease, uint256 shortfallUnits);
    /// @notice The settlement, if there was one, counts no more; default claims until `defaultFrom` + claimDelay.
    event Voided(bytes32 indexed job, uint256 defaultFrom);
    event DefaultClaimed(
        bytes32 indexed job, uint256 indexed slot, bytes32 lease, address worker, uint256 units, uint256 payableAt
    );
    event DefaultBurned(bytes32 indexed job, uint256 indexed slot, uint256 units);
    event DefaultPaid(bytes32 indexed job, uint256 indexed slot, address indexed worker, uint256 units);
    event Struck(bytes32 indexed job, bytes32 indexed lease, address indexed worker);

    // --------------------------------------------------------------------------------------------------------- funder

    /// @notice Makes the account keccak256(abi.encode(msg.sender, token, salt)).
    /// @dev Warning: choose a plain ERC-20. What tells no balances or has shares under them is refused here; what takes fees
    /// on transfer, at the first deposit.
    function createAccount(address token, bytes32 salt) external returns (bytes32 account);

    /// @notice Adds `units` of the account's token, from the caller. Anyone may deposit for any account.
    /// @dev Warning: what is deposited belongs to the account's owner; only the owner can take it out.
    function deposit(bytes32 account, uint256 units) external;

    /// @notice `deposit` with an EIP-2612 permit instead of an earlier approval.
    /// @dev A permit that somebody else already used is no reason to fail: the allowance it gave is there.
    function depositWithPermit(bytes32 account, uint256 units, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /// @notice Lets `spender` lock money of the account: at most `maxPerJob` for one job, `maxPerDay` in one UTC day, until
    /// `expires`. Zero caps revoke.
    /// @dev Warning: a day's cap counts what was locked, not what was spent in the end. Two UTC days meet at midnight: any
    /// 24 hours can hold up to twice the cap.
    function setSpender(bytes32 account, address spender, uint96 maxPerJob, uint96 maxPerDay, uint40 expires) external;

    /// @notice Announces that the owner will take `units` out after the delay; replaces an earlier request, zero cancels.
    function requestWithdrawal(bytes32 account, uint96 units) external;

    /// @notice Takes out what was requested, or what is left of it; locks are never touched.
    function withdraw(bytes32 account, address to) external;

    /// @notice Voids a job whose key may be stolen. After the freeze, workers prove their slots and the owner may
    /// challenge. Until claims may be made, or while the job is unsettled.
    /// @dev Warning: this returns no money by force, and challenged slots are burned.
    function freeze(bytes32 job) external;

    // ------------------------------------------------------------------------------------------------------ requester

    /// @notice Opens the job that `intent` names, signed by `spender`. Anyone may send it. A job has at most 65,535 slots and as
    /// many spares, a price of less than 2^72 units, a fee cap of less than 2^64 and a pot of less than 2^80.
    /// @param relayerFee goes to the caller; at most half of the intent's relayerFeeCap, so that the settlement has the rest.
    /// @dev Warning: whoever sends it names the fee, up to that.
    function open(Intent calldata intent, address spender, bytes calldata signature, uint256 relayerFee)
        external
        returns (bytes32 job);

    /// @notice Opens a job whose intent the job key signed, with a spender's grant. A grant opens one job.
    function openWithGrant(
        Intent calldata intent,
        bytes calldata signature,
        Grant calldata grant,
        bytes calldata grantSignature,
        uint256 relayerFee
    ) external returns (bytes32 job);

    /// @notice Fixes who gets what. Anyone may send it; the gas does not depend on the number of workers.
    /// @param assignerSignature the assigner signs as well when the job has one; else empty.
    /// @dev Warning: publish the lines before settling, or workers can neither claim nor see that they need to contest.
    function settle(
        Settlement calldata settlement,
        bytes calldata signature,
        bytes calldata assignerSignature,
        uint256 relayerFee
    ) external;

    /// @notice Shows the settlement's line for a contested lease. A line below what is due burns the difference when the
    /// job closes; if the pot cannot bear that, the settlement is void.
    function answer(
        Claim calldata claimed,
        bytes32 lease,
        Line calldata line,
        uint256 lineIndex,
        SumNode[] calldata lineProof
    ) external;

    /// @notice Returns to the account what no worker can get any more. Anyone may send it.
    function close(bytes32 job) external;

    /// @notice The job key or the account's owner burns a default claim.
    /// @dev Warning: the money is gone for both sides. That is what makes a lie useless.
    function challengeDefault(bytes32 job, uint256 slot) external;

    // --------------------------------------------------------------------------------------------------------- worker

    /// @notice Pays a worker all its slots of a settled job. Anyone may send it; the worker named is paid.
    /// @dev The arguments are those of {Claim}. Their order gives an early selector: the dispatcher asks one after the other,
    /// and this is what is called most.
    function claim(bytes32 job, address token, SumNode[] calldata proof, Payout calldata payout, uint256 index) external;

    /// @notice Many claims at once, of any jobs and workers. What was claimed before is passed over.
    /// @dev Warning: one payee that its token refuses makes the whole call fail; leave it out.
    function claimMany(Claim[] calldata claims) external;

    /// @notice Dates a root (by its struct hash) on chain: serves as a receipt when the requester gives none.
    function recordRoot(bytes32 rootMessage) external;

    /// @notice Says that leased and finished work has no proper line in the settlement.
    function contest(bytes32 job, Evidence calldata evidence) external;

    /// @notice Ends a settlement that left a contest unanswered: everybody is paid by default claims.
    function voidUnanswered(bytes32 job, bytes32 lease) external;

    /// @notice Claims price * done / slices of one slot of a job without a (valid) settlement.
    /// @dev Warning: two leases of one slot are the requester's fraud and burn the slot: work only for slots you were
    /// offered by a relay you trust not to give them twice.
    function claimDefault(bytes32 job, Evidence calldata evidence) external;

    /// @notice Pays an unchallenged default claim.
    function collectDefault(bytes32 job, uint256 slot) external;

    /// @notice Two different roots, signed by one worker for one lease, end that worker's contest or default claim.
    function strike(
        uint256 slot,
        Root calldata one,
        bytes calldata oneSignature,
        Root calldata other,
        bytes calldata otherSignature
    ) external;

    // ---------------------------------------------------------------------------------------------------------- views

    function accountOf(bytes32 account) external view returns (Account memory);
    function spenderOf(bytes32 account, address spender) external view returns (Spender memory);
    function jobOf(bytes32 job) external view returns (Job memory);
    function contestOf(bytes32 job, bytes32 lease) external view returns (Contest memory);
    function postOf(bytes32 job, uint256 slot) external view returns (Post memory);
    function isClaimed(bytes32 job, uint256 index) external view returns (bool);
    /// @notice When a root was recorded on chain; zero when it was not.
    function recordedAt(bytes32 rootMessage) external view returns (uint40);
    function grantUsed(address spender, bytes32 nonce) external view returns (bool);
    /// @notice Units of a token that stay in the contract for ever.
    function burnedOf(address token) external view returns (uint256);
    function claimDelay() external view returns (uint40);
    function defaultGrace() external view returns (uint40);
    function withdrawalDelay() external view returns (uint40);
    function freezePeriod() external view returns (uint40);
    /// @notice The EIP-712 domain separator.
    function domainSeparator() external view returns (bytes32);
}
