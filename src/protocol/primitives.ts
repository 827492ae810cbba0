import type { Address, Hex } from 'viem'
import { getAddress } from 'viem'
import { z } from 'zod'

/** 32 bytes as 0x and 64 lower-case hex digits. Digests, seeds, ids. */
export type Bytes32 = Hex
/** Names a job: the EIP-712 struct hash of its intent, so that nobody can take the name with another intent. */
export type JobId = Bytes32 & { readonly __brand?: 'JobId' }
/** Names a lease: the EIP-712 struct hash of the lease. */
export type LeaseId = Bytes32 & { readonly __brand?: 'LeaseId' }

export const zeroBytes32: Bytes32 = `0x${'0'.repeat(64)}`
export const zeroAddress: Address = `0x${'0'.repeat(40)}`

/** 32 bytes, folded to lower case so that equal digests are equal strings. */
export const zBytes32 = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, 'expected 0x and 64 hex digits')
  .overwrite((text) => text.toLowerCase())
  .transform((text) => text as Bytes32)

/** Any number of bytes as 0x-hex, at most 1 MiB. */
export const zBytes = z
  .string()
  .max(2 * 1024 * 1024 + 2)
  .regex(/^0x([0-9a-fA-F]{2})*$/, 'expected 0x and pairs of hex digits')
  .overwrite((text) => text.toLowerCase())
  .transform((text) => text as Hex)

/** An address, returned in its checksummed form; a wrong checksum is accepted because keys come from many tools. */
export const zAddress = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'expected 0x and 40 hex digits')
  .transform((text): Address => getAddress(text.toLowerCase()))

/** A 65-byte secp256k1 signature (r, s, v). */
export const zSignature = z
  .string()
  .regex(/^0x[0-9a-fA-F]{130}$/, 'expected a 65-byte signature')
  .overwrite((text) => text.toLowerCase())
  .transform((text) => text as Hex)

/** Token units on the wire: a decimal string, a `bigint` inside; fits a uint128. */
export const zUnits = z
  .union([z.string().regex(/^(0|[1-9][0-9]{0,38})$/, 'expected a decimal number of token units'), z.bigint()])
  .transform((value) => BigInt(value))
  .refine((value) => value >= 0n && value < 1n << 128n, 'does not fit 128 bits')

/** Whole seconds since the Unix epoch. */
export const zTimestamp = z.number().int().min(0).max(0xffff_ffff_ffff)
export const zUint32 = z.number().int().min(0).max(0xffff_ffff)
export const zCount = z.number().int().min(0)

/** JSON text of a value that may hold `bigint`s: they become decimal strings, as {@link zUnits} reads them. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item))
}
