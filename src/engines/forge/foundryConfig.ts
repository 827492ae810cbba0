import { z } from 'zod'
import { BadFoundryConfig } from './errors.ts'

const zCampaign = z.looseObject({
  runs: z.number(),
  depth: z.number().optional(),
  seed: z.unknown().optional(),
  timeout: z.unknown().optional(),
  corpus_dir: z.unknown().optional(),
})

/** What forge makes of foundry.toml, environment and defaults for one profile: `forge config --json`. */
export const zFoundryConfig = z.looseObject({
  src: z.string(),
  test: z.string(),
  script: z.string(),
  out: z.string(),
  libs: z.array(z.string()),
  solc: z.string().nullable(),
  offline: z.boolean(),
  ffi: z.boolean(),
  eth_rpc_url: z.string().nullable(),
  fs_permissions: z.array(z.looseObject({ access: z.unknown().optional(), path: z.string() })),
  fuzz: zCampaign,
  invariant: zCampaign,
})
export type FoundryConfig = z.output<typeof zFoundryConfig>

/**
 * Reads `forge config --json`. Integers beyond 2^53 (gas limits) become `bigint`.
 * @throws BadFoundryConfig when it is something else.
 */
export function readFoundryConfig(text: string): FoundryConfig {
  try {
    return zFoundryConfig.parse(JSON.parse(text, keepLargeIntegers as (key: string, value: unknown) => unknown))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError) throw new BadFoundryConfig(cause.message)
    throw cause
  }
}

/** A reviver with the third argument that Node 24 gives: the number as it was written. */
function keepLargeIntegers(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  const lost = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context.source ?? '')
  return lost ? BigInt(context.source ?? '') : value
}
