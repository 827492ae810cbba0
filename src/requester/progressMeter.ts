import type { Plan } from '../campaign/plan.ts'
import type { Target } from '../engines/engine.ts'
import { payForSlicesUnits } from '../protocol/payout.ts'
import type { BurstProgress } from '../report/progress.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { Funding } from './funding.ts'
import type { JobLedger } from './jobLedger.ts'
import type { SliceSource } from './sliceSource.ts'

/** What progress is worked out from. */
export interface ProgressFacts {
  readonly ledger: JobLedger | null
  readonly own: readonly SliceSource[]
}

/** Tells the user how far a burst is. */
export interface ProgressMeter {
  phase(phase: BurstProgress['phase']): void
  update(facts: ProgressFacts): void
  found(target: Target): void
}

/** @param funding null when nothing is paid */
export function progressMeter(plan: Plan, deps: BurstDeps, funding: Funding | null): ProgressMeter {
  const planned = [...plan.shards, ...plan.runnerShards]
  const totalSlices = planned.reduce((sum, shard) => sum + shard.slices, 0)
  const startedMs = deps.clock.now()
  let state: BurstProgress = {
    phase: 'fuzzing',
    targets: plan.targets.length,
    shardsDone: 0,
    shards: planned.length,
    findings: 0,
    workers: 0,
    spendUnits: 0n,
    symbol: funding?.token.symbol ?? null,
    decimals: funding?.token.decimals ?? 0,
    etaSeconds: null,
    executions: 0,
  }
  const show = (change: Partial<BurstProgress>): void => {
    state = { ...state, ...change }
    deps.progress(state)
  }
  return {
    phase: (phase) => show({ phase }),
    found: (target) => {
      show({ findings: state.findings + 1 })
      deps.say(`finding in ${target.contract}.${target.test}: replayed`)
    },
    update({ ledger, own }) {
      const accepted = ledger === null ? [] : [...ledger.leases.values()].filter((lease) => lease.state === 'accepted')
      const slices = [...(ledger?.acceptedSlices() ?? []), ...own]
      const elapsed = (deps.clock.now() - startedMs) / 1_000
      const done = slices.length
      const perShard = new Map<number, number>()
      for (const { shard } of slices) perShard.set(shard, (perShard.get(shard) ?? 0) + 1)
      show({
        shardsDone: planned.filter((shard) => (perShard.get(shard.index) ?? 0) >= shard.slices).length,
        workers: new Set(accepted.map((lease) => lease.message.worker)).size,
        spendUnits: accepted.reduce(
          (sum, { message, slices: records }) => sum + payForSlicesUnits(message.price, records.length, message.slices),
          0n,
        ),
        etaSeconds: done === 0 ? null : Math.ceil((elapsed / done) * (totalSlices - done)),
        executions: slices.reduce((sum, slice) => sum + slice.result.executions, 0),
      })
    },
  }
}
