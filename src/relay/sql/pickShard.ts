import type { Address } from 'viem'
import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `select shard.job, shard.index, shard.spec_digest as "specDigest", shard.slices,
  shard.estimated_seconds as "estimatedSeconds", job.document,
  (select determinism_class from worker where address = $3) as "determinismClass"
from shard join job on job.job = shard.job
where shard.state = 'queued' and job.state = 'open' and shard.job = any($1) and shard.engine = any($2)
  and not exists (
    select 1 from standing where standing.job = shard.job and standing.worker = $3
      and (standing.struck or standing.refused or standing.failures >= $4)
  )
  and (job.next_slot < job.slots or exists (select 1 from free_slot where free_slot.job = job.job))
  and $5::bigint + greatest($6::bigint, 4 * shard.estimated_seconds) <= job.settle_by
  and (job.classes is null or exists (
    select 1 from worker where worker.address = $3 and worker.determinism_class = any(job.classes)
  ))
  and ($7::boolean or shard.last_worker is distinct from $3)
  and (shard.audited is null or not exists (
    select 1 from worker own join worker audited on audited.address = own.address or audited.owner = own.owner
    where own.address = $3 and audited.address = any(shard.audited)
  ))
order by job.last_served, shard.index
limit 1 for update of shard skip locked`

/** A shard for one worker. */
interface PickedShard {
  readonly job: JobId
  readonly index: number
  readonly specDigest: Bytes32
  readonly slices: number
  readonly estimatedSeconds: number
  readonly document: string
  /** Of the worker. */
  readonly determinismClass: Bytes32 | null
}

/** The next shard for a worker, locked: of the job served longest ago, and rather one it has not had before. Skips jobs whose
 * requester is away, that have no slot left, that end too soon, that accept other determinism classes, or that this worker may not
 * serve, and audits of its own work or of another worker of its owner. */
export async function pickShard(
  client: DatabaseClient,
  wanted: {
    worker: Address
    engines: readonly string[]
    jobs: readonly JobId[]
    nowSeconds: number
    leaseFloorSeconds: number
    failuresPerJob: number
    again: boolean
  },
): Promise<PickedShard | undefined> {
  const rows = await client.query<PickedShard>(sql, [
    wanted.jobs,
    wanted.engines,
    wanted.worker,
    wanted.failuresPerJob,
    wanted.nowSeconds,
    wanted.leaseFloorSeconds,
    wanted.again,
  ])
  return rows[0]
}
