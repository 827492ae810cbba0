import type { Address } from 'viem'
import type { JobView } from '../protocol/api.ts'
import type { JobDocument } from '../protocol/job.ts'
import { jobId } from '../protocol/messages.ts'
import { type Bytes32, type JobId, toWire } from '../protocol/primitives.ts'
import { checkJob } from './checkJob.ts'
import { engineKey } from './engineKey.ts'
import { TooLarge } from './errors.ts'
import { LayersMissing } from './jobErrors.ts'
import { takePlaceOfGrants } from './sponsor/takePlaceOfGrants.ts'
import { findBlobs } from './sql/findBlobs.ts'
import { findJob } from './sql/findJob.ts'
import { insertJob } from './sql/insertJob.ts'
import { insertShard } from './sql/insertShard.ts'
import { linkBlob } from './sql/linkBlob.ts'
import { viewJob } from './viewJob.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/**
 * Takes a job, all or nothing; the same job again changes nothing and is answered as it stands.
 * @throws the refusals of {@link checkJob}, LayersMissing, TooLarge
 */
export async function openJob(world: RelayWorld, actor: Address, document: JobDocument): Promise<JobView> {
  const { job, signer } = await checkJobOnce(world, actor, document)
  await world.database.transaction(async (client) => {
    const { shards, ...rest } = document
    const { intent } = document
    const isNew = await insertJob(client, {
      job,
      jobKey: intent.jobKey,
      signer,
      document: toWire(rest),
      slots: intent.slots + intent.spares,
      settleBy: intent.settleBy,
      nowSeconds: nowSeconds(world.clock),
      classes: document.classes,
      pull: document.series?.pull ?? null,
    })
    if (!isNew) return
    const inputs = inputBlobs(document)
    const found = await findBlobs(client, [...inputs])
    const missing = [...inputs].filter((digest) => !found.some((blob) => blob.digest === digest))
    if (missing.length > 0) throw new LayersMissing(missing)
    const bytes = found.reduce((sum, blob) => sum + blob.bytes, 0)
    if (bytes > world.limits.jobBlobBytes) throw new TooLarge('set of layers', bytes, world.limits.jobBlobBytes)
    for (const digest of inputs) await linkBlob(client, job, digest, 'input')
    for (const [index, { spec, specDigest, estimatedSeconds }] of shards.entries())
      await insertShard(client, {
        job,
        index,
        engine: engineKey(spec.engine),
        specDigest,
        spec: toWire(spec),
        slices: spec.seeds.length,
        estimatedSeconds,
        audited: null,
      })
  })
  if (document.series !== null) await takePlaceOfGrants(world, job, document.series)
  world.log.info({ job, shards: document.shards.length, requester: signer }, 'job opened')
  world.matches.poke()
  return viewJob(world, actor, job)
}

/** A job that is here already was checked then; on chain it may have moved on since. */
async function checkJobOnce(
  world: RelayWorld,
  actor: Address,
  document: JobDocument,
): Promise<{ job: JobId; signer: Address }> {
  const known = await findJob(world.database, jobId(document.intent))
  return known ?? checkJob(world, actor, document)
}

function inputBlobs(document: JobDocument): Set<Bytes32> {
  const digests = new Set<Bytes32>()
  for (const { spec } of document.shards) {
    for (const layer of spec.layers) digests.add(layer.digest)
    if (spec.corpus) digests.add(spec.corpus.digest)
  }
  return digests
}
