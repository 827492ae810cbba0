import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { shardSpecDigest, zShardSpec } from '../protocol/shardSpec.ts'
import { planCampaign } from './planCampaign.ts'
import { planInput, timedTarget } from './planInput.fixture.ts'
import { runnerShardSpecs, shardSpecs } from './shardSpecs.ts'
import { toTarget } from './toTarget.ts'

const low = timedTarget(2, 'fuzz', 100, { lowEntropy: true })
const plan = planCampaign(
  planInput([timedTarget(1, 'fuzz', 100), low, timedTarget(3, 'invariant', 9_000)], { corpus: true }),
)
const terms = { job: sha256('job'), jobSeed: sha256('seed') }

test('no seed is used twice, by workers and runner together, and another burst has others', () => {
  const specs = [...shardSpecs(plan, terms), ...runnerShardSpecs(plan, terms)]
  const seeds = specs.flatMap((spec) => spec.seeds)
  expect(new Set(seeds).size).toBe(seeds.length)
  const other = shardSpecs(plan, { ...terms, jobSeed: sha256('other') }).flatMap((spec) => spec.seeds)
  expect(other.filter((seed) => seeds.includes(seed))).toEqual([])
})

test('a spec is one shard of the plan, complete and valid', () => {
  const specs = shardSpecs(plan, terms)
  expect(specs.map(({ index }) => index)).toEqual(plan.shards.map(({ index }) => index))
  specs.forEach((spec, i) => {
    expect(zShardSpec.parse(spec)).toEqual(spec)
    expect(spec.seeds).toHaveLength(plan.shards[i]!.slices)
    expect(spec.invocation).toEqual(plan.invocations[plan.shards[i]!.invocation]!.invocation)
  })
  expect(new Set(specs.map(shardSpecDigest)).size).toBe(specs.length)
})

test('a corpus goes only to shards whose invocation uses one', () => {
  const corpus = { digest: sha256('corpus'), bytes: 5 }
  for (const spec of shardSpecs(plan, { ...terms, corpus }))
    expect(spec.corpus).toEqual(spec.invocation.corpus ? corpus : null)
})

test('a planned target turns back into the engine’s', () => {
  expect(toTarget(plan.targets[1]!)).toEqual(low.target)
})
