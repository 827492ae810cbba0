import { formatUnits } from 'viem'
import { FuzzburstError } from '../protocol/errors.ts'

/** What an error needs to know of a token to name an amount. */
export interface TokenName {
  readonly symbol: string
  readonly decimals: number
}

/** An amount as people read it: `12.5 USDC`. */
export function formatAmount(units: bigint, token: TokenName): string {
  return `${formatUnits(units, token.decimals)} ${token.symbol}`
}

function formatTime(seconds: number | bigint): string {
  const date = new Date(Number(seconds) * 1000)
  return Number.isNaN(date.getTime()) ? `second ${seconds}` : date.toISOString()
}

/** No answer, or no JSON-RPC answer, from the chain's endpoint. */
export class RpcUnreachable extends FuzzburstError<'FB2001'> {
  /** @param endpoint scheme and host only: paths and queries of RPC URLs hold API keys. */
  constructor(endpoint: string, why: string, cause?: unknown) {
    super('FB2001', {
      fault: 'pool',
      summary: `The chain's RPC endpoint ${endpoint} did not answer: ${why}.`,
      steps: ['Check `rpc-url` and the network, or', 'run with `--local`: it needs no chain.'],
      cause,
    })
  }
}

/** The endpoint is another chain's, or no escrow is at the address. */
export class WrongVenue extends FuzzburstError<'FB2002'> {
  constructor(what: string) {
    super('FB2002', {
      fault: 'user',
      summary: what,
      steps: ['Check `rpc-url`, the chain id and the escrow address: all three must belong together.'],
    })
  }
}

/** The account cannot pay what the burst may cost. */
export class EscrowTooSmall extends FuzzburstError<'FB2003'> {
  constructor(haveUnits: bigint, needUnits: bigint, token: TokenName) {
    super('FB2003', {
      fault: 'user',
      summary: `The account holds ${formatAmount(haveUnits, token)}; this needs ${formatAmount(needUnits, token)}.`,
      steps: ['Fund the account: `fuzzburst account fund`, or', 'lower `max-spend`.'],
    })
  }
}

/** The job would lock more than the spender's cap for one job or for one UTC day, or than its grant. */
export class CapExceeded extends FuzzburstError<'FB2004'> {
  constructor(cap: 'job' | 'day' | 'grant', lockUnits: bigint, leftUnits: bigint, token: TokenName) {
    const limit = {
      job: `its cap for one job is ${formatAmount(leftUnits, token)}`,
      day: `${formatAmount(leftUnits, token)} is left of its cap for this UTC day`,
      grant: `its grant is for ${formatAmount(leftUnits, token)}`,
    }[cap]
    super('FB2004', {
      fault: 'user',
      summary: `The burst would lock ${formatAmount(lockUnits, token)} with this spender key; ${limit}.`,
      steps: [
        'Lower `max-spend`, or',
        ...(cap === 'day' ? ['wait for midnight UTC, or'] : []),
        cap === 'grant'
          ? 'ask the sponsor for a larger grant.'
          : 'let the account’s owner raise the cap: `fuzzburst account caps`.',
      ],
    })
  }
}

/** The key that signed may not spend from the account, or not any more. */
export class NotASpender extends FuzzburstError<'FB2005'> {
  constructor(spender: string, account: string, expired: number | bigint | undefined) {
    super('FB2005', {
      fault: 'user',
      summary:
        expired === undefined
          ? `The key ${spender} is no spender of the account ${account}, or did not sign this.`
          : `The spender key ${spender} expired at ${formatTime(expired)}.`,
      steps: [
        'Let the account’s owner allow the key: `fuzzburst account caps`.',
        'Check that the secret in CI is the key the owner allowed.',
      ],
    })
  }
}

/** An intent or grant came too late, or its deadline is not acceptable. */
export class IntentExpired extends FuzzburstError<'FB2006'> {
  constructor(what: string) {
    super('FB2006', {
      fault: 'user',
      summary: what,
      steps: ['Start the burst again: it signs a new intent.', 'Check that this machine’s clock is right.'],
    })
  }
}

/** A transaction was mined and failed, or was never mined. */
export class TransactionFailed extends FuzzburstError<'FB2007'> {
  constructor(what: string, transaction: string, cause?: unknown) {
    super('FB2007', {
      fault: 'pool',
      summary: `${what} (transaction ${transaction}).`,
      steps: ['Run the same again: what is already done is found done.'],
      cause,
    })
  }
}

/** The escrow refused for a reason that has no code of its own; its own error is in the summary. */
export class EscrowRefused extends FuzzburstError<'FB2008'> {
  constructor(what: string, cause?: unknown) {
    super('FB2008', {
      fault: 'user',
      summary: `The escrow refused: ${what}.`,
      steps: ['See `fuzzburst job show` for where the job stands, and docs/funding.md for what may be done when.'],
      cause,
    })
  }
}

/** The escrow knows no such account or job. */
export class UnknownOnChain extends FuzzburstError<'FB2009'> {
  constructor(what: 'account' | 'job', id: string, endpoint: string) {
    super('FB2009', {
      fault: 'user',
      summary: `The escrow at ${endpoint} knows no ${what} ${id}.`,
      steps: [
        what === 'account'
          ? 'Create it: `fuzzburst account create`, or correct `account`.'
          : 'Check the job id; an intent that was never opened costs nothing.',
      ],
    })
  }
}

/** The sending key cannot pay for gas, or lacks the tokens it wants to deposit. */
export class SenderTooPoor extends FuzzburstError<'FB2010'> {
  constructor(sender: string, what: string, cause?: unknown) {
    super('FB2010', {
      fault: 'user',
      summary: `The sending key ${sender} ${what}.`,
      steps: ['Send it what it lacks, or', 'let a relay submit the transaction.'],
      cause,
    })
  }
}

/** The development chain could not be started. */
export class AnvilFailed extends FuzzburstError<'FB2011'> {
  constructor(why: string, detail: string) {
    super('FB2011', {
      fault: 'user',
      summary: `anvil, the development chain, did not start: ${why}.`,
      steps: ['Run `npm ci` again on linux (x64, arm64) or macOS (arm64): anvil comes with the package.'],
      detail,
    })
  }
}

/** The contract cannot be deployed to its deterministic address. */
export class CannotDeploy extends FuzzburstError<'FB2012'> {
  constructor(what: string) {
    super('FB2012', {
      fault: 'user',
      summary: what,
      steps: ['Choose a chain that has the deterministic deployment proxy, or deploy the proxy there first.'],
    })
  }
}

/** What was asked for may be done later. */
export class TooEarlyOnChain extends FuzzburstError<'FB2040'> {
  constructor(from: number | bigint, cause?: unknown) {
    super('FB2040', {
      fault: 'user',
      summary: `The escrow allows this from ${formatTime(from)} on.`,
      steps: ['Run the same again then; docs/funding.md says what each delay is for.'],
      cause,
    })
  }
}

/** What was asked for could be done earlier. */
export class TooLateOnChain extends FuzzburstError<'FB2041'> {
  constructor(until: number | bigint, cause?: unknown) {
    super('FB2041', {
      fault: 'user',
      summary: `The escrow allowed this until ${formatTime(until)}.`,
      steps: ['See with `fuzzburst job show` what can still be done.'],
      cause,
    })
  }
}

/** The sending key has no right to this: it belongs to the account's owner (or to the job key). */
export class NotTheOwner extends FuzzburstError<'FB2042'> {
  constructor(sender: string, cause?: unknown) {
    super('FB2042', {
      fault: 'user',
      summary: `The key ${sender} does not own this account.`,
      steps: ['Set FUZZBURST_OWNER_KEY to the owner’s key; `fuzzburst account status` names the owner.'],
      cause,
    })
  }
}

/** A withdrawal is completed that nobody asked for. */
export class NothingRequested extends FuzzburstError<'FB2043'> {
  constructor(account: string, cause?: unknown) {
    super('FB2043', {
      fault: 'user',
      summary: `No withdrawal from the account ${account} was asked for.`,
      steps: ['Ask for one with `fuzzburst account withdraw ACCOUNT --amount …`, and complete it after its delay.'],
      cause,
    })
  }
}

/** The names of IEscrow.State, in its order, as people know them. */
const stateNames = ['unknown', 'open', 'settled', 'closed', 'void', 'closed']

/** The job is not where this can be done with it. */
export class WrongJobState extends FuzzburstError<'FB2044'> {
  constructor(job: string, state: number | bigint, cause?: unknown) {
    super('FB2044', {
      fault: 'user',
      summary: `The job ${job} is ${stateNames[Number(state)] ?? `in state ${state}`}: this cannot be done with it.`,
      steps: ['See with `fuzzburst job show` where it stands and what can be done.'],
      cause,
    })
  }
}

/** Nothing can be claimed, and the job not be closed, while a contest waits for its answer. */
export class ContestsPending extends FuzzburstError<'FB2045'> {
  constructor(job: string, contests: number | bigint, cause?: unknown) {
    super('FB2045', {
      fault: 'user',
      summary: `Contests of the job ${job} that nobody has answered: ${contests}.`,
      steps: [
        'Answer them with `fuzzburst job answer`, or',
        'when the time for answers is over, end the settlement with `fuzzburst job void`.',
      ],
      cause,
    })
  }
}

/** Nobody knows a chain of this name or number. */
export class UnknownChain extends FuzzburstError<'FB2046'> {
  constructor(chain: string) {
    super('FB2046', {
      fault: 'user',
      summary: `There is no chain ${JSON.stringify(chain)}.`,
      steps: ['Name it as viem does (`base`, `baseSepolia`, `mainnet`, `anvil`) or by its number.'],
    })
  }
}

/** What stands at the deterministic address is not this version's contract. */
export class DeploymentDiffers extends FuzzburstError<'FB2048'> {
  constructor(address: string, why: string) {
    super('FB2048', {
      fault: 'user',
      summary: `The contract at ${address} is not the one of this version: ${why}.`,
      steps: ['Use the version of Fuzzburst that deployed it, or deploy this one: it gets an address of its own.'],
    })
  }
}

/** The stake registry refused; its own error is in the summary. */
export class RegistryRefused extends FuzzburstError<'FB2050'> {
  constructor(what: string, cause?: unknown) {
    super('FB2050', {
      fault: 'user',
      summary: `The stake registry refused: ${what}.`,
      steps: ['See `fuzzburst-worker stake status`, and docs/running-a-worker.md for what may be done when.'],
      cause,
    })
  }
}

/** Stake is moved or handed on by another key than the one that it returns to. */
export class NotThePayoutKey extends FuzzburstError<'FB2052'> {
  constructor(sender: string, cause?: unknown) {
    super('FB2052', {
      fault: 'user',
      summary: `The key ${sender} is not the payout key of this worker’s stake.`,
      steps: [
        'Name the payout key with `--payout-key-file` or FUZZBURST_WORKER_PAYOUT_KEY_FILE; `fuzzburst-worker stake status` shows its address.',
      ],
      cause,
    })
  }
}

/** What was shown is no proof of two roots for one lease, or was proven before. */
export class NoEquivocation extends FuzzburstError<'FB2051'> {
  constructor(what: string, cause?: unknown) {
    super('FB2051', {
      fault: 'user',
      summary: `This proves no equivocation: ${what}.`,
      steps: ['It takes a lease signed by its job key, and two different roots for it, both signed by its worker.'],
      cause,
    })
  }
}
