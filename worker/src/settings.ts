import { availableParallelism, hostname, totalmem } from 'node:os'
import { z } from 'zod'
import { zAddress, zUnits } from '../../src/protocol/primitives.ts'
import { BadWorkerSetting } from './errors.ts'

/** Text from flags and the environment, numbers from a settings file: both are taken. */
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

const zRelayUrl = z.url({ protocol: /^https?$/ }).overwrite((url) => url.replace(/\/+$/, ''))

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((part) => part.trim())
            .filter((part) => part !== '')
        : value,
    z.array(item),
  )

/** Where the status page listens. */
const zHostPort = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):[0-9]{1,5}$/, 'expected host:port')
  .transform((text) => {
    const colon = text.lastIndexOf(':')
    return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) }
  })
  .refine(({ port }) => port <= 65_535, 'the port is over 65535')

/** Where status and metrics are served when nothing else is said. */
const STATUS_ADDRESS = '127.0.0.1:9464'

/** A status address from a flag or a variable. @throws BadWorkerSetting */
export function parseStatusAddress(text: string | undefined): { host: string; port: number } {
  const parsed = zHostPort.safeParse(text ?? STATUS_ADDRESS)
  if (!parsed.success) throw new BadWorkerSetting([`status-address: ${parsed.error.issues[0]?.message}`])
  return parsed.data
}

const GIB = 2 ** 30

/** Every setting of a worker but its key. Names are those of the flags and of the settings file, in camel case. */
export const zWorkerSettings = z.strictObject({
  /** Relays that are asked for work, in turn. */
  relays: list(zRelayUrl).pipe(z.array(z.string()).min(1).max(16)),
  dataDir: z.string().min(1).default('fuzzburst-worker'),
  /** Shards at a time; one a core by default. */
  slots: whole(1, 1_024).default(() => availableParallelism()),
  /** Forces a sandbox tier; the strongest that works by default. */
  tier: z.enum(['bubblewrap', 'landlock']).optional(),
  cacheBytes: whole(2 ** 20, Number.MAX_SAFE_INTEGER).default(10 * GIB),
  statusAddress: zHostPort.prefault(STATUS_ADDRESS),
  /** With an RPC, each job's lock is checked on chain before work, and payouts are claimed. */
  rpcUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Escrow and chain that this worker works for; others are refused. */
  escrow: zAddress.optional(),
  chainId: whole(1, Number.MAX_SAFE_INTEGER).optional(),
  /** Requesters of private pools (chain 0, no money) that this worker works for, or `any`. */
  trustRequesters: z.union([z.literal('any'), list(zAddress)]).default([]),
  /** Least price of a whole shard, in token units. */
  minPriceUnits: zUnits.prefault('0'),
  /** Least amount due for which a transaction is sent (`recordRoot`, contest, default claim), in token units: a cent of a 6-decimal dollar. */
  remedyFloorUnits: zUnits.prefault('10000'),
  /** How long a running shard may go on after the signal to stop, in seconds. */
  graceSeconds: whole(0, 3_600).default(20),
  name: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .default(
      () =>
        hostname()
          .replace(/[^A-Za-z0-9._-]/g, '-')
          .slice(0, 64) || 'worker',
    ),
  /** Ceilings for what one slice may ask of this machine. */
  maxSliceCpuSeconds: whole(1, 3_600).default(600),
  maxSliceMemoryBytes: whole(64 * 2 ** 20, Number.MAX_SAFE_INTEGER).default(() => Math.max(4 * GIB, totalmem())),
  maxSliceFileBytes: whole(2 ** 20, Number.MAX_SAFE_INTEGER).default(4 * GIB),
  maxSliceOutputBytes: whole(2 ** 20, Number.MAX_SAFE_INTEGER).default(GIB),
  maxBundleBytes: whole(2 ** 20, Number.MAX_SAFE_INTEGER).default(2 * GIB),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type WorkerSettings = z.output<typeof zWorkerSettings>
export type SettingName = keyof WorkerSettings

/** The names of all settings, as in {@link zWorkerSettings}. */
export const settingNames = Object.keys(zWorkerSettings.shape) as SettingName[]
