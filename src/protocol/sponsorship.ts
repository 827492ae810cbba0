import { type Address, encodeAbiParameters, keccak256, stringToHex } from 'viem'
import { z } from 'zod'
import { type Venue, zIntent } from './messages.ts'
import { type Bytes32, zAddress, zBytes32, zCount, zSignature, zTimestamp, zUnits } from './primitives.ts'

const AUDIENCE_TAG: Bytes32 = keccak256(stringToHex('fuzzburst.sponsor.audience.v1'))

/** Largest OIDC token that is looked at: GitHub's have about 2,000 characters. */
const TOKEN_LIMIT = 8_192

/**
 * The audience of the OIDC token that asks for one free burst: a token is worth nothing for another chain, escrow, job key
 * or plan.
 */
export function sponsorAudience(venue: Venue, jobKey: Address, jobHash: Bytes32, nonce: Bytes32): Bytes32 {
  return keccak256(
    encodeAbiParameters(
      [
        { type: 'bytes32' },
        { type: 'uint256' },
        { type: 'address' },
        { type: 'address' },
        { type: 'bytes32' },
        { type: 'bytes32' },
      ],
      [AUDIENCE_TAG, BigInt(venue.chainId), venue.escrow, jobKey, jobHash, nonce],
    ),
  )
}

/**
 * Most of a sponsor's money, in token units. `budget` is of one month, as are the two before it.
 * POST /v1/sponsor/caps (the account's owner) -> 204 : the caps that hold from now on.
 */
export const zSponsorCaps = z.strictObject({
  perBurstUnits: zUnits,
  perRepositoryUnits: zUnits,
  perOwnerUnits: zUnits,
  budgetUnits: zUnits,
})
export type SponsorCaps = z.output<typeof zSponsorCaps>

/** `2026-11`: months are those of UTC. */
export const zMonth = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-11')

/** GET /v1/sponsor. Unsigned: what a repository needs to ask for a free burst, and what is left. */
export const zSponsorInfo = z.object({
  /** The sponsor's account in the escrow. */
  account: zBytes32,
  /** Signs intents; belongs into none of them. */
  spender: zAddress,
  /** Belongs into every intent: co-signs leases and settlements. */
  assigner: zAddress,
  /** What the account is kept in. The symbol is a contract's own text. */
  token: z.object({ symbol: z.string().max(32), decimals: z.number().int().min(0).max(36) }),
  /** Whose tokens are taken. */
  issuer: z.string(),
  /** Most for one shard. */
  slotPriceUnits: zUnits,
  /** Most seconds from grant to settlement. */
  longestSeconds: zCount,
  caps: zSponsorCaps,
  month: zMonth,
  /** Given this month: spent, or still locked. */
  givenUnits: zUnits,
  events: z.array(z.string()),
  /** SPDX ids. */
  licences: z.array(z.string()),
})
export type SponsorInfo = z.output<typeof zSponsorInfo>

/** POST /v1/sponsor/grants, signed by the job key's session: one token for one intent. */
export const zSponsorshipRequest = z.strictObject({
  intent: zIntent,
  nonce: zBytes32,
  token: z
    .string()
    .max(TOKEN_LIMIT)
    .regex(/^[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/, 'expected a signed JWT in compact form'),
})

/** The sponsor's signature under the intent: with it, anyone may open the job, once. */
export const zSponsorshipResponse = z.object({
  signature: zSignature,
  /** What the repository and its owner may still lock this month. */
  leftUnits: zUnits,
})

/** What became of a free burst. `granted`: not opened yet. `expired`: never opened. */
export const zGrantState = z.enum(['granted', 'open', 'settled', 'voided', 'closed', 'expired'])
export type GrantState = z.output<typeof zGrantState>

/** One free burst, for everybody to see. Names are for people; ids are what counts. */
export const zLedgerEntry = z.object({
  job: zBytes32,
  repositoryId: zCount,
  ownerId: zCount,
  repository: z.string(),
  licence: z.string(),
  event: z.string(),
  workflow: z.string(),
  commit: z.string().nullable(),
  grantedAt: zTimestamp,
  lockUnits: zUnits,
  /** Null until it is known. */
  spentUnits: zUnits.nullable(),
  state: zGrantState,
  /** What the sponsor's auditor found; null before it looked. */
  audit: z.enum(['passed', 'refused']).nullable(),
  /** Leases that the audit disproved, or could not see agree. Their slots are what the account's owner may challenge. */
  disproved: z.array(zBytes32),
})
export type LedgerEntry = z.output<typeof zLedgerEntry>

/** GET /v1/sponsor/ledger?month=2026-11&before=JOB. Newest first. */
export const zLedger = z.object({
  month: zMonth,
  givenUnits: zUnits,
  grants: zCount,
  entries: z.array(zLedgerEntry),
  /** The `after` of the next page; null at the end. */
  next: zBytes32.nullable(),
})
export type Ledger = z.output<typeof zLedger>

/** POST /v1/sponsor/denials (the account's owner) -> 204 : who gets nothing. `why` is shown to whoever is denied; null takes it back. */
export const zSponsorDenial = z.strictObject({
  kind: z.enum(['repository', 'owner']),
  id: z.number().int().positive(),
  why: z.string().min(1).max(200).nullable(),
})
export type SponsorDenial = z.output<typeof zSponsorDenial>
