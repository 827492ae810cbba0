import type { Replay, Target } from '../engines/engine.ts'
import type { Finding } from '../protocol/finding.ts'
import type { Invocation } from '../protocol/shardSpec.ts'
import type { BurstDeps } from './burstDeps.ts'
import { type FindingChecks, type FindingLedger, findingLedger } from './findingLedger.ts'
import type { LocalQueue } from './localQueue.ts'
import type { PreparedBurst } from './prepareBurst.ts'
import { replayInvocation } from './replayInvocation.ts'
import type { SliceSource } from './sliceSource.ts'
import { benchFor } from './workbench.ts'

/** What a running burst shows and collects, whoever runs its slices. */
export interface BurstBoard {
  readonly findings: FindingLedger
  /** Enters a slice of this machine; its failures are replayed in the background. */
  enter(source: SliceSource): void
  /** Resolves when every failure entered so far was replayed. */
  idle(): Promise<void>
}

/** The target by id, of all that the plan runs. */
export function targetsOf(prepared: Pick<PreparedBurst, 'discovery'>): Map<string, Target> {
  const { targets, runnerOnly } = prepared.discovery
  return new Map([...targets, ...runnerOnly.map((entry) => entry.target)].map((target) => [target.id, target]))
}

/** Puts a board together. */
export function burstBoard(
  prepared: PreparedBurst,
  deps: BurstDeps,
  queue: LocalQueue,
  checks: Pick<FindingChecks, 'vouch' | 'onConfirmed'>,
): BurstBoard {
  const { plan, bench } = prepared
  const planned = [...plan.shards, ...plan.runnerShards]
  const invocationOf = (shard: number): Invocation =>
    plan.invocations[planned.find((candidate) => candidate.index === shard)!.invocation]!.invocation
  const replay = (target: Target, finding: Finding, source: SliceSource | null, brief: boolean): Promise<Replay> =>
    queue.run('replay', () => {
      const invocation =
        source === null ? replayInvocation(deps.engine, target, prepared.project) : invocationOf(source.shard)
      return deps.engine.replay({ ...benchFor(bench, plan, invocation), invocation, target, finding, brief })
    })
  const findings = findingLedger(targetsOf(prepared), { ...checks, replay })
  for (const { target, finding, replay: again } of prepared.earlier?.failing ?? [])
    findings.remember(target, finding, again)
  const pending = new Set<Promise<void>>()
  let fault: unknown
  return {
    findings,
    enter(source) {
      const work: Promise<void> = findings
        .addAll([source])
        .then(
          () => undefined,
          (error: unknown) => {
            fault ??= error
          },
        )
        .finally(() => pending.delete(work))
      pending.add(work)
    },
    async idle() {
      while (pending.size > 0) await Promise.all(pending)
      if (fault !== undefined) throw fault
    },
  }
}
