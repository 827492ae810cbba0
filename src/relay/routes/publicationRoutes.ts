import { z } from 'zod'
import { API } from '../../protocol/api.ts'
import { zBytes32 } from '../../protocol/primitives.ts'
import { zPublication, zPublicationRequest } from '../../protocol/transcript.ts'
import { NotFound } from '../errors.ts'
import { publishJob, viewPublication } from '../publishJob.ts'
import { type RelayServer, senderOf } from '../server.ts'
import { findJob } from '../sql/findJob.ts'
import { isPublicBlob } from '../sql/isPublicBlob.ts'
import { readDocument } from '../storedDocument.ts'
import type { RelayWorld } from '../world.ts'
import { zNoContent } from './zNoContent.ts'

const zJobParams = z.object({ job: zBytes32 })
/** A transcript of the most leases has about 3,000 bytes a lease, and 300 an audit. */
const PUBLICATION_LIMIT = 64 * 2 ** 20

/** Finished jobs, for everybody to check. */
export function publicationRoutes(server: RelayServer, world: RelayWorld): void {
  server.post(
    `${API}/jobs/:job/publication`,
    {
      bodyLimit: PUBLICATION_LIMIT,
      schema: { params: zJobParams, body: zPublicationRequest, response: { 204: zNoContent } },
    },
    async (request, reply) => {
      await publishJob(world, senderOf(request).actor, request.params.job, request.body)
      return reply.code(204).send()
    },
  )

  server.get(
    `${API}/jobs/:job/publication`,
    { config: { unsigned: true }, schema: { params: zJobParams, response: { 200: zPublication } } },
    (request) => viewPublication(world, request.params.job),
  )

  server.get(
    `${API}/jobs/:job/blobs/:digest`,
    { config: { unsigned: true }, schema: { params: z.object({ job: zBytes32, digest: zBytes32 }) } },
    async (request, reply) => {
      const { job, digest } = request.params
      const row = await findJob(world.database, job)
      const codeIsPublic = row !== undefined && readDocument(row).visibility === 'public'
      if (!(await isPublicBlob(world.database, job, digest, codeIsPublic))) throw new NotFound('blob')
      const bytes = await world.blobs.size(digest)
      if (bytes === undefined) throw new NotFound('blob')
      return reply
        .header('content-length', bytes)
        .header('cache-control', 'public, max-age=86400, immutable')
        .type('application/octet-stream')
        .send(world.blobs.read(digest))
    },
  )
}
