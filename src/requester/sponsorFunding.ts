import type { Address, Hex } from 'viem'
import { parseUnits } from 'viem'
import type { PoolConnection } from '../pool/pool.ts'
import type { Intent } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { SponsorInfo } from '../protocol/sponsorship.ts'
import { sponsorAudience } from '../protocol/sponsorship.ts'
import { RelayFeeTooHigh } from './errors.ts'
import type { BurstOptions } from './options.ts'
import type { Offer } from './prepareBurst.ts'

/** Whoever asks for a free burst: a workflow that GitHub gives tokens to. */
export interface SponsorRequest {
  /** A signed OIDC token for one audience. @throws coded errors when there is none to be had */
  readonly idToken: (audience: Bytes32) => Promise<string>
}

/** A sponsor that pays for this burst. */
export interface SponsorFunding {
  readonly terms: SponsorInfo
  readonly idToken: SponsorRequest['idToken']
}

/** A sponsor's signature under an intent. */
export interface SponsorGrant {
  readonly signature: Hex
  /** What the repository may still lock this month, in token units. */
  readonly leftUnits: bigint
}

/** What a burst at a sponsor's expense offers to workers: the user's terms, within the sponsor's. @throws RelayFeeTooHigh */
export function sponsoredOffer(terms: SponsorInfo, feeUnits: bigint, options: BurstOptions): Offer {
  const { token, caps } = terms
  const units = (amount: string): bigint => parseUnits(amount, token.decimals)
  const lesser = (one: bigint, other: bigint): bigint => (one < other ? one : other)
  if (feeUnits > units(options['max-relay-fee']))
    throw new RelayFeeTooHigh(feeUnits, units(options['max-relay-fee']), token)
  const asked = options['max-spend']
  return {
    slotPriceUnits: lesser(units(options['slot-price']), terms.slotPriceUnits),
    // A repository could write findings for its own workers to find.
    finderReserveUnits: 0n,
    maxSpendUnits: asked === undefined ? caps.perBurstUnits : lesser(units(asked), caps.perBurstUnits),
    relayerFeeCapUnits: 2n * feeUnits,
  }
}

/**
 * Asks for a token that is good for this intent's job alone, and with it for the sponsor's signature.
 * @throws the errors of `idToken`, and the sponsor's refusals
 */
export async function askSponsor(
  sponsor: SponsorFunding,
  connection: PoolConnection,
  asked: { readonly intent: Intent; readonly nonce: Bytes32 },
): Promise<SponsorGrant> {
  const { intent, nonce } = asked
  const jobKey: Address = intent.jobKey
  const token = await sponsor.idToken(sponsorAudience(connection.info.venue, jobKey, intent.jobHash, nonce))
  return connection.requester.askSponsor({ intent, nonce, token })
}
