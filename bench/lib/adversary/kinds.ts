import { sha256 } from '../../../src/protocol/digest.ts'
import type { SliceRecord } from '../../../src/protocol/results.ts'
import { type Dice, positions } from './dice.ts'

/** A worker that cheats in what it delivers: from what an honest one would, to what it claims instead. */
export interface Cheat {
  readonly name: string
  bend(records: readonly SliceRecord[], dice: Dice): SliceRecord[]
}

function invented(record: SliceRecord): SliceRecord {
  const targets = record.result.targets.map((target) => ({
    ...target,
    ...{ status: 'passed' as const, finding: null, evidence: sha256(`invented ${record.salt}`) },
  }))
  return { ...record, result: { ...record.result, targets } }
}

/** Invents a share of its slices, one at least. */
export function lazy(percent: number): Cheat {
  return {
    name: `lazy ${percent}%`,
    bend(records, dice) {
      const faked = positions(Math.max(1, Math.floor((records.length * percent) / 100)), records.length, dice)
      return records.map((record) => (faked.has(record.k) ? invented(record) : record))
    },
  }
}

/** Runs everything and keeps what it finds. */
export const hiding: Cheat = {
  name: 'hiding',
  bend: (records) =>
    records.map((record) => {
      const targets = record.result.targets.map((target) => ({ ...target, status: 'passed' as const, finding: null }))
      return { ...record, result: { ...record.result, targets } }
    }),
}

/** Runs everything and hands in another corpus for a quarter of its slices: the next round would start from it. */
export const poisoning: Cheat = {
  name: 'corpus-poisoning',
  bend(records, dice) {
    const bent = positions(Math.ceil(records.length / 4), records.length, dice)
    return records.map((record) => (bent.has(record.k) ? { ...record, corpusDigest: sha256('poison') } : record))
  },
}

/** Slices whose leaf is not the honest one. */
export function countBent(before: readonly SliceRecord[], after: readonly SliceRecord[]): number {
  return after.filter((record, k) => JSON.stringify(record) !== JSON.stringify(before[k])).length
}
