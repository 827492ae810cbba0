import { type Address, hexToBytes, isAddressEqual } from 'viem'
import type { z } from 'zod'
import { zSettlementRequest } from '../../protocol/api.ts'
import { x25519PublicKey } from '../../protocol/jobSecrets.ts'
import { type Bytes32, type JobId, toWire } from '../../protocol/primitives.ts'
import type { LeaseAudit, zAuditResponse, zNextAudit } from '../../protocol/sponsorAudit.ts'
import { NotFound } from '../errors.ts'
import { SettlementRefused } from '../jobErrors.ts'
import { findJob } from '../sql/findJob.ts'
import { readDocument } from '../storedDocument.ts'
import { requireRequester, viewJob } from '../viewJob.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { cosignSettlement } from './cosignSettlement.ts'
import { requireSponsor } from './sponsor.ts'
import { AuditRefused, NotAnAuditor } from './sponsorErrors.ts'
import { findAudit } from './sql/findAudit.ts'
import { isSponsoredBlob } from './sql/isSponsoredBlob.ts'
import { storeAudit } from './sql/storeAudit.ts'
import { storeResultKey } from './sql/storeResultKey.ts'
import { takeAudit } from './sql/takeAudit.ts'

/** How long one auditor has a job for itself, in seconds. */
const AUDIT_SECONDS = 600

/** @throws NoSponsor, NotAnAuditor */
function requireAuditor(world: RelayWorld, actor: Address): void {
  const { auditors } = requireSponsor(world).settings
  if (!auditors.some((listed) => isAddressEqual(listed, actor))) throw new NotAnAuditor(actor)
}

/** Whether an actor may read a blob because it audits the job that the blob belongs to. */
export async function mayAuditBlob(world: RelayWorld, digest: Bytes32, actor: Address): Promise<boolean> {
  const listed = world.sponsor?.settings.auditors ?? []
  return listed.some((auditor) => isAddressEqual(auditor, actor)) && isSponsoredBlob(world.database, digest)
}

/** Keeps the key that opens a sponsored job's results. @throws NotFound, NotYours, SettlementRefused */
export async function acceptResultKey(world: RelayWorld, actor: Address, job: JobId, key: Bytes32): Promise<void> {
  const row = requireRequester(await findJob(world.database, job), actor)
  if (x25519PublicKey(hexToBytes(key)) !== readDocument(row).resultPublicKey)
    throw new SettlementRefused('the key does not open its results')
  if (!(await storeResultKey(world.database, job, key))) throw new NotFound('sponsored job')
}

/** A job that waits for its audit. @throws NoSponsor, NotAnAuditor */
export async function nextAudit(world: RelayWorld, actor: Address): Promise<z.output<typeof zNextAudit>> {
  requireAuditor(world, actor)
  const now = nowSeconds(world.clock)
  const taken = await takeAudit(world.database, now, now + AUDIT_SECONDS)
  if (taken === undefined) return { audit: null }
  const row = (await findJob(world.database, taken.job))!
  return { audit: { job: await viewJob(world, row.jobKey, taken.job), resultKey: taken.resultKey } }
}

/**
 * Takes an auditor's word for a job. Passed is what agrees in every line that pays; then the assigner signs the settlement and
 * the relay sends it. Refused means that it never does: honest workers are paid by default claims (docs/free-bursts.md).
 * @throws NoSponsor, NotAnAuditor, AuditRefused
 */
export async function acceptAudit(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  leases: readonly LeaseAudit[],
): Promise<z.output<typeof zAuditResponse>> {
  requireAuditor(world, actor)
  const row = await findJob(world.database, job)
  if (row === undefined || (await findAudit(world.database, job)) === undefined) throw new NotFound('sponsored job')
  if (row.settlement === null) throw new AuditRefused('the job has no settlement yet')
  const { lines } = zSettlementRequest.parse(JSON.parse(row.settlement))
  const found = new Map(leases.map((audit) => [audit.lease, audit.outcome]))
  const paid = lines.filter((line) => line.payUnits > 0n)
  if (paid.some((line) => !found.has(line.lease))) throw new AuditRefused('a line that pays is not in it')
  const verdict = paid.every((line) => found.get(line.lease) === 'agreed') ? 'passed' : 'refused'
  const stored = toWire({ verdict, auditor: actor, leases })
  if (!(await storeAudit(world.database, job, stored, nowSeconds(world.clock))))
    throw new AuditRefused('the job was audited before')
  world.log.info({ job, verdict }, 'sponsored job audited')
  return { verdict, transaction: await cosignSettlement(world, job) }
}
