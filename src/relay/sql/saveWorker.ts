import type { Address } from 'viem'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into worker (address, name, version, slots, tier, determinism_class, engines, seen_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (address) do update set name = excluded.name, version = excluded.version, slots = excluded.slots,
  tier = excluded.tier, determinism_class = excluded.determinism_class, engines = excluded.engines,
  seen_at = excluded.seen_at`

/** Records what a worker says it is. */
export async function saveWorker(
  client: DatabaseClient,
  worker: {
    address: Address
    name: string
    version: string
    slots: number
    tier: string
    determinismClass: Bytes32
    engines: readonly string[]
    nowSeconds: number
  },
): Promise<void> {
  await client.query(sql, [
    worker.address,
    worker.name,
    worker.version,
    worker.slots,
    worker.tier,
    worker.determinismClass,
    worker.engines,
    worker.nowSeconds,
  ])
}
