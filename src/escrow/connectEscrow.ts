import { type Address, isAddressEqual, zeroAddress } from 'viem'
import type { Grant, Intent } from '../protocol/messages.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { recoverSigner } from '../protocol/signing.ts'
import { grantArgs, intentArgs } from './callArguments.ts'
import { type ChainConnection, type ChainSettings, connectChain } from './chainConnection.ts'
import { readDisputes } from './disputeReads.ts'
import { NotASpender, UnknownOnChain } from './errors.ts'
import type { AccountView, EscrowReader, EscrowWindows, JobOnChain, SpenderView, TokenView } from './escrow.ts'
import { escrowAbi } from './generated/escrowAbi.ts'
import { readToken } from './readToken.ts'
import { revertOf, translateRevert } from './translateRevert.ts'

const SECONDS_PER_DAY = 86_400n
/** IEscrow.State, in its order. */
const jobStates = ['none', 'open', 'settled', 'closed', 'voided', 'closed'] as const

/**
 * Reads an escrow. Nothing is asked of the chain before the first call, which also checks chain id and contract.
 * @example
 * const escrow = connectEscrow({ rpcUrl, venue: { chainId: 8453, escrow: '0x…' } })
 * const job = await escrow.job(jobId(intent))
 */
export function connectEscrow(settings: ChainSettings): EscrowReader {
  return readEscrow(connectChain(settings))
}

/** The reader over an open connection. */
export function readEscrow(connection: ChainConnection): EscrowReader {
  const { venue } = connection
  const contract = { address: venue.escrow, abi: escrowAbi } as const
  const tokens = new Map<Address, TokenView>()
  const tokenOfAccount = new Map<Bytes32, Address>()
  let knownWindows: EscrowWindows | undefined

  const readAccount = (account: Bytes32) =>
    connection.ask((client) => client.readContract({ ...contract, functionName: 'accountOf', args: [account] }))
  const readSpender = (account: Bytes32, spender: Address) =>
    connection.ask((client) =>
      client.readContract({ ...contract, functionName: 'spenderOf', args: [account, spender] }),
    )
  const now = async () => Number((await connection.ask((client) => client.getBlock())).timestamp)

  /** An account's token never changes: asked once. */
  async function tokenOf(account: Bytes32): Promise<Address> {
    const token = tokenOfAccount.get(account) ?? (await readAccount(account)).token
    tokenOfAccount.set(account, token)
    return token
  }

  async function tokenAt(address: Address): Promise<TokenView> {
    const known = tokens.get(address)
    if (known !== undefined) return known
    const token = await readToken(connection, address)
    tokens.set(address, token)
    return token
  }

  /** Immutable: asked once. */
  async function windows(): Promise<EscrowWindows> {
    if (knownWindows !== undefined) return knownWindows
    const read = (functionName: 'claimDelay' | 'defaultGrace' | 'withdrawalDelay' | 'freezePeriod') =>
      connection.ask((client) => client.readContract({ ...contract, functionName }))
    const [claimDelay, defaultGrace, withdrawalDelay, freeze] = await Promise.all([
      read('claimDelay'),
      read('defaultGrace'),
      read('withdrawalDelay'),
      read('freezePeriod'),
    ])
    knownWindows = { claimDelay, defaultGrace, withdrawalDelay, freeze }
    return knownWindows
  }

  const reader: EscrowReader = {
    venue,
    now,
    windows,
    ...readDisputes(connection),
    async token(account) {
      const { owner, token } = await readAccount(account)
      if (isAddressEqual(owner, zeroAddress)) throw new UnknownOnChain('account', account, connection.endpoint)
      return tokenAt(token)
    },
    async account(account): Promise<AccountView | undefined> {
      const found = await readAccount(account)
      if (isAddressEqual(found.owner, zeroAddress)) return undefined
      return {
        account,
        owner: found.owner,
        token: await tokenAt(found.token),
        balanceUnits: found.balance,
        lockedUnits: found.locked,
        withdrawal: found.withdrawalAt === 0 ? null : { units: found.withdrawalUnits, availableAt: found.withdrawalAt },
      }
    },
    async spender(account, spender): Promise<SpenderView | undefined> {
      const found = await readSpender(account, spender)
      if (found.expires === 0) return undefined
      const spent = BigInt(found.day) === BigInt(await now()) / SECONDS_PER_DAY ? found.spent : 0n
      return {
        maxPerJobUnits: found.maxPerJob,
        maxPerDayUnits: found.maxPerDay,
        leftTodayUnits: found.maxPerDay > spent ? found.maxPerDay - spent : 0n,
        expires: found.expires,
      }
    },
    async job(job: JobId): Promise<JobOnChain | undefined> {
      const found = await connection.ask((client) =>
        client.readContract({ ...contract, functionName: 'jobOf', args: [job] }),
      )
      const state = jobStates[found.state]
      if (state === undefined || state === 'none') return undefined
      const settled = found.claims.settledAt !== 0
      return {
        job,
        account: found.account,
        token: await tokenOf(found.account),
        state,
        jobKey: found.jobKey,
        assigner: found.assigner,
        lockUnits: found.pot + found.feeCap,
        slotPriceUnits: found.slotPrice,
        slots: found.slots,
        spares: found.spares,
        settleBy: found.settleBy,
        settledAt: settled ? found.claims.settledAt : null,
        defaultFrom: found.defaultFrom === 0 ? null : found.defaultFrom,
        contests: found.claims.contests,
        claimableAt: settled ? found.claims.settledAt + (await windows()).claimDelay : null,
        settlementHash: settled ? found.commitment : null,
        totalUnits: found.claims.total,
        claimedUnits: found.claims.claimed,
        burnUnits: found.burns,
        postedUnits: found.posted,
        relayerFeeUnits: found.feesPaid,
      }
    },
    async checkOpen(intent, signature, grant) {
      const spender = await spenderOf(intent, signature, grant)
      const args = [intentArgs(intent), spender, signature, 0n] as const
      try {
        await connection.ask(async (client) => {
          if (grant === undefined) await client.simulateContract({ ...contract, functionName: 'open', args })
          else
            await client.simulateContract({
              ...contract,
              functionName: 'openWithGrant',
              args: [args[0], signature, grantArgs(grant.message), grant.signature, 0n],
            })
        })
      } catch (error) {
        if (revertOf(error)?.name === 'JobExists') return
        throw await inWords(error, intent.account, spender)
      }
    },
  }

  /** Who is asked to pay: the grant's spender, or whoever signed the intent. */
  async function spenderOf(intent: Intent, signature: Bytes32, grant?: { message: Grant }): Promise<Address> {
    if (grant !== undefined) return grant.message.spender
    const signer = await recoverSigner(venue, 'Intent', intent, signature)
    if (signer === undefined) throw new NotASpender('(unreadable signature)', intent.account, undefined)
    return signer
  }

  async function inWords(error: unknown, account: Bytes32, sender: Address): Promise<unknown> {
    if (revertOf(error) === undefined) return error
    const found = await readAccount(account)
    const token = isAddressEqual(found.owner, zeroAddress)
      ? { symbol: 'units', decimals: 0 }
      : await tokenAt(found.token)
    return translateRevert(error, { account, token, sender }) ?? error
  }

  return reader
}
