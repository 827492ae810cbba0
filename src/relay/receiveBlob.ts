import type { Address } from 'viem'
import type { Bytes32 } from '../protocol/primitives.ts'
import { QuotaExceeded, TooLarge } from './errors.ts'
import { findBlobs } from './sql/findBlobs.ts'
import { insertBlob } from './sql/insertBlob.ts'
import { sumBlobs } from './sql/sumBlobs.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/**
 * Stores an uploaded blob. One that is here already is read over, so that the client sees the same answer.
 * @throws TooLarge, QuotaExceeded, DigestMismatch
 */
export async function receiveBlob(
  world: RelayWorld,
  actor: Address,
  digest: Bytes32,
  body: AsyncIterable<Uint8Array>,
  announcedBytes: number,
): Promise<void> {
  const { limits, database } = world
  if (announcedBytes > limits.blobBytes) throw new TooLarge('blob', announcedBytes, limits.blobBytes)
  const [known] = await findBlobs(database, [digest])
  if (known !== undefined && (await world.blobs.size(digest)) !== undefined) {
    for await (const _piece of body);
    return
  }
  const { total, unused } = await sumBlobs(database, actor)
  const own = limits.unusedBlobBytes - unused
  const all = limits.storeBytes - total
  const room = Math.min(limits.blobBytes, own, all)
  if (room <= 0 || announcedBytes > room)
    throw own <= all
      ? new QuotaExceeded('One uploader', limits.unusedBlobBytes)
      : new QuotaExceeded('All together', limits.storeBytes)
  const bytes = await world.blobs.put(digest, body, room)
  await insertBlob(database, digest, bytes, actor, nowSeconds(world.clock))
}
