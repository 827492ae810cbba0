import { z } from 'zod'
import { type Bytes32, zBytes32 } from '../protocol/primitives.ts'

/** `90`, `90s`, `10m`, `1h30m` -> whole seconds. */
export function parseDuration(text: string): number | undefined {
  if (/^[0-9]{1,8}$/.test(text)) return Number(text)
  const match = /^(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,8})s)?$/.exec(text)
  if (!match || text === '') return undefined
  return Number(match[1] ?? 0) * 3_600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
}

const zDuration = z
  .union([z.number().int().positive(), z.string()])
  .transform((value, context) => {
    const seconds = typeof value === 'number' ? value : parseDuration(value)
    if (seconds === undefined || seconds <= 0) {
      context.addIssue({ code: 'custom', message: 'expected a duration such as 90s, 10m or 1h30m' })
      return z.NEVER
    }
    return seconds
  })
  .describe('A duration: seconds as a number, or text such as 90s, 10m, 1h30m')

/** An amount of money in whole tokens, as text so that no float ever touches it: `5`, `0.25`. */
const zAmount = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^[0-9]{1,15}(\.[0-9]{1,18})?$/.test(text), 'expected an amount of tokens such as 5 or 0.25')
  .describe('An amount in whole tokens, such as 5 or 0.25')

const zFlag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true')

/** `0x…,0x…` -> the classes. */
function readClasses(text: string, context: z.RefinementCtx): Bytes32[] {
  const parsed = z
    .array(zBytes32)
    .max(16)
    .safeParse(text.split(',').map((part) => part.trim()))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'expected classes (0x and 64 hex digits) separated by commas' })
  return z.NEVER
}

/** Where the pool is and who pays. All or none. */
const zPoolOptions = z.strictObject({
  relay: z.url({ protocol: /^https?$/ }).describe('Address of the relay'),
  'rpc-url': z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('JSON-RPC endpoint of the chain that holds the escrow'),
  account: zBytes32.optional().describe('Account of the escrow that pays'),
})

/**
 * Everything a user can set, in `fuzzburst.toml`, as an input of the Action (same names) or as a flag. All keys are
 * optional; without `pool` a burst runs on the machine it was started on.
 */
export const zBurstOptions = z.strictObject({
  profile: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .default('default')
    .describe('Foundry profile'),
  solc: z.string().max(4_096).optional().describe('Version or path of solc, instead of the one in foundry.toml'),
  budget: zDuration.default(600).describe('CPU time of the whole campaign, over all machines'),
  'slice-time': zDuration.default(7).describe('CPU time of one slice: the atom that is audited'),
  'shard-time': zDuration.default(60).describe('CPU time of one shard: what one worker leases'),
  'max-time': zDuration.optional().describe('Longest the burst may take by the clock'),
  'max-spend': zAmount.optional().describe('Most the burst may cost'),
  'max-spend-per-pr': zAmount
    .optional()
    .describe(
      'Most that all bursts for one pull request may cost together. Set it in the workflow, not in the repository',
    ),
  'max-spend-per-day': zAmount
    .optional()
    .describe('Most that bursts with this key may lock in one UTC day, as the escrow counts it'),
  'slot-price': zAmount.default('0.02').describe('Offered for one shard'),
  'max-relay-fee': zAmount.default('0.1').describe('Most that a relay may take for sending one transaction'),
  'finder-reward': zAmount.default('0').describe('Paid once for each finding, split among the slices that contain it'),
  'finder-reserve': zAmount.default('0').describe('Most that finder rewards may cost in one burst'),
  workers: z.coerce.number().int().min(1).max(4_096).default(8).describe('How many workers the plan may count on'),
  'audit-rate': z.coerce
    .number()
    .min(0.05)
    .max(1)
    .default(0.05)
    .describe('Share of slices that are re-run here; 0.05 is the floor'),
  'audit-backlog': zDuration
    .default(60)
    .describe('With so much of audits waiting here, further ones go to workers of other owners, for spare slots'),
  'determinism-classes': z
    .union([
      z.literal('any'),
      z.array(zBytes32).min(1).max(16),
      z.string().transform((text, context) => readClasses(text, context)),
    ])
    .optional()
    .describe(
      'Classes of workers that may take part, separated by commas, or `any`; this machine’s own when not given',
    ),
  'private-findings': zFlag.default(false).describe('Publish no results that hold a finding, so that only you see it'),
  'worker-patience': zDuration
    .default(60)
    .describe('Without news from any worker for so long, this machine takes over'),
  corpus: zFlag.default(false).describe('Coverage-guided invariants'),
  jobs: z.coerce.number().int().min(1).max(256).optional().describe('Slices that may run at once on this machine'),
  match: z.string().max(1_024).optional().describe('Only targets whose id contains this text'),
  'keep-after-finding': zFlag.default(false).describe('Go on with a target after its first replayed finding'),
  'allow-incomplete': zFlag
    .default(false)
    .describe('Do not fail a burst that found nothing but did not run everything'),
  'allow-public-pool': zFlag.default(false).describe('Let the code of a non-public repository go to a public pool'),
  pool: zPoolOptions.optional(),
})
export type BurstOptions = z.output<typeof zBurstOptions>
