import { z } from 'zod'
import { documentDigest } from './digest.ts'
import { zHostileText } from './finding.ts'
import { type Bytes32, zBytes32, zCount, zUint32 } from './primitives.ts'
import { zSliceLimits } from './sliceLimits.ts'

/** Platforms that can run slices, as `<process.platform>-<process.arch>`. */
export const platforms = ['linux-x64', 'linux-arm64'] as const
export type Platform = (typeof platforms)[number]

/** Most slices of one shard. */
export const SLICES_PER_SHARD_LIMIT = 1_024

/** One pinned program, by the digest of its binary on each platform that has one. */
export const zPinnedProgram = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  version: z.string().regex(/^[0-9A-Za-z.+-]{1,64}$/),
  binaries: z.partialRecord(z.enum(platforms), zBytes32),
})
export type PinnedProgram = z.output<typeof zPinnedProgram>

/** A content-addressed part of a project. They are unpacked in this order over one another. */
export const zLayer = z.strictObject({
  kind: z.enum(['dependencies', 'project', 'artifacts']),
  /** SHA-256 of the layer's compressed bytes. */
  digest: zBytes32,
  bytes: zCount,
  /** Bytes once unpacked: a worker refuses what is more. */
  unpackedBytes: zCount,
})
export type Layer = z.output<typeof zLayer>

/** Longest filter: one argument of a program is at most 128 KiB on Linux (MAX_ARG_STRLEN). */
const FILTER_LIMIT = 100_000
const zFilter = z
  .string()
  .max(FILTER_LIMIT)
  .refine((text) => text.isWellFormed(), 'holds a lone surrogate')

/** One exact invocation of forge: everything but the seed. */
export const zForgeInvocation = z.strictObject({
  engine: z.literal('forge'),
  /** Foundry profile. */
  profile: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** What forge is asked to select: a glob for the path, regular expressions of Rust's `regex` crate for the others. */
  matchPath: zFilter.nullable(),
  matchContract: zFilter.nullable(),
  matchTest: zFilter.nullable(),
  /** Targets that must be in the output, ordered by UTF-16 code units. Tests that ran beside them are left out of the result. */
  targets: z.array(zHostileText).min(1).max(20_000),
  /** Runs of each stateless test, where inline configuration does not say otherwise; 0 leaves stateless tests out. */
  fuzzRuns: zUint32,
  invariantRuns: zUint32,
  invariantDepth: zUint32,
  /** Coverage-guided invariants: the slice starts from the shard's corpus and its new corpus is digested. */
  corpus: z.boolean(),
  /** Result-affecting FOUNDRY_* settings of the user's environment, from the allowlist. */
  env: z.record(z.string().regex(/^FOUNDRY_[A-Z0-9_]{1,100}$/), z.string().max(4_096)),
})
export type ForgeInvocation = z.output<typeof zForgeInvocation>

/** Each engine adds its own kind here. */
export const zInvocation = z.discriminatedUnion('engine', [zForgeInvocation])
export type Invocation = z.output<typeof zInvocation>

/** Everything that decides a shard's result. Its digest is in the lease, the leaves and the root. */
export const zShardSpec = z.strictObject({
  v: z.literal(1),
  job: zBytes32,
  index: zUint32,
  engine: zPinnedProgram,
  /** The determinism shim's binary on each platform. */
  shim: zPinnedProgram,
  layers: z.array(zLayer).min(1).max(8),
  /** Input corpus, a blob; null when there is none. */
  corpus: z.strictObject({ digest: zBytes32, bytes: zCount }).nullable(),
  invocation: zInvocation,
  limits: zSliceLimits,
  /** One seed a slice; position is k. */
  seeds: z.array(zBytes32).min(1).max(SLICES_PER_SHARD_LIMIT),
})
export type ShardSpec = z.output<typeof zShardSpec>

/** The digest that binds a lease, its leaves and its root to one exact piece of work. */
export function shardSpecDigest(spec: ShardSpec): Bytes32 {
  return documentDigest('shard-spec', spec)
}
