import { sliceSeed } from '../protocol/jobSecrets.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import type { Plan, PlannedShard } from './plan.ts'

/** What turns a plan into work: the job's name, its seed, and the corpus that the slices start from. */
export interface SpecTerms {
  readonly job: Bytes32
  readonly jobSeed: Bytes32
  readonly corpus?: { readonly digest: Bytes32; readonly bytes: number } | null
}

/** The specs of the workers' shards, in order of index: everything that decides their results. Pure. */
export function shardSpecs(plan: Plan, terms: SpecTerms): ShardSpec[] {
  return plan.shards.map((shard) => shardSpec(plan, shard, terms))
}

/** The specs of the shards that only the runner runs. Their indexes go on after the workers'. Pure. */
export function runnerShardSpecs(plan: Plan, terms: SpecTerms): ShardSpec[] {
  return plan.runnerShards.map((shard) => shardSpec(plan, shard, terms))
}

function shardSpec(plan: Plan, shard: PlannedShard, terms: SpecTerms): ShardSpec {
  const { invocation } = plan.invocations[shard.invocation]!
  return {
    v: 1,
    job: terms.job,
    index: shard.index,
    engine: plan.engine,
    shim: plan.shim,
    layers: plan.layers,
    corpus: invocation.corpus ? (terms.corpus ?? null) : null,
    invocation,
    limits: plan.limits,
    seeds: Array.from({ length: shard.slices }, (_, k) => sliceSeed(terms.jobSeed, shard.index, k)),
  }
}
