import type { SliceResult } from '../protocol/sliceResult.ts'

/** A shard's reported outcomes, beside those of shards that ran the same invocation with other seeds. */
export interface ShardOutcomes {
  readonly lease: string
  readonly slices: readonly SliceResult[]
}

/** Below this chance an honest shard's silence is worth one more re-run. */
const SUSPICION = 0.001

/**
 * Leases whose silence about a failure is unlikely beside their siblings': for some target, the others failed in a share p
 * of their slices and this shard in none of n, with (1 - p)^n below 1 in 1,000. They get one more audit. Suspicion alone
 * never convicts: the re-run does.
 */
export function suspectLeases(shards: readonly ShardOutcomes[]): { lease: string; target: string }[] {
  const rows = shards.map((shard) => ({
    lease: shard.lease,
    slices: completed(shard.slices),
    failures: countFailures(shard.slices),
  }))
  const suspects: { lease: string; target: string }[] = []
  for (const row of rows) {
    const others = rows.filter((other) => other !== row)
    const slices = others.reduce((sum, other) => sum + other.slices, 0)
    if (slices === 0 || row.slices === 0) continue
    const targets = new Set(others.flatMap((other) => [...other.failures.keys()]))
    const silent = [...targets].sort().find((target) => {
      if ((row.failures.get(target) ?? 0) > 0) return false
      const share = others.reduce((sum, other) => sum + (other.failures.get(target) ?? 0), 0) / slices
      return (1 - share) ** row.slices < SUSPICION
    })
    if (silent !== undefined) suspects.push({ lease: row.lease, target: silent })
  }
  return suspects
}

function completed(slices: readonly SliceResult[]): number {
  return slices.filter((slice) => slice.outcome.kind === 'completed').length
}

function countFailures(slices: readonly SliceResult[]): Map<string, number> {
  const failures = new Map<string, number>()
  for (const slice of slices)
    for (const target of slice.targets)
      if (target.status === 'failed') failures.set(target.target, (failures.get(target.target) ?? 0) + 1)
  return failures
}
