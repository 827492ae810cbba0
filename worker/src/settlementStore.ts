import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { zPayoutsResponse } from '../../src/protocol/api.ts'
import { type Bytes32, toWire } from '../../src/protocol/primitives.ts'
import { writeDurably } from './durableFile.ts'
import type { ShownPayout } from './earnings.ts'
import { JournalUnreadable } from './errors.ts'

const zKept = z.strictObject({ v: z.literal(1), payout: zPayoutsResponse.shape.payouts.element })

/** Settlements that match the chain and are not claimed yet: without their lines nothing can be claimed, and relays go away. */
export interface SettlementStore {
  /** @throws JournalUnreadable */
  load(): Promise<ShownPayout[]>
  keep(payout: ShownPayout): Promise<void>
  drop(job: Bytes32): Promise<void>
}

/** Opens (and makes) the store under a data directory. */
export async function openSettlementStore(dataDir: string): Promise<SettlementStore> {
  const dir = join(dataDir, 'settlements')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const fileOf = (job: Bytes32) => join(dir, `${job.slice(2)}.json`)
  return {
    async load() {
      const names = (await readdir(dir)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort()
      return Promise.all(names.map((name) => read(join(dir, name))))
    },
    keep: (payout) => writeDurably(fileOf(payout.job), toWire({ v: 1, payout })),
    drop: (job) => rm(fileOf(job), { force: true }),
  }
}

async function read(file: string): Promise<ShownPayout> {
  try {
    return zKept.parse(JSON.parse(await readFile(file, 'utf8'))).payout
  } catch (cause) {
    throw new JournalUnreadable(file, cause)
  }
}
