import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditShardSpec, sameWork } from './auditShard.ts'
import { sha256 } from './digest.ts'
import type { ShardSpec } from './shardSpec.ts'

function spec(index: number, slices: number, profile = 'default'): ShardSpec {
  const seeds = Array.from({ length: slices }, (_, k) => sha256(`${index} ${k}`))
  return { v: 1, index, seeds, invocation: { profile } } as unknown as ShardSpec
}

test('slices of other work, of no shard, or none at all, make no audit shard', () => {
  const specs = [spec(0, 2), spec(1, 2, 'ci')]
  const specOf = (shard: number) => specs[shard]
  expect(auditShardSpec([], specOf)).toBeUndefined()
  expect(auditShardSpec([{ shard: 7, k: 0 }], specOf)).toBeUndefined()
  expect(auditShardSpec([{ shard: 0, k: 2 }], specOf)).toBeUndefined()
  expect(auditShardSpec([...[0, 1].map((shard) => ({ shard, k: 0 }))], specOf)).toBeUndefined()
})

test('an audit shard is its first shard but for the seeds, which are those of its places in their order', () => {
  const size = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(
      fc.array(size, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      size,
      (sizes, dice, count) => {
        const specs = sizes.map((slices, index) => spec(index, slices))
        const places = Array.from({ length: count }, () => {
          const shard = dice.next().value % specs.length
          return { shard, k: dice.next().value % specs[shard]!.seeds.length }
        })
        const made = auditShardSpec(places, (shard) => specs[shard])!
        expect(made.seeds).toEqual(places.map(({ shard, k }) => specs[shard]!.seeds[k]))
        expect(made.index).toBe(places[0]!.shard)
        expect(sameWork(made)).toBe(sameWork(specs[0]!))
      },
    ),
  )
})
