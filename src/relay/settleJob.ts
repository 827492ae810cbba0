import { type Address, isAddressEqual, keccak256 } from 'viem'
import type { z } from 'zod'
import { zSettlementRequest } from '../protocol/api.ts'
import { messageHash } from '../protocol/messages.ts'
import { payoutTree } from '../protocol/payout.ts'
import { type Bytes32, type JobId, toWire, zeroAddress } from '../protocol/primitives.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { appendEvent } from './appendEvent.ts'
import { NothingSubmitted, SettlementRefused } from './jobErrors.ts'
import { checkSponsoredLines, cosignSettlement } from './sponsor/cosignSettlement.ts'
import type { JobRow } from './sql/findJob.ts'
import { insertOutcomes } from './sql/insertOutcomes.ts'
import { listSlots } from './sql/listSlots.ts'
import { lockJob } from './sql/lockJob.ts'
import { markSettled } from './sql/markSettled.ts'
import { storeSettlement } from './sql/storeSettlement.ts'
import { readDocument } from './storedDocument.ts'
import { requireRequester } from './viewJob.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

type SignedSettlement = z.output<typeof zSettlementRequest>

/**
 * Stores a job's settlement for its workers to see and, where the relay has a key for it, sends it to the escrow.
 * The same settlement again goes on where the first try ended.
 * @returns the transaction, when this relay sent it
 * @throws NotFound, NotYours, SettlementRefused, and the escrow's own coded errors
 */
export async function settleJob(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  settlement: SignedSettlement,
): Promise<Bytes32 | null> {
  const row = await world.database.transaction(async (client) => {
    const found = requireRequester(await lockJob(client, job), actor)
    if (found.settlement !== null) {
      const first = zSettlementRequest.parse(JSON.parse(found.settlement))
      if (messageHash('Settlement', first.message) !== messageHash('Settlement', settlement.message))
        throw new SettlementRefused('another one was handed in before')
      return found
    }
    await checkSettlement(world, found, settlement)
    await checkLines(await listSlots(client, job), settlement)
    await checkSponsoredLines(client, found, settlement)
    await storeSettlement(client, job, toWire(settlement))
    return found
  })
  if (row.state === 'settled') return row.settlementTransaction
  if (world.pool.kind === 'private') return finishSettlement(world, job, null)
  // Without a key that pays gas the requester sends it: the sweep sees it on chain.
  if (world.submitter === null) return null
  // The sponsor's auditors come first; the sweep and their verdict send it.
  if (readDocument(row).intent.assigner !== zeroAddress) return cosignSettlement(world, job)
  const { writer, feeUnits } = world.submitter
  const capUnits = readDocument(row).intent.relayerFeeCap
  if (capUnits < 2n * feeUnits)
    throw new NothingSubmitted(`the fee cap of ${capUnits} units is below twice its fee of ${feeUnits}`)
  const mined = await writer.settle(settlement.message, settlement.signature, { relayerFeeUnits: feeUnits })
  return finishSettlement(world, job, mined === 'already-done' ? null : mined.transaction)
}

/** Notes that a job is settled, once. @returns the transaction as it is on record */
export async function finishSettlement(
  world: RelayWorld,
  job: JobId,
  transaction: Bytes32 | null,
): Promise<Bytes32 | null> {
  const known = await world.database.transaction(async (client) => {
    const row = (await lockJob(client, job))!
    if (row.state === 'settled') return row.settlementTransaction
    await markSettled(client, job, transaction, nowSeconds(world.clock))
    if (row.settlement !== null) {
      const { lines } = zSettlementRequest.parse(JSON.parse(row.settlement))
      await insertOutcomes(client, job, lines, nowSeconds(world.clock))
    }
    await appendEvent(client, job, { type: 'settled', transaction })
    return transaction
  })
  world.log.info({ job, transaction: known }, 'job settled')
  world.followers.wake(job)
  return known
}

async function checkSettlement(world: RelayWorld, row: JobRow, settlement: SignedSettlement): Promise<void> {
  const { message, signature, lines } = settlement
  if (message.job !== row.job) throw new SettlementRefused('it is for another job')
  if (!(await isSignedBy(row.jobKey, world.venue, 'Settlement', message, signature)))
    throw new SettlementRefused('it is not signed by the job key')
  if (keccak256(message.auditSecret) !== readDocument(row).intent.auditCommit)
    throw new SettlementRefused('the audit secret is not the one promised')
  if (new Set(lines.map((line) => line.slot)).size !== lines.length)
    throw new SettlementRefused('two lines are for one slot')
  const tree = payoutTree(row.job, lines)
  if (tree.root !== message.payoutRoot || tree.depth !== message.payoutDepth || tree.totalUnits !== message.total)
    throw new SettlementRefused('the lines do not give its root, depth and total')
}

async function checkLines(
  slots: readonly { lease: Bytes32; slot: number; worker: Address }[],
  { lines }: SignedSettlement,
): Promise<void> {
  const known = new Map(slots.map((slot) => [slot.lease, slot]))
  for (const line of lines) {
    const slot = known.get(line.lease)
    if (slot === undefined || slot.slot !== line.slot || !isAddressEqual(slot.worker, line.worker))
      throw new SettlementRefused(`its line for slot ${line.slot} is for no lease of this job`)
  }
}
