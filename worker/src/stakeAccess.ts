import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { type Address, getAddress, isAddress, parseUnits } from 'viem'
import { readChainId } from '../../src/escrow/chainConnection.ts'
import { connectRegistryWriter } from '../../src/escrow/connectRegistry.ts'
import { registryDeployment } from '../../src/escrow/deployment.ts'
import { findChain } from '../../src/escrow/knownChains.ts'
import type { RegistryVenue, RegistryWriter } from '../../src/escrow/registry.ts'
import { type Bytes32, zBytes32 } from '../../src/protocol/primitives.ts'
import { BadStakeArgument, BadWorkerKey, StakeNotConfirmed } from './errors.ts'
import { readKey, type WorkerIdentity } from './readKey.ts'

/** What every `stake` command can be told. */
export interface RegistryFlags {
  readonly chain?: string
  readonly rpcUrl?: string
  readonly registry?: Address
  readonly keyFile?: string
  readonly payoutKeyFile?: string
  readonly json?: boolean
  readonly yes?: boolean
}

/** What the commands that move stake can be told. */
export interface StakeFlags extends RegistryFlags {
  readonly token: Address
}

/** Adds the flags that name chain, registry, token and keys. */
export function addStakeFlags(command: Command): Command {
  return addRegistryFlags(
    command.requiredOption(
      '--token <address>',
      'ERC-20 token of the stake: the one that the relay asks for',
      parseAddress,
    ),
  )
}

/** Adds the flags that name chain, registry and keys. */
export function addRegistryFlags(command: Command): Command {
  return command
    .option('--chain <name>', 'The chain, by viem’s name or its number: base, baseSepolia, anvil')
    .option('--rpc-url <url>', 'JSON-RPC endpoint; else FUZZBURST_WORKER_RPC_URL, else the chain’s public one')
    .option('--registry <address>', 'Registry contract; else the one at this version’s address', parseAddress)
    .option('--key-file <file>', 'File with the worker’s key [FUZZBURST_WORKER_KEY_FILE, or FUZZBURST_WORKER_KEY]')
    .option(
      '--payout-key-file <file>',
      'File with the key that owns the stake and pays gas, if not the worker’s own [FUZZBURST_WORKER_PAYOUT_KEY_FILE, or FUZZBURST_WORKER_PAYOUT_KEY]',
    )
    .option('--json', 'Print the result as JSON, and nothing else, on standard output')
}

/** Adds the switch that answers the question before money moves. */
export function addYesFlag(command: Command): Command {
  return command.option('-y, --yes', 'Do not ask before sending a transaction')
}

/** @throws InvalidArgumentError, which commander turns into a message */
export function parseAddress(text: string): Address {
  if (!isAddress(text, { strict: false })) throw new InvalidArgumentError('Expected an address: 0x and 40 hex digits.')
  return getAddress(text.toLowerCase())
}

/** A determinism class. @throws InvalidArgumentError */
export function parseClass(text: string): Bytes32 {
  const parsed = zBytes32.safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Expected 0x and 64 hex digits, as `self-test` prints them.')
  return parsed.data
}

/** An amount in whole tokens as units. @throws BadStakeArgument: no amount, or finer than the token's unit */
export function parseAmount(text: string, decimals: number): bigint {
  const parts = /^[0-9]{1,15}(?:\.([0-9]{1,36}))?$/.exec(text)
  if (parts === null) throw new BadStakeArgument(`${JSON.stringify(text)} is not an amount such as 5 or 0.25`)
  if ((parts[1] ?? '').replace(/0+$/, '').length > decimals)
    throw new BadStakeArgument(`the token has only ${decimals} digits after the point; ${text} has more`)
  return parseUnits(text, decimals)
}

/**
 * The worker's key, and the registry as one of its two keys sees it: the payout key unless the operator's own is asked for.
 * @throws BadWorkerKey, BadStakeArgument, and coded FB2 errors
 */
export async function openStake(
  flags: RegistryFlags,
  env: Readonly<Record<string, string | undefined>>,
  sender: 'payout' | 'operator' = 'payout',
): Promise<{ operator: WorkerIdentity; registry: RegistryWriter }> {
  const operator = await keyOf(flags.keyFile, env, 'FUZZBURST_WORKER_KEY')
  if (operator === undefined) throw new BadWorkerKey('none was given')
  const payout =
    sender === 'operator' ? undefined : await keyOf(flags.payoutKeyFile, env, 'FUZZBURST_WORKER_PAYOUT_KEY')
  const { rpcUrl, venue } = await venueOf(flags, env)
  return { operator, registry: (payout ?? operator).withKey((key) => connectRegistryWriter({ rpcUrl, venue, key })) }
}

async function keyOf(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  variable: string,
): Promise<WorkerIdentity | undefined> {
  const file = flag ?? env[`${variable}_FILE`]
  if (file === undefined) return env[variable] ? readKey(env[variable]) : undefined
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new BadWorkerKey(`the file ${file} cannot be read`, cause)
  })
  return readKey(text)
}

async function venueOf(
  flags: RegistryFlags,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ rpcUrl: string; venue: RegistryVenue }> {
  const chain = flags.chain === undefined ? undefined : await findChain(flags.chain)
  const rpcUrl = flags.rpcUrl ?? env.FUZZBURST_WORKER_RPC_URL ?? chain?.rpcUrl
  if (rpcUrl === undefined)
    throw new BadStakeArgument('no chain is named: give --chain, or its endpoint with --rpc-url')
  const chainId = chain?.id ?? (await readChainId({ rpcUrl }))
  return { rpcUrl, venue: { chainId, registry: flags.registry ?? registryDeployment().address } }
}

/** Asks before money moves; without a terminal only `--yes` will do. @throws StakeNotConfirmed */
export async function confirm(question: string, flags: RegistryFlags): Promise<void> {
  if (flags.yes) return
  if (!process.stdin.isTTY) throw new StakeNotConfirmed(question)
  const dialogue = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await dialogue.question(`${question} [y/N] `)
  dialogue.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new StakeNotConfirmed(question)
}
