import type { Address } from 'viem'
import type { z } from 'zod'
import { AUDIT_SHARDS_LIMIT, type zAuditShardRequest } from '../protocol/auditShard.ts'
import { type JobId, toWire, zeroAddress } from '../protocol/primitives.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { engineKey } from './engineKey.ts'
import { AuditShardRefused, JobOver } from './jobErrors.ts'
import { countAuditShards } from './sql/countAuditShards.ts'
import { findShardSpec } from './sql/findShardSpec.ts'
import { insertShard } from './sql/insertShard.ts'
import { listInputs } from './sql/listInputs.ts'
import { lockJob } from './sql/lockJob.ts'
import { readDocument } from './storedDocument.ts'
import { requireRequester } from './viewJob.ts'
import type { RelayWorld } from './world.ts'

/**
 * Queues slices that were delivered before for a worker of another owner. To that worker it is a shard like any other; it takes one of
 * the job's spare slots, so nothing more is locked for it. The same one again changes nothing.
 * @throws NotFound, NotYours, JobOver, AuditShardRefused
 */
export async function openAuditShard(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  request: z.output<typeof zAuditShardRequest>,
): Promise<void> {
  const { index, spec, specDigest, estimatedSeconds, audited } = request
  await world.database.transaction(async (client) => {
    const row = requireRequester(await lockJob(client, job), actor)
    if (row.state !== 'open') throw new JobOver(row.state)
    // Its sponsor's own auditors look at all of it, and the requester must not choose who earns the sponsor's money.
    if (readDocument(row).intent.assigner !== zeroAddress) throw new AuditShardRefused('a sponsor pays for the job')
    if (spec.job !== job) throw new AuditShardRefused('it is of another job')
    if (shardSpecDigest(spec) !== specDigest) throw new AuditShardRefused('its digest is another')
    const inputs = new Set((await listInputs(client, job)).map(({ digest }) => digest))
    const needed = [...spec.layers.map(({ digest }) => digest), ...(spec.corpus ? [spec.corpus.digest] : [])]
    if (!needed.every((digest) => inputs.has(digest))) throw new AuditShardRefused('its layers are not the job’s')
    if ((await countAuditShards(client, job)) >= AUDIT_SHARDS_LIMIT) throw new AuditShardRefused('there are too many')
    const isNew = await insertShard(client, {
      job,
      index,
      engine: engineKey(spec.engine),
      specDigest,
      spec: toWire(spec),
      slices: spec.seeds.length,
      estimatedSeconds,
      audited,
    })
    if (!isNew && (await findShardSpec(client, job, index))?.spec !== toWire(spec))
      throw new AuditShardRefused('its number is taken')
  })
  world.matches.poke()
}
