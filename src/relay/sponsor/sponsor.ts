import { hexToBytes, toHex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { hmac } from '../../protocol/digest.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'
import { NoSponsor } from './sponsorErrors.ts'
import type { SponsorSettings } from './sponsorSettings.ts'
import { tokenVerifier, type VerifyToken } from './verifyToken.ts'

/** Who pays for free bursts at this relay, and with which keys. */
export interface Sponsor {
  readonly settings: Omit<SponsorSettings, 'key' | 'githubToken'>
  /** A spender of the account: signs intents. */
  readonly spender: PrivateKeyAccount
  /** Co-signs leases and settlements, dates roots; spends nothing. */
  readonly assigner: PrivateKeyAccount
  readonly verifyToken: VerifyToken
  readonly githubToken: string | undefined
}

/** Opens a sponsor. The assigner's key follows from the spender's, so that there is one secret to keep. */
export function openSponsor({ key, githubToken, ...settings }: SponsorSettings): Sponsor {
  return {
    settings,
    spender: privateKeyToAccount(key),
    assigner: privateKeyToAccount(assignerKey(key)),
    verifyToken: tokenVerifier(settings),
    githubToken,
  }
}

/** A digest is no private key in one of 2^128 cases: then viem says so, at the start. */
function assignerKey(key: Bytes32): Bytes32 {
  return toHex(hmac(hexToBytes(key), 'sponsor-assigner'))
}

/** @throws NoSponsor */
export function requireSponsor(world: { readonly sponsor: Sponsor | null }): Sponsor {
  if (world.sponsor === null) throw new NoSponsor()
  return world.sponsor
}

/** The month of a time, as quotas count it: UTC. */
export function monthOf(nowSeconds: number): string {
  return new Date(nowSeconds * 1_000).toISOString().slice(0, 7)
}
