import { z } from 'zod'
import { zJobView } from './api.ts'
import { zBytes32, zCount } from './primitives.ts'

/** POST /v1/jobs/:job/result-key (its requester) -> 204: opens the results to the sponsor's auditors. */
export const zResultKeyRequest = z.strictObject({ key: zBytes32 })

/** What an auditor found of one lease. `unreadable`: its results are not what its root says. */
export const zLeaseAudit = z.strictObject({
  lease: zBytes32,
  outcome: z.enum(['agreed', 'mismatch', 'unreadable', 'void']),
  /** Slices that were run again. */
  ks: z.array(zCount).max(4_096),
  /** For people. */
  text: z.string().max(2_000),
})
export type LeaseAudit = z.output<typeof zLeaseAudit>

/** POST /v1/sponsor/audits/next (an auditor) : a job that waits, or null; it is this auditor's for ten minutes. */
export const zNextAuditRequest = z.strictObject({})
export const zNextAudit = z.object({
  audit: z.object({ job: zJobView, resultKey: zBytes32 }).nullable(),
})
export type AuditTask = NonNullable<z.output<typeof zNextAudit>['audit']>

/** POST /v1/sponsor/audits/:job (an auditor) : one entry for each line that pays. */
export const zAuditRequest = z.strictObject({ leases: z.array(zLeaseAudit).max(8_192) })
export const zAuditResponse = z.object({ verdict: z.enum(['passed', 'refused']), transaction: zBytes32.nullable() })

/** An audit as the relay keeps it. */
export const zStoredAudit = z.strictObject({
  verdict: z.enum(['passed', 'refused']),
  auditor: z.string(),
  leases: z.array(zLeaseAudit),
})
