import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { zPlan } from '../campaign/plan.ts'
import { AUDIT_SHARDS_LIMIT, zAuditShard } from '../protocol/auditShard.ts'
import { zIntent, zLease, zSettlement } from '../protocol/messages.ts'
import { zPayoutLine } from '../protocol/payout.ts'
import { toWire, zBytes32, zCount, zSignature, zUint32 } from '../protocol/primitives.ts'
import { zBurstSeries } from '../protocol/series.ts'
import { StateUnreadable } from './errors.ts'

/** A job as this machine knows it: enough, with the spender key, to take it up again after a crash. */
export const zSavedJob = z.strictObject({
  v: z.literal(1),
  job: zBytes32,
  nonce: zBytes32,
  relay: z.string(),
  plan: zPlan,
  /** Signed: with it the job can be opened again, wherever the first try got to. */
  intent: zIntent,
  intentSignature: zSignature,
  visibility: z.enum(['public', 'private']),
  startedAtMs: zCount,
  /** Leases this requester has signed: it never signs a second one for a slot. */
  signed: z.array(
    z.strictObject({
      lease: zBytes32,
      shard: zUint32,
      message: zLease,
      determinismClass: zBytes32.nullable().default(null),
    }),
  ),
  /** Determinism classes that the job accepts; null: any. */
  classes: z.array(zBytes32).nullable().default(null),
  /** Where it stands among the bursts for its pull request: the relay lists it by that. */
  series: zBurstSeries.nullable().default(null),
  /** What was asked of workers of other owners to run again. */
  auditShards: z.array(zAuditShard).max(AUDIT_SHARDS_LIMIT).default([]),
  settled: z.boolean(),
})
export type SavedJob = z.output<typeof zSavedJob>

/** The last write of each file that is under way. */
const underWay = new Map<string, Promise<void>>()

/**
 * Writes a file so that a crash leaves either the old one or the new one. Writes of one file that overlap happen one after
 * the other, in the order of the calls: leases are signed side by side, and each saves the job.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const before = underWay.get(path) ?? Promise.resolve()
  // Its own caller hears of an earlier write's failure.
  const write = before.catch(() => undefined).then(() => writeNow(path, content))
  underWay.set(path, write)
  try {
    await write
  } finally {
    if (underWay.get(path) === write) underWay.delete(path)
  }
}

async function writeNow(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  await writeFile(part, content)
  await rename(part, path)
}

function jobPath(stateDir: string, job: string): string {
  return join(stateDir, 'jobs', `${zBytes32.parse(job)}.json`)
}

/** Saves a job; called before a signature leaves this machine. */
export async function saveJob(stateDir: string, job: SavedJob): Promise<void> {
  await writeWhole(jobPath(stateDir, job.job), toWire(job))
}

/** @throws StateUnreadable */
export async function loadJob(stateDir: string, job: string): Promise<SavedJob> {
  const path = jobPath(stateDir, job)
  try {
    return zSavedJob.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new StateUnreadable(path, cause)
  }
}

/** A settlement with its lines, as it was handed in. Whoever has it can answer contests (`fuzzburst job answer`). */
export const zSavedSettlement = z.strictObject({ v: z.literal(1), message: zSettlement, lines: z.array(zPayoutLine) })
export type SavedSettlement = z.output<typeof zSavedSettlement>

function settlementPath(stateDir: string, job: string): string {
  return join(stateDir, 'settlements', `${zBytes32.parse(job)}.json`)
}

/** Keeps what was settled for as long as the folder lives: nothing of it is secret. */
export async function saveSettlement(stateDir: string, settled: Omit<SavedSettlement, 'v'>): Promise<void> {
  const { message, lines } = settled
  await writeWhole(settlementPath(stateDir, message.job), toWire({ v: 1, message, lines }))
}

/** What was settled, or undefined when this folder does not have it. @throws StateUnreadable */
export async function loadSettlement(stateDir: string, job: string): Promise<SavedSettlement | undefined> {
  const path = settlementPath(stateDir, job)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new StateUnreadable(path, error)
  }
  try {
    return zSavedSettlement.parse(JSON.parse(text))
  } catch (cause) {
    throw new StateUnreadable(path, cause)
  }
}
