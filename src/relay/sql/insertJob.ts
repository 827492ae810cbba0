import type { Address } from 'viem'
import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into job (job, job_key, signer, state, document, slots, settle_by, opened_at, classes, pull)
values ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9) on conflict do nothing returning job`

/** Records a job. False when it is there already. */
export async function insertJob(
  client: DatabaseClient,
  job: {
    job: JobId
    jobKey: Address
    signer: Address
    document: string
    slots: number
    settleBy: number
    nowSeconds: number
    /** Determinism classes that it accepts; null: any. */
    classes: readonly Bytes32[] | null
    /** The pull request that it is for; null for none. */
    pull: Bytes32 | null
  },
): Promise<boolean> {
  const rows = await client.query(sql, [
    job.job,
    job.jobKey,
    job.signer,
    job.document,
    job.slots,
    job.settleBy,
    job.nowSeconds,
    job.classes,
    job.pull,
  ])
  return rows.length > 0
}
