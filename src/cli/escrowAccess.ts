import { createInterface } from 'node:readline/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { type Address, getAddress, isAddress, parseUnits } from 'viem'
import { z } from 'zod'
import { readChainId } from '../escrow/chainConnection.ts'
import { connectEscrow } from '../escrow/connectEscrow.ts'
import { connectEscrowWriter, type WriterSettings } from '../escrow/connectEscrowWriter.ts'
import { escrowDeployment } from '../escrow/deployment.ts'
import type { EscrowReader, EscrowWriter } from '../escrow/escrow.ts'
import { findChain } from '../escrow/knownChains.ts'
import type { Venue } from '../protocol/messages.ts'
import { type Bytes32, toWire, zBytes32 } from '../protocol/primitives.ts'
import { KeyMissing, NotConfirmed, WrongArgument } from './errors.ts'
import { recordedEscrow } from './recordedEscrow.ts'

/** Where the escrow is, as flags say it. */
export interface VenueFlags {
  readonly chain?: string
  readonly rpcUrl?: string
  readonly escrow?: Address
  readonly chainId?: number
  readonly confirmations: number
  readonly json?: boolean
  readonly yes?: boolean
}

/** Reads an address. @throws InvalidArgumentError, which commander turns into a message */
export function parseAddress(text: string): Address {
  if (!isAddress(text, { strict: false })) throw new InvalidArgumentError('Expected an address: 0x and 40 hex digits.')
  return getAddress(text.toLowerCase())
}

/** Reads 32 bytes. @throws InvalidArgumentError */
export function parseBytes32(text: string): Bytes32 {
  const parsed = zBytes32.safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Expected 0x and 64 hex digits.')
  return parsed.data
}

/** Reads a whole number from 1 on. @throws InvalidArgumentError */
export function parseCount(text: string): number {
  const parsed = z.coerce.number().int().positive().safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Expected a whole number from 1 on.')
  return parsed.data
}

/** An amount in whole tokens as units. @throws WrongArgument: no amount, or finer than the token's unit */
export function parseAmount(text: string, decimals: number): bigint {
  const parts = /^[0-9]{1,15}(?:\.([0-9]{1,36}))?$/.exec(text)
  if (parts === null) throw new WrongArgument(`${JSON.stringify(text)} is not an amount such as 5 or 0.25.`)
  // Rounding somebody's money is not ours to do.
  if ((parts[1] ?? '').replace(/0+$/, '').length > decimals)
    throw new WrongArgument(`The token has only ${decimals} digits after the point; ${text} has more.`)
  return parseUnits(text, decimals)
}

/** Adds the flags that name chain and escrow. */
export function addVenueFlags(command: Command): Command {
  return command
    .option('--chain <name>', 'The chain, by viem’s name or its number: base, baseSepolia, anvil')
    .option('--rpc-url <url>', 'JSON-RPC endpoint; else FUZZBURST_RPC_URL, else the chain’s public one')
    .option('--escrow <address>', 'Escrow contract; else the one at this version’s address', parseAddress)
    .option('--chain-id <id>', 'Number of the chain; else that of --chain, else whatever the endpoint says', parseCount)
    .option('--confirmations <n>', 'Blocks that must confirm a transaction', parseCount, 1)
    .option('--json', 'Print the result as JSON, and nothing else, on standard output')
}

/** Adds the switch that answers the question before money moves. */
export function addYesFlag(command: Command): Command {
  return command.option('-y, --yes', 'Do not ask before sending a transaction')
}

async function venueOf(flags: VenueFlags): Promise<{ rpcUrl: string; venue: Venue; confirmations: number }> {
  const chain = flags.chain === undefined ? undefined : await findChain(flags.chain)
  const rpcUrl = flags.rpcUrl ?? process.env.FUZZBURST_RPC_URL ?? chain?.rpcUrl
  if (rpcUrl === undefined) throw new WrongArgument('No chain is named: give --chain, or its endpoint with --rpc-url.')
  const chainId = flags.chainId ?? chain?.id ?? (await readChainId({ rpcUrl }))
  const escrow = flags.escrow ?? (chain === undefined ? escrowDeployment().address : await recordedEscrow(chain.name))
  return { rpcUrl, venue: { chainId, escrow }, confirmations: flags.confirmations }
}

/** An escrow to look at. @throws RpcUnreachable, UnknownChain */
export async function readerFrom(flags: VenueFlags): Promise<EscrowReader> {
  return connectEscrow(await venueOf(flags))
}

/** An escrow to act on with the owner's key from FUZZBURST_OWNER_KEY. @throws KeyMissing, RpcUnreachable, UnknownChain */
export async function writerFrom(flags: VenueFlags): Promise<EscrowWriter> {
  return withKey(flags, ['FUZZBURST_OWNER_KEY'])
}

/** For what anybody may do: any key with gas will do. @throws KeyMissing, RpcUnreachable, UnknownChain */
export async function anyWriterFrom(flags: VenueFlags): Promise<EscrowWriter> {
  return withKey(flags, ['FUZZBURST_GAS_KEY', 'FUZZBURST_OWNER_KEY'])
}

async function withKey(flags: VenueFlags, variables: readonly string[]): Promise<EscrowWriter> {
  return connectEscrowWriter(await settingsFrom(flags, variables))
}

/** Where the chain is, and the first key that these variables hold. @throws KeyMissing, RpcUnreachable, UnknownChain */
export async function settingsFrom(flags: VenueFlags, variables: readonly string[]): Promise<WriterSettings> {
  const text = variables.map((name) => process.env[name]).find((value) => value !== undefined && value !== '')
  const key = zBytes32.safeParse(text)
  if (!key.success) throw new KeyMissing(variables.join(' or '))
  return { ...(await venueOf(flags)), key: key.data }
}

/** Asks before money moves; without a terminal only `--yes` will do. @throws NotConfirmed */
export async function confirm(question: string, flags: VenueFlags): Promise<void> {
  if (flags.yes) return
  if (!process.stdin.isTTY) throw new NotConfirmed(question)
  const dialogue = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await dialogue.question(`${question} [y/N] `)
  dialogue.close()
  if (!/^y(es)?$/i.test(answer.trim())) throw new NotConfirmed(question)
}

/** One result: as JSON with `--json`, else in words. */
export function print(flags: Pick<VenueFlags, 'json'>, facts: unknown, text: string): void {
  process.stdout.write(flags.json ? `${toWire(facts)}\n` : `${text}\n`)
}

/** What became of a transaction, for `print`. */
export function resultOf(mined: { readonly transaction: string } | 'already-done', done: string) {
  return mined === 'already-done'
    ? { facts: { transaction: null, alreadyDone: true }, text: 'This was done before.' }
    : { facts: { transaction: mined.transaction, alreadyDone: false }, text: `${done} in ${mined.transaction}` }
}
