import { createInterface } from 'node:readline/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { type Address, getAddress, isAddress, parseUnits } from 'viem'
import { z } from 'zod'
import { connectEscrow } from '../escrow/connectEscrow.ts'
import { connectEscrowWriter } from '../escrow/connectEscrowWriter.ts'
import type { EscrowReader, EscrowWriter } from '../escrow/escrow.ts'
import type { Venue } from '../protocol/messages.ts'
import { type Bytes32, zBytes32 } from '../protocol/primitives.ts'
import { KeyMissing, NotConfirmed } from './errors.ts'

/** Where the escrow is, as flags say it. */
export interface VenueFlags {
  readonly rpcUrl: string
  readonly escrow: Address
  readonly chainId: number
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

/** Reads a chain id. @throws InvalidArgumentError */
export function parseChainId(text: string): number {
  const parsed = z.coerce.number().int().positive().safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Expected a chain id such as 8453.')
  return parsed.data
}

/** Adds the flags that name chain and escrow. */
export function addVenueFlags(command: Command): Command {
  return command
    .requiredOption('--rpc-url <url>', 'JSON-RPC endpoint of the chain', process.env.FUZZBURST_RPC_URL)
    .requiredOption('--escrow <address>', 'Address of the escrow contract', parseAddress)
    .requiredOption('--chain-id <id>', 'Chain that the escrow is on', parseChainId)
    .option('--json', 'Print the result as JSON, and nothing else, on standard output')
}

/** Adds the switch that answers the question before money moves. */
export function addYesFlag(command: Command): Command {
  return command.option('-y, --yes', 'Do not ask before sending a transaction')
}

function venueOf(flags: VenueFlags): Venue {
  return { chainId: flags.chainId, escrow: flags.escrow }
}

/** An escrow to look at. */
export function readerFrom(flags: VenueFlags): EscrowReader {
  return connectEscrow({ rpcUrl: flags.rpcUrl, venue: venueOf(flags) })
}

/** An escrow to act on with the owner's key from FUZZBURST_OWNER_KEY. @throws KeyMissing */
export function writerFrom(flags: VenueFlags): EscrowWriter {
  const key = zBytes32.safeParse(process.env.FUZZBURST_OWNER_KEY)
  if (!key.success) throw new KeyMissing('FUZZBURST_OWNER_KEY')
  return connectEscrowWriter({ rpcUrl: flags.rpcUrl, venue: venueOf(flags), key: key.data })
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

/** An amount in whole tokens as units. @throws InvalidArgumentError */
export function parseAmount(text: string, decimals: number): bigint {
  if (!/^[0-9]{1,15}(\.[0-9]{1,36})?$/.test(text))
    throw new InvalidArgumentError('Expected an amount such as 5 or 0.25.')
  return parseUnits(text, decimals)
}
