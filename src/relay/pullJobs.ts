import type { Address } from 'viem'
import type { PullJob } from '../protocol/api.ts'
import { PULL_JOBS_LIMIT } from '../protocol/api.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { listPullJobs } from './sql/listPullJobs.ts'
import { readDocument } from './storedDocument.ts'
import type { RelayWorld } from './world.ts'

/** Jobs for one pull request whose intents the actor signed, newest first: nobody else's. */
export async function pullJobs(world: RelayWorld, actor: Address, pull: Bytes32): Promise<PullJob[]> {
  const rows = await listPullJobs(world.database, actor, pull, PULL_JOBS_LIMIT)
  return rows.flatMap((row) => {
    const { series } = readDocument(row)
    return series === null ? [] : [{ job: row.job, state: row.state, series }]
  })
}
