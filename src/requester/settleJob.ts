import type { RequesterPool } from '../pool/pool.ts'
import type { JobSecrets } from '../protocol/jobSecrets.ts'
import type { Settlement, Venue } from '../protocol/messages.ts'
import { type PayoutLine, payoutTree } from '../protocol/payout.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { signMessageStruct } from '../protocol/signing.ts'

/** A settlement that was handed in. */
export interface Settled {
  readonly message: Settlement
  readonly lines: readonly PayoutLine[]
  /** Null in a private pool. */
  readonly transaction: Bytes32 | null
}

/** Signs the payout root over all lines, reveals the audit secret, and hands both in. Safe to repeat with the same lines. */
export async function settleJob(
  pool: RequesterPool,
  venue: Venue,
  job: JobId,
  secrets: JobSecrets,
  lines: readonly PayoutLine[],
): Promise<Settled> {
  const tree = payoutTree(job, lines)
  const message: Settlement = {
    job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret: secrets.auditSecret,
  }
  const signature = await signMessageStruct(secrets.jobKey, venue, 'Settlement', message)
  const { transaction } = await pool.settle(job, { message, signature, lines: [...lines] })
  return { message, lines, transaction }
}
