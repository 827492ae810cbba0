import type { z } from 'zod'
import { zSettlementRequest } from '../../protocol/api.ts'
import { payForSlicesUnits } from '../../protocol/payout.ts'
import { type Bytes32, type JobId, zeroAddress } from '../../protocol/primitives.ts'
import { signMessageStruct } from '../../protocol/signing.ts'
import { zStoredAudit } from '../../protocol/sponsorAudit.ts'
import type { DatabaseClient } from '../database.ts'
import { SettlementRefused } from '../jobErrors.ts'
import { finishSettlement } from '../settleJob.ts'
import { findJob, type JobRow } from '../sql/findJob.ts'
import { listLeases } from '../sql/listLeases.ts'
import { readDocument, readLease } from '../storedDocument.ts'
import type { RelayWorld } from '../world.ts'
import { findAudit } from './sql/findAudit.ts'
import { findPassedJobs } from './sql/findPassedJobs.ts'

/** Settlements that one sweep sends again: each costs a transaction. */
const SETTLEMENTS_A_SWEEP = 5

/**
 * Checks the lines of a sponsored job's settlement: nobody is paid for a shard without root and results, or more than its
 * finished slices cost, and nobody is rewarded. Does nothing for other jobs.
 * @throws SettlementRefused
 */
export async function checkSponsoredLines(
  client: DatabaseClient,
  row: Pick<JobRow, 'job' | 'document'>,
  { lines }: z.output<typeof zSettlementRequest>,
): Promise<void> {
  if (readDocument(row).intent.assigner === zeroAddress) return
  const leases = new Map((await listLeases(client, row.job)).map((lease) => [lease.lease, lease]))
  for (const line of lines) {
    const lease = leases.get(line.lease)
    const refuse = (why: string): never => {
      throw new SettlementRefused(`the sponsor does not pay slot ${line.slot}: ${why}`)
    }
    if (line.rewardUnits !== 0n) refuse('sponsored jobs have no rewards')
    if (line.payUnits === 0n) continue
    if (lease === undefined || lease.root === null || lease.resultsDigest === null) refuse('no results came')
    const { price, slices } = readLease(lease!)
    if (line.payUnits > payForSlicesUnits(price, lease!.done, slices)) refuse('its finished slices cost less')
  }
}

/**
 * Adds the assigner's signature to a settlement whose audit is passed, and sends it. Safe to repeat.
 * @returns the transaction, or null while there is none
 */
export async function cosignSettlement(world: RelayWorld, job: JobId): Promise<Bytes32 | null> {
  const { sponsor, submitter, database, venue } = world
  const row = await findJob(database, job)
  if (sponsor === null || submitter === null || row === undefined || row.settlement === null) return null
  if (row.state === 'settled') return row.settlementTransaction
  const audit = (await findAudit(database, job))?.audit ?? null
  if (audit === null || zStoredAudit.parse(JSON.parse(audit)).verdict !== 'passed') return null
  const { message, signature } = zSettlementRequest.parse(JSON.parse(row.settlement))
  const assignerSignature = await signMessageStruct(sponsor.assigner, venue, 'Settlement', message)
  const more = { assignerSignature, relayerFeeUnits: submitter.feeUnits }
  const mined = await submitter.writer.settle(message, signature, more)
  return finishSettlement(world, job, mined === 'already-done' ? null : mined.transaction)
}

/** Sends settlements that are audited and did not reach the chain at the first try. */
export async function sendPassedSettlements(world: RelayWorld): Promise<void> {
  if (world.sponsor === null) return
  for (const { job } of await findPassedJobs(world.database, SETTLEMENTS_A_SWEEP)) await cosignSettlement(world, job)
}
