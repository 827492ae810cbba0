import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type ShardResults, zShardResults } from '../protocol/results.ts'

const unzip = promisify(gunzip)

/** Most bytes that one shard's results may unpack to: 64 MiB holds 1,024 slices of 200 targets with findings. */
export const RESULTS_LIMIT_BYTES = 64 * 2 ** 20

/** Results as a worker packed them, once they are decrypted. Whether they are the ones it signed is another question. */
export async function readResults(plain: Uint8Array): Promise<ShardResults> {
  const text = (await unzip(plain, { maxOutputLength: RESULTS_LIMIT_BYTES })).toString('utf8')
  // JSON can say -0, which has no canonical form.
  return zShardResults.parse(JSON.parse(text, (_key, value: unknown) => (value === 0 ? 0 : value)))
}
