import { type Address, type Hex, hashTypedData, isAddressEqual, recoverAddress } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { type MessageName, type Messages, messageDomain, messageTypes, type Venue } from './messages.ts'
import type { Bytes32 } from './primitives.ts'

/** What is signed: the EIP-712 digest of a message at a venue. */
export function messageDigest<N extends MessageName>(venue: Venue, name: N, message: Messages[N]): Bytes32 {
  return hashTypedData({
    domain: messageDomain(venue),
    types: messageTypes,
    primaryType: name,
    message: message as unknown as Record<string, unknown>,
  } as Parameters<typeof hashTypedData>[0])
}

/** A 65-byte signature of a message at a venue. */
export async function signMessageStruct<N extends MessageName>(
  key: PrivateKeyAccount,
  venue: Venue,
  name: N,
  message: Messages[N],
): Promise<Hex> {
  return key.sign({ hash: messageDigest(venue, name, message) })
}

/** Who signed a message, or undefined when the signature is malformed. Never throws. */
export async function recoverSigner<N extends MessageName>(
  venue: Venue,
  name: N,
  message: Messages[N],
  signature: Hex,
): Promise<Address | undefined> {
  try {
    return await recoverAddress({ hash: messageDigest(venue, name, message), signature })
  } catch {
    return undefined
  }
}

/** True when exactly `signer` signed the message at this venue. Plain keys only; contract wallets sign on chain (EIP-1271). */
export async function isSignedBy<N extends MessageName>(
  signer: Address,
  venue: Venue,
  name: N,
  message: Messages[N],
  signature: Hex,
): Promise<boolean> {
  const recovered = await recoverSigner(venue, name, message, signature)
  return recovered !== undefined && isAddressEqual(recovered, signer)
}
