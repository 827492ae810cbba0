import { diceOf } from './dice.ts'
import { caughtByFormula, quantile, shardsByFormula } from './figures.ts'
import { judgeWorker } from './judged.ts'
import { type Cheat, hiding, lazy, poisoning } from './kinds.ts'

/** What many workers of one kind met. */
export interface VolumeRow {
  readonly kind: string
  readonly slices: number
  /** `new`: no record, audited at 25% for ten shards. `known`: audited at the floor of 5%. */
  readonly record: 'new' | 'known'
  readonly workers: number
  readonly shards: number
  readonly struck: number
  /** Shards to detection. */
  readonly median: number
  readonly p99: number
  readonly formulaMedian: number
  readonly formulaP99: number
  /** Shards that were paid, as share of those that a worker did before it was struck. */
  readonly paidShare: number
  /** Slices run again, as share of all. */
  readonly auditShare: number
}

/** Paid shards of a worker that is no longer new. */
const KNOWN = 1_000
/** A worker gives up cheating after so many shards: far beyond the 99th percentile of the slowest kind. */
const LONGEST = 400

/** Kinds that a re-run meets. The others are met by what they sign, or by their silence: see relayed.ts. */
export const bentKinds: readonly Cheat[] = [...[1, 5, 10, 25, 50, 100].map(lazy), hiding, poisoning]

/** Workers of one kind until `shards` shards were judged. */
export async function measureKind(
  cheat: Cheat,
  slices: number,
  record: 'new' | 'known',
  shards: number,
): Promise<VolumeRow> {
  const toDetection: number[] = []
  const chances: number[] = []
  const sum = { shards: 0, paid: 0, slices: 0, audited: 0, workers: 0, struck: 0 }
  while (sum.shards < shards) {
    const trial = `${cheat.name} ${slices} ${record} ${sum.workers}`
    const size = { slices, shards: LONGEST, record: record === 'known' ? KNOWN : 0 }
    const judged = await judgeWorker(cheat, trial, size, diceOf(trial))
    sum.workers++
    sum.shards += judged.shards
    sum.paid += judged.paid
    sum.slices += judged.slices
    sum.audited += judged.audited
    if (judged.struck) {
      sum.struck++
      toDetection.push(judged.shards)
    }
    for (const [shard, bent] of judged.bent.entries()) {
      const ppm = record === 'new' && shard < 10 ? 250_000 : 50_000
      chances.push(caughtByFormula(slices, bent, (slices * ppm) / 1_000_000))
    }
  }
  const caught = chances.reduce((total, chance) => total + chance, 0) / chances.length
  return {
    ...{ kind: cheat.name, slices, record, workers: sum.workers, shards: sum.shards, struck: sum.struck },
    median: quantile(toDetection, 0.5),
    p99: quantile(toDetection, 0.99),
    formulaMedian: shardsByFormula(caught, 0.5),
    formulaP99: shardsByFormula(caught, 0.99),
    paidShare: sum.paid / sum.shards,
    auditShare: sum.audited / sum.slices,
  }
}

/** Honest slices, and how many of their workers were accused. */
export interface HonestRow {
  readonly shards: number
  readonly slices: number
  readonly audited: number
  readonly accused: number
  readonly unpaid: number
}

/** Honest workers with a record until so many slices were judged. */
export async function measureHonest(slices: number, wanted: number): Promise<HonestRow> {
  const sum = { shards: 0, slices: 0, audited: 0, accused: 0, unpaid: 0 }
  for (let worker = 0; sum.slices < wanted; worker++) {
    const name = `honest ${slices} ${worker}`
    const left = Math.ceil((wanted - sum.slices) / slices)
    const judged = await judgeWorker(
      null,
      name,
      { slices, shards: Math.min(LONGEST, left), record: KNOWN },
      diceOf(name),
    )
    sum.shards += judged.shards
    sum.slices += judged.slices
    sum.audited += judged.audited
    sum.accused += judged.struck ? 1 : 0
    sum.unpaid += judged.shards - judged.paid
  }
  return sum
}
