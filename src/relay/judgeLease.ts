import type { Address } from 'viem'
import type { z } from 'zod'
import type { zVerdict } from '../protocol/api.ts'
import type { JobId } from '../protocol/primitives.ts'
import { NotFound } from './errors.ts'
import { JobOver, VerdictRefused } from './jobErrors.ts'
import { lockJob } from './sql/lockJob.ts'
import { lockLease } from './sql/lockLease.ts'
import { noteStanding } from './sql/noteStanding.ts'
import { requeueShard } from './sql/requeueShard.ts'
import { setLeaseState } from './sql/setLeaseState.ts'
import { setShardState } from './sql/setShardState.ts'
import { requireRequester } from './viewJob.ts'
import type { RelayWorld } from './world.ts'

type Verdict = z.output<typeof zVerdict>

/** Verdicts that say nothing of the worker's honesty: its other leases of the job go on. */
const harmless: readonly Verdict['verdict'][] = ['accepted', 'void', 'unaudited']

/**
 * Enters what the requester found of a lease. `accepted` ends its shard; anything else strikes the worker for this job
 * (but for void and unaudited shards) and queues the shard again.
 * @throws NotFound, NotYours, JobOver, VerdictRefused
 */
export async function judgeLease(world: RelayWorld, actor: Address, job: JobId, verdict: Verdict): Promise<void> {
  await world.database.transaction(async (client) => {
    // Leases before jobs, as everywhere: two transactions that lock both can then never wait for each other.
    const row = await lockLease(client, verdict.lease)
    const jobRow = requireRequester(await lockJob(client, job), actor)
    if (row === undefined || row.job !== job || row.state === 'proposed' || row.state === 'unsigned')
      throw new NotFound('lease')
    const wanted = verdict.verdict === 'accepted' ? 'accepted' : 'rejected'
    if (row.state === wanted) return
    if (jobRow.state === 'settling' || jobRow.state === 'settled') throw new JobOver(jobRow.state)
    if (wanted === 'accepted') {
      if (row.state === 'rejected') throw new VerdictRefused('the lease was refused before')
      if (row.state !== 'delivered') throw new VerdictRefused('no results of it have arrived')
      await setLeaseState(client, row.lease, 'accepted')
      await setShardState(client, job, row.shard, row.lease, 'accepted')
      return
    }
    await setLeaseState(client, row.lease, 'rejected')
    await requeueShard(client, job, row.shard, row.lease)
    if (!harmless.includes(verdict.verdict)) await noteStanding(client, job, row.worker, { struck: true })
  })
  world.matches.poke()
}
