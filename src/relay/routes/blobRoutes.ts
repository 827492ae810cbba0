import type { Readable } from 'node:stream'
import { z } from 'zod'
import { API, zMissingRequest, zMissingResponse } from '../../protocol/api.ts'
import { zBytes32 } from '../../protocol/primitives.ts'
import { DigestMismatch, NotFound, NotYours } from '../errors.ts'
import { receiveBlob } from '../receiveBlob.ts'
import { type RelayServer, senderOf } from '../server.ts'
import { mayAuditBlob } from '../sponsor/audits.ts'
import { findBlobs } from '../sql/findBlobs.ts'
import { mayReadBlob } from '../sql/mayReadBlob.ts'
import { touchBlobs } from '../sql/touchBlobs.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'

const zDigestParams = z.object({ digest: zBytes32 })

/** Layers, corpora and results by digest. */
export function blobRoutes(server: RelayServer, world: RelayWorld): void {
  server.post(
    `${API}/blobs/missing`,
    { schema: { body: zMissingRequest, response: { 200: zMissingResponse } } },
    async (request) => {
      const { digests } = request.body
      const found = await findBlobs(world.database, digests)
      const present = found.map((blob) => blob.digest)
      await touchBlobs(world.database, present, nowSeconds(world.clock))
      return { missing: digests.filter((digest) => !present.includes(digest)) }
    },
  )

  server.put(`${API}/blobs/:digest`, { schema: { params: zDigestParams } }, async (request, reply) => {
    const { digest } = request.params
    const { actor, bodyDigest } = senderOf(request)
    if (bodyDigest !== digest) throw new DigestMismatch()
    await receiveBlob(world, actor, digest, bodyOf(request.body), Number(request.headers['content-length'] ?? 0))
    return reply.code(204).send()
  })

  server.get(`${API}/blobs/:digest`, { schema: { params: zDigestParams } }, async (request, reply) => {
    const { digest } = request.params
    const { actor } = senderOf(request)
    const mayRead = (await mayReadBlob(world.database, digest, actor)) || (await mayAuditBlob(world, digest, actor))
    if (!mayRead) throw new NotYours('blob')
    const bytes = await world.blobs.size(digest)
    if (bytes === undefined) throw new NotFound('blob')
    return reply
      .header('content-length', bytes)
      .header('cache-control', 'no-store')
      .type('application/octet-stream')
      .send(world.blobs.read(digest))
  })
}

/** The stream of an `application/octet-stream` body; nothing at all when there is none. */
export function bodyOf(body: unknown): Readable | AsyncIterable<Uint8Array> {
  return isStream(body) ? body : noBytes()
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
