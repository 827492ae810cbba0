import type { Address } from 'viem'
import type { z } from 'zod'
import { zSettlementRequest } from '../protocol/api.ts'
import { type JobId, toWire } from '../protocol/primitives.ts'
import { zShardSpec } from '../protocol/shardSpec.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { type Publication, transcriptCore, transcriptDigest, zPublicationRequest } from '../protocol/transcript.ts'
import { NotFound } from './errors.ts'
import { PublicationRefused } from './jobErrors.ts'
import { findJob } from './sql/findJob.ts'
import { findPublication } from './sql/findPublication.ts'
import { listShards } from './sql/listShards.ts'
import { savePublication } from './sql/savePublication.ts'
import { readDocument } from './storedDocument.ts'
import { requireRequester } from './viewJob.ts'
import type { RelayWorld } from './world.ts'

/**
 * Keeps a finished job's transcript for everybody to see. A second one may open more results and change nothing else:
 * what was said stays said. Whether it is true is for its readers to check.
 * @throws NotFound, NotYours, PublicationRefused
 */
export async function publishJob(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  request: z.output<typeof zPublicationRequest>,
): Promise<void> {
  const { transcript, signature } = request
  const row = requireRequester(await findJob(world.database, job), actor)
  if (transcript.job !== job) throw new PublicationRefused('it is of another job')
  if (row.settlement === null) throw new PublicationRefused('the job is not settled')
  const message = { job, transcript: transcriptDigest(transcript) }
  if (!(await isSignedBy(row.jobKey, world.venue, 'Publication', message, signature)))
    throw new PublicationRefused('it is not signed by the job key')
  const publication = { job, core: transcriptCore(transcript), document: toWire(request) }
  const saved = await world.database.transaction((client) => savePublication(client, publication))
  if (!saved) throw new PublicationRefused('another one was published before')
}

/** All of a finished job. @throws NotFound */
export async function viewPublication(world: RelayWorld, job: JobId): Promise<Publication> {
  return world.database.transaction(async (client) => {
    const text = await findPublication(client, job)
    const row = await findJob(client, job)
    if (text === undefined || row === undefined || row.settlement === null) throw new NotFound('publication')
    const shards = await listShards(client, job)
    return {
      document: {
        ...readDocument(row),
        shards: shards.map(({ specDigest, spec, estimatedSeconds }) => ({
          specDigest,
          spec: zShardSpec.parse(JSON.parse(spec)),
          estimatedSeconds,
        })),
      },
      settlement: zSettlementRequest.parse(JSON.parse(row.settlement)),
      ...zPublicationRequest.parse(JSON.parse(text)),
    }
  })
}
