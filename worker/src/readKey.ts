import { hexToBytes } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { hmac } from '../../src/protocol/digest.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { BadWorkerKey } from './errors.ts'

/** The worker's identity. The key itself is not a property, so that nothing can log it by accident. */
export interface WorkerIdentity {
  readonly account: PrivateKeyAccount
  /** Makes salts; derived from the key, so that a worker without its data directory makes the same ones. */
  readonly secret: Uint8Array
  /** Lends the key to something that must sign by itself (the escrow client). */
  withKey<T>(use: (key: Bytes32) => T): T
}

/**
 * The worker's key, from text as it stands in a variable or a file (surrounding space is ignored).
 * @throws BadWorkerKey, which never holds the text.
 */
export function readKey(text: string | undefined): WorkerIdentity {
  const key = text?.trim() ?? ''
  if (key === '') throw new BadWorkerKey('none was given')
  if (!/^0x[0-9a-fA-F]{64}$/.test(key)) throw new BadWorkerKey('it is not 0x and 64 hex digits')
  try {
    return {
      account: privateKeyToAccount(key as Bytes32),
      secret: hmac(hexToBytes(key as Bytes32), 'worker-secret'),
      withKey: (use) => use(key as Bytes32),
    }
  } catch {
    // The library's error would show the number.
    throw new BadWorkerKey('its number is outside the range of private keys')
  }
}
