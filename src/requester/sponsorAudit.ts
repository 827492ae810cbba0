import { hexToBytes, toHex } from 'viem'
import type { Engine } from '../engines/engine.ts'
import type { AuditorPool } from '../pool/pool.ts'
import type { LeaseView } from '../protocol/api.ts'
import { hmac } from '../protocol/digest.ts'
import { messageHash } from '../protocol/messages.ts'
import { type Bytes32, toWire } from '../protocol/primitives.ts'
import type { AuditTask, LeaseAudit } from '../protocol/sponsorAudit.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { removeSandboxRoot } from '../sandbox/sandboxRoot.ts'
import { auditPicks } from '../verify/auditPicks.ts'
import { RESULTS_LIMIT_BYTES } from '../verify/readResults.ts'
import { type AuditBench, auditSlice, ofClasses } from './auditSlice.ts'
import { localQueue } from './localQueue.ts'
import { receiveShard } from './receiveShard.ts'
import { openBench } from './replayAudits.ts'

/** What a sponsor's auditor needs of the world. */
export interface SponsorAuditWorld {
  readonly engine: Engine
  readonly sandbox: Sandbox
  /** Determinism class of this machine: it disproves nothing of another one. */
  readonly ownClass: Bytes32
  /** Slices that may run at once. */
  readonly jobs: number
  /** Share of slices that are run again, in parts per million; at least one of every lease is. */
  readonly ratePpm: number
  /** Nobody else may know it: it decides which slices are run again. */
  readonly secret: Bytes32
  readonly say: (line: string) => void
  readonly signal?: AbortSignal
}

/**
 * Audits a sponsored job for its sponsor: opens every delivery that is to be paid, holds it against its root, and runs some of
 * its slices again. Which ones, neither the requester nor its workers can know: they may be the same people.
 */
export async function auditSponsoredJob(
  task: AuditTask,
  pool: Pick<AuditorPool, 'getBlob'>,
  world: SponsorAuditWorld,
): Promise<LeaseAudit[]> {
  const { job } = task
  const paid = (job.settlement?.lines ?? []).filter((line) => line.payUnits > 0n)
  const leases = new Map(job.leases.map((lease) => [lease.lease, lease]))
  const benches = new Map<string, ReturnType<typeof openBench>>()
  const queue = localQueue(world.jobs)
  try {
    const audits: LeaseAudit[] = []
    // One after the other: a delivery of many megabytes is held in memory while its slices run.
    for (const { lease: id } of paid) {
      const lease = leases.get(id)
      if (lease === undefined) {
        audits.push({ lease: id, outcome: 'unreadable', ks: [], text: 'the relay shows no such lease' })
        continue
      }
      const bench = async (): Promise<AuditBench> => ({
        engine: world.engine,
        workbench: { sandbox: world.sandbox, projectDir: (await benchFor(lease.shard)).projectDir },
        queue,
        ...(world.signal && { signal: world.signal }),
      })
      const audit = await auditLease(lease, task, pool, world, bench)
      world.say(`job ${job.job}, lease ${id}: ${audit.outcome}${audit.text && `: ${audit.text}`}`)
      audits.push(audit)
    }
    return audits
  } finally {
    for (const bench of await Promise.allSettled(benches.values()))
      if (bench.status === 'fulfilled') await removeSandboxRoot(bench.value.root)
  }

  function benchFor(shard: number): ReturnType<typeof openBench> {
    const { layers } = job.document.shards[shard]!.spec
    const key = toWire(layers)
    const opening =
      benches.get(key) ?? openBench(layers, { layer: ({ digest, bytes }) => pool.getBlob(digest, { maxBytes: bytes }) })
    benches.set(key, opening)
    return opening
  }
}

async function auditLease(
  view: LeaseView,
  task: AuditTask,
  pool: Pick<AuditorPool, 'getBlob'>,
  world: SponsorAuditWorld,
  openBench: () => Promise<AuditBench>,
): Promise<LeaseAudit> {
  const { lease } = view
  const unreadable = (text: string): LeaseAudit => ({ lease, outcome: 'unreadable', ks: [], text })
  if (view.root === null || view.results === null) return unreadable('nothing was delivered')
  const { spec } = task.job.document.shards[view.shard]!
  const sealed = await pool.getBlob(view.results.digest, { maxBytes: RESULTS_LIMIT_BYTES })
  const received = await receiveShard(
    sealed,
    { lease, message: view.message, root: view.root.message },
    spec,
    hexToBytes(task.resultKey),
  )
  if (!('results' in received)) return unreadable(received.why)
  const { slices } = received.results
  if (slices.length === 0) return unreadable('no slice is finished')
  const secret = toHex(hmac(hexToBytes(world.secret), 'sponsor-audit', hexToBytes(task.job.job)))
  const rootMessage = messageHash('Root', view.root.message)
  const picked = auditPicks(secret, rootMessage, slices.length, world.ratePpm)
  const ks =
    picked.length > 0 ? picked : auditPicks(secret, rootMessage, slices.length, Math.ceil(1_000_000 / slices.length))
  const bench = await openBench()
  // A lease does not say its worker's class; a job that accepts one says it of all.
  const accepted = task.job.document.classes
  const classes = { worker: accepted?.length === 1 ? accepted[0]! : null, own: world.ownClass }
  const verdicts = await Promise.all(
    ks.map(async (k) => ({ k, verdict: ofClasses(await auditSlice(spec, k, slices[k]!, bench), classes) })),
  )
  for (const { k, verdict } of verdicts)
    if (verdict.kind === 'cheated')
      return { lease, outcome: 'mismatch', ks, text: `slice ${k}: ${verdict.difference}`.slice(0, 2_000) }
  const unproven = verdicts.find(({ verdict }) => verdict.kind === 'void')
  if (unproven?.verdict.kind === 'void')
    return { lease, outcome: 'void', ks, text: `slice ${unproven.k}: ${unproven.verdict.why}`.slice(0, 2_000) }
  return { lease, outcome: 'agreed', ks, text: '' }
}
