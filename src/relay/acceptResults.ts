import type { Address } from 'viem'
import type { Bytes32, LeaseId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import { TooLarge } from './errors.ts'
import { JobOver, LeaseOver, ResultsRefused } from './jobErrors.ts'
import { requireLease } from './requireLease.ts'
import { findJob } from './sql/findJob.ts'
import { insertBlob } from './sql/insertBlob.ts'
import { linkBlob } from './sql/linkBlob.ts'
import type { LeaseRow } from './sql/lockLease.ts'
import { setShardState } from './sql/setShardState.ts'
import { storeResults } from './sql/storeResults.ts'
import { sumJobBlobs } from './sql/sumJobBlobs.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** True when these very results are here already. @throws ResultsRefused, LeaseOver */
function isRepeated(row: LeaseRow, digest: Bytes32): boolean {
  if (row.resultsDigest === digest) return true
  if (row.resultsDigest !== null) throw new ResultsRefused('other results of this lease are here already')
  if (row.state === 'active') throw new ResultsRefused('there is no root yet')
  if (row.state !== 'rooted') throw new LeaseOver(row.state)
  return false
}

/**
 * Takes the sealed results of a rooted lease. Exactly the same bytes again change nothing.
 * @throws NotFound, NotYours, ResultsRefused, LeaseOver, JobOver, TooLarge, DigestMismatch
 */
export async function acceptResults(
  world: RelayWorld,
  worker: Address,
  lease: LeaseId,
  digest: Bytes32,
  body: AsyncIterable<Uint8Array>,
): Promise<void> {
  // Refuse before reading what may be hundreds of megabytes; look again once they are here.
  const room = await world.database.transaction(async (client) => {
    const row = await requireLease(client, lease, worker)
    if (isRepeated(row, digest)) return undefined
    const { bytes } = await sumJobBlobs(client, row.job)
    return Math.min(world.limits.blobBytes, world.limits.jobBlobBytes - bytes)
  })
  if (room === undefined) {
    for await (const _piece of body);
    return
  }
  if (room <= 0)
    throw new TooLarge('set of blobs of this job', world.limits.jobBlobBytes + 1, world.limits.jobBlobBytes)
  const bytes = await world.blobs.put(digest, body, room)
  const job = await world.database.transaction(async (client) => {
    const row = await requireLease(client, lease, worker)
    if (isRepeated(row, digest)) return undefined
    const { state } = (await findJob(client, row.job))!
    if (state === 'settling' || state === 'settled') throw new JobOver(state)
    await insertBlob(client, digest, bytes, worker, nowSeconds(world.clock))
    await linkBlob(client, row.job, digest, 'results')
    await storeResults(client, lease, digest, bytes)
    await setShardState(client, row.job, row.shard, lease, 'delivered')
    await appendEvent(client, row.job, { type: 'results', lease, digest, bytes })
    return row.job
  })
  if (job) world.followers.wake(job)
}
