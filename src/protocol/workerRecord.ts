import { z } from 'zod'
import { type PayoutReason, payoutReasons } from './payout.ts'
import { zAddress, zBytes32, zCount, zTimestamp, zUint32 } from './primitives.ts'

/** Reasons that strike a worker: its record begins anew. The others say nothing of its honesty. */
export const STRIKES: readonly PayoutReason[] = ['auditMismatch', 'equivocation', 'copied']
/** Reasons of lines that are paid. */
export const PAID: readonly PayoutReason[] = ['full', 'partial']
/** Most leases that a record lists one by one. */
export const RECENT_OUTCOMES = 100

const zReason = z.enum(Object.keys(payoutReasons) as [PayoutReason, ...PayoutReason[]])

/** GET /v1/workers/:address?before=T — what became of a worker's leases in settled jobs. Everybody can look it up on chain. */
export const zWorkerRecord = z.object({
  worker: zAddress,
  /** What it says of itself; null when it never was here. */
  hello: z
    .object({
      name: z.string(),
      version: z.string(),
      tier: z.string(),
      determinismClass: zBytes32,
      engines: z.array(z.string()),
      seenAt: zTimestamp,
    })
    .nullable(),
  /** Paid shards since its last strike: what audit rates rest on. */
  paidShards: zCount,
  lastStrikeAt: zTimestamp.nullable(),
  /** Leases by what became of them. */
  outcomes: z.partialRecord(zReason, zCount),
  /** The newest, newest first. */
  recent: z
    .array(z.object({ job: zBytes32, slot: zUint32, reason: zReason, settledAt: zTimestamp }))
    .max(RECENT_OUTCOMES),
})
export type WorkerRecord = z.output<typeof zWorkerRecord>
