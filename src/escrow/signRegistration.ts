import type { Address, Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { RegistryVenue } from './registry.ts'

/** The operator's word that its stake returns to `payout`. It can be given once; whoever has it may send it. */
export function signRegistration(
  operator: PrivateKeyAccount,
  venue: RegistryVenue,
  message: { readonly payout: Address; readonly determinismClass: Bytes32 },
): Promise<Hex> {
  return operator.signTypedData({
    domain: {
      name: 'Fuzzburst Registry',
      version: '1',
      chainId: venue.chainId,
      verifyingContract: venue.registry,
    },
    types: {
      Registration: [
        { name: 'operator', type: 'address' },
        { name: 'payout', type: 'address' },
        { name: 'determinismClass', type: 'bytes32' },
      ],
    },
    primaryType: 'Registration',
    message: { operator: operator.address, ...message },
  })
}
