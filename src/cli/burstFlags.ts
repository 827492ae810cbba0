import { type Command, Option } from 'commander'
import { zBurstOptions } from '../requester/options.ts'

/** Options that have a flag of their own kind, or none. */
const NOT_FLAGS = new Set(['pool'])
const SWITCHES = new Set(['corpus', 'keep-after-finding', 'allow-incomplete', 'allow-public-pool'])

/** Adds a flag for every option of a burst, with the words of the schema. */
export function addBurstFlags(command: Command): Command {
  for (const [name, schema] of Object.entries(zBurstOptions.shape)) {
    if (NOT_FLAGS.has(name)) continue
    const flag = SWITCHES.has(name) ? `--${name}` : `--${name} <value>`
    command.addOption(new Option(flag, schema.description ?? ''))
  }
  return command
    .addOption(new Option('--relay <url>', 'Relay of the pool').env('FUZZBURST_RELAY'))
    .addOption(new Option('--rpc-url <url>', 'JSON-RPC endpoint of the escrow’s chain').env('FUZZBURST_RPC_URL'))
    .addOption(new Option('--account <id>', 'Account of the escrow that pays').env('FUZZBURST_ACCOUNT'))
}

/** What the flags say, by the names of the options. */
export function flagOverrides(flags: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const overrides: Record<string, unknown> = {}
  for (const name of Object.keys(zBurstOptions.shape)) {
    const value = flags[camel(name)]
    if (!NOT_FLAGS.has(name) && value !== undefined) overrides[name] = value
  }
  const pool = { relay: flags.relay, 'rpc-url': flags.rpcUrl, account: flags.account }
  if (Object.values(pool).some((value) => value !== undefined)) overrides.pool = pool
  return overrides
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
