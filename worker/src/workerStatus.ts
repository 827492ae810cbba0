import { z } from 'zod'
import { zAddress, zBytes32, zCount, zUint32, zUnits } from '../../src/protocol/primitives.ts'

/** What a worker says of itself at /status: the document that `fuzzburst-worker status --json` prints. */
export const zWorkerStatus = z.object({
  v: z.literal(1),
  name: z.string(),
  version: z.string(),
  worker: zAddress,
  /** `draining`: takes no more leases. */
  state: z.enum(['running', 'draining']),
  startedAt: zCount,
  tier: z.enum(['bubblewrap', 'landlock']),
  /** What the tier holds on this machine, in words. */
  holds: z.array(z.string()),
  determinismClass: zBytes32,
  engine: z.object({ name: z.string(), version: z.string() }),
  slots: z.object({ total: zCount, busy: zCount }),
  relays: z.array(z.object({ url: z.string(), up: z.boolean(), pool: z.enum(['chain', 'private']).nullable() })),
  leases: z.array(
    z.object({
      lease: zBytes32,
      relay: z.string(),
      slices: zUint32,
      done: zUint32,
      state: z.enum(['running', 'delivering']),
      ageSeconds: zCount,
    }),
  ),
  work: z.object({ slices: zCount, cpuSeconds: z.number().min(0), ended: z.record(z.string(), zCount) }),
  earnings: z.object({
    /** `chain`: settlements that the escrow confirms. `relays`: what relays show, checked by nobody. */
    basis: z.enum(['chain', 'relays']),
    earnedUnits: zUnits,
    paidLeases: zCount,
    rejected: z.array(z.object({ job: zBytes32, slot: zUint32, reason: z.string() })),
  }),
  /** Rooted leases whose pay is still open, those of them that nothing dates yet, and transactions sent to be paid, by kind. */
  pursuit: z.object({ open: zCount, undated: zCount, sent: z.record(z.string(), zCount) }),
  cacheBytes: zCount,
})
export type WorkerStatus = z.output<typeof zWorkerStatus>

/** The status for a person: verdict first. */
export function renderStatus(status: WorkerStatus): string {
  const up = status.relays.filter((relay) => relay.up).length
  const lines = [
    `${status.name} (${status.worker}) is ${status.state}: ${status.slots.busy} of ${status.slots.total} slots busy, ` +
      `${up} of ${status.relays.length} relays reachable`,
    `  sandbox    ${status.tier}: ${status.holds.join('; ')}`,
    `  engine     ${status.engine.name} ${status.engine.version}, class ${status.determinismClass.slice(0, 10)}`,
    `  done       ${status.work.slices} slices, ${Math.round(status.work.cpuSeconds)} s of CPU; leases: ${renderEnds(status.work.ended)}`,
    `  earned     ${renderEarnings(status.earnings)}`,
    `  pursued    ${renderPursuit(status.pursuit)}`,
    `  cache      ${(status.cacheBytes / 2 ** 20).toFixed(1)} MiB`,
    ...status.relays.map(
      (relay) => `  relay      ${relay.url}: ${relay.up ? `up (${relay.pool} pool)` : 'not reachable'}`,
    ),
    ...status.leases.map(
      (lease) =>
        `  lease      ${lease.lease.slice(0, 10)} ${lease.state}: ${lease.done} of ${lease.slices} slices, ${lease.ageSeconds} s`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

function renderEarnings({ basis, earnedUnits, paidLeases, rejected }: WorkerStatus['earnings']): string {
  const figures = `${earnedUnits} token units in ${paidLeases} leases; ${rejected.length} rejected`
  return basis === 'chain' ? `${figures} (settled on chain)` : `relays say: ${figures} (not checked: no --rpc-url)`
}

function renderPursuit({ open, undated, sent }: WorkerStatus['pursuit']): string {
  const did = Object.entries(sent).map(([what, count]) => `${count} ${what}`)
  return `${open} leases not settled for good, ${undated} of them undated${did.length === 0 ? '' : `; sent: ${did.join(', ')}`}`
}

function renderEnds(ended: Readonly<Record<string, number>>): string {
  const parts = Object.entries(ended).map(([end, count]) => `${count} ${end}`)
  return parts.length === 0 ? 'none ended' : parts.join(', ')
}
