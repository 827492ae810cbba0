import { type Address, encodeAbiParameters, encodeFunctionData, keccak256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { ClaimProof } from '../protocol/payout.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { recoverSigner } from '../protocol/signing.ts'
import { claimArgs, grantArgs, intentArgs } from './callArguments.ts'
import { type ChainSettings, connectChain } from './chainConnection.ts'
import { readEscrow } from './connectEscrow.ts'
import { writeDisputes } from './disputeWrites.ts'
import { EscrowRefused, formatAmount, NotASpender, SenderTooPoor, UnknownOnChain } from './errors.ts'
import type { EscrowWriter, JobOnChain, Mined, TokenView } from './escrow.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'
import { signPermit } from './permit.ts'
import { createSender } from './sendTransaction.ts'
import { isSettlementOf } from './settlementHash.ts'
import { writeCalls } from './writeCall.ts'

/** Settings of a client that pays gas. */
export interface WriterSettings extends ChainSettings {
  /** Private key of the sender. */
  readonly key: Bytes32
  /** Seconds before a waiting transaction is sent again with a higher fee. Default 60. */
  readonly patienceSeconds?: number
}

/** An escrow client with a key that pays gas. What is already done on chain is found done. */
export function connectEscrowWriter(settings: WriterSettings): EscrowWriter {
  const connection = connectChain(settings)
  const reader = readEscrow(connection)
  const key = privateKeyToAccount(settings.key)
  const sender = createSender(connection, settings, key)
  const { venue } = settings

  const write = writeCalls(connection, sender, reader)

  /** For calls that nothing can have done before. */
  async function mustMine(call: Promise<Mined | 'already-done'>): Promise<Mined> {
    const mined = await call
    if (mined === 'already-done') throw new EscrowRefused('it says that this was done before')
    return mined
  }

  /** @throws SenderTooPoor */
  async function allowanceFor(token: TokenView, units: bigint): Promise<bigint> {
    const read = { address: token.address, abi: testTokenAbi } as const
    const balance = await connection.ask((client) =>
      client.readContract({ ...read, functionName: 'balanceOf', args: [sender.address] }),
    )
    if (balance < units)
      throw new SenderTooPoor(
        sender.address,
        `holds ${formatAmount(balance, token)}; the deposit needs ${formatAmount(units, token)}`,
      )
    return connection.ask((client) =>
      client.readContract({ ...read, functionName: 'allowance', args: [sender.address, venue.escrow] }),
    )
  }

  return {
    ...reader,
    ...writeDisputes(write, reader),
    sender: sender.address,
    async open(intent, signature, grant, relayerFeeUnits = 0n) {
      const wanted = intentArgs(intent)
      if (grant !== undefined) {
        const args = [wanted, signature, grantArgs(grant.message), grant.signature, relayerFeeUnits] as const
        return write(intent.account, 'openWithGrant', args, 'JobExists')
      }
      const spender = await recoverSigner(venue, 'Intent', intent, signature)
      if (spender === undefined) throw new NotASpender('(unreadable signature)', intent.account, undefined)
      return write(intent.account, 'open', [wanted, spender, signature, relayerFeeUnits], 'JobExists')
    },
    async settle(settlement, signature, more = {}) {
      const args = [settlement, signature, more.assignerSignature ?? '0x', more.relayerFeeUnits ?? 0n] as const
      const { payoutRoot: root, payoutDepth: depth, total: totalUnits } = settlement
      const isDone = (view: JobOnChain | undefined) =>
        view !== undefined && isSettlementOf(view, { root, depth, totalUnits })
      const before = await reader.job(settlement.job)
      if (isDone(before)) return 'already-done'
      const account = before?.account ?? settlement.job
      const result = await write(account, 'settle', args, 'WrongState')
      if (result !== 'already-done') return result
      const after = await reader.job(settlement.job)
      if (isDone(after)) return 'already-done'
      throw new EscrowRefused(
        `the job is ${after === undefined ? 'unknown' : `${after.state}, with another settlement`}`,
      )
    },
    async claim(job: JobId, proof: ClaimProof) {
      const view = await reader.job(job)
      if (view === undefined) throw new UnknownOnChain('job', job, connection.endpoint)
      const { token, index, payout, proof: siblings } = claimArgs(job, view.token, proof)
      return write(view.account, 'claim', [job, token, siblings, payout, index], 'AlreadyClaimed')
    },
    async close(job) {
      const view = await reader.job(job)
      if (view?.state === 'closed') return 'already-done'
      return write(view?.account ?? job, 'close', [job])
    },
    async createAccount({ token, salt }) {
      const account = accountId(sender.address, token, salt)
      return { account, mined: await write(account, 'createAccount', [token, salt], 'AccountExists') }
    },
    async deposit(account, units) {
      const token = await reader.token(account)
      if ((await allowanceFor(token, units)) < units) {
        const request = { token: token.address, spender: venue.escrow, units }
        const permit = await signPermit(connection, key, request)
        if (permit !== undefined) {
          const { deadline, v, r, s } = permit
          return mustMine(write(account, 'depositWithPermit', [account, units, deadline, v, r, s]))
        }
        const data = encodeFunctionData({ abi: testTokenAbi, functionName: 'approve', args: [venue.escrow, units] })
        await sender.send({ to: token.address, data })
      }
      return mustMine(write(account, 'deposit', [account, units]))
    },
    async setSpender(account, spender, caps) {
      return mustMine(
        write(account, 'setSpender', [account, spender, caps.maxPerJobUnits, caps.maxPerDayUnits, caps.expires]),
      )
    },
    async requestWithdrawal(account, units) {
      return mustMine(write(account, 'requestWithdrawal', [account, units]))
    },
    async withdraw(account, to) {
      return mustMine(write(account, 'withdraw', [account, to]))
    },
  }
}

/** The name of the account that `owner` makes for a token with a salt. */
export function accountId(owner: Address, token: Address, salt: Bytes32): Bytes32 {
  return keccak256(
    encodeAbiParameters([{ type: 'address' }, { type: 'address' }, { type: 'bytes32' }], [owner, token, salt]),
  )
}
