import { type Address, isAddressEqual, parseSignature } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { z } from 'zod'
import { type ChainConnection, translateTransport } from './chainConnection.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'

/** How long a permit is good for, in seconds: it is used at once. */
const PERMIT_SECONDS = 3_600n

/** An EIP-2612 permit, as `depositWithPermit` takes it. */
export interface Permit {
  readonly deadline: bigint
  readonly v: number
  readonly r: `0x${string}`
  readonly s: `0x${string}`
}

/** What a token says of its EIP-712 domain (EIP-5267) is somebody else's text. */
const zText = z.string().min(1).max(256)

/**
 * A permit for `spender` to take `units`, or undefined when the token has none: no EIP-2612, or a domain that is not the
 * one it states. Then an approval does the same in a transaction of its own.
 */
export async function signPermit(
  connection: ChainConnection,
  owner: PrivateKeyAccount,
  request: { readonly token: Address; readonly spender: Address; readonly units: bigint },
): Promise<Permit | undefined> {
  const { token, spender, units } = request
  const contract = { address: token, abi: testTokenAbi } as const
  // A token without permits reverts or answers nonsense; a chain that does not answer is still an error.
  const optional = <T>(question: Promise<T>) =>
    question.catch((error: unknown) => {
      if (translateTransport(error, connection.endpoint) !== error) throw error
      return undefined
    })
  return connection.ask(async (client) => {
    const [domain, nonce, block] = await Promise.all([
      optional(client.readContract({ ...contract, functionName: 'eip712Domain' })),
      optional(client.readContract({ ...contract, functionName: 'nonces', args: [owner.address] })),
      client.getBlock(),
    ])
    if (domain === undefined || nonce === undefined) return undefined
    const [fields, name, version, chainId, verifyingContract] = domain
    const plain = fields === '0x0f' && zText.safeParse(name).success && zText.safeParse(version).success
    if (!plain || chainId !== BigInt(connection.venue.chainId) || !isAddressEqual(verifyingContract, token))
      return undefined
    const deadline = block.timestamp + PERMIT_SECONDS
    const signature = await owner.signTypedData({
      domain: { name, version, chainId: connection.venue.chainId, verifyingContract },
      types: {
        Permit: [
          { name: 'owner', type: 'address' },
          { name: 'spender', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'nonce', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      primaryType: 'Permit',
      message: { owner: owner.address, spender, value: units, nonce, deadline },
    })
    const { r, s, yParity } = parseSignature(signature)
    const permit = { deadline, v: 27 + yParity, r, s }
    // Whether the token takes it is for the token to say.
    const taken = await optional(
      client
        .simulateContract({
          ...contract,
          functionName: 'permit',
          args: [owner.address, spender, units, deadline, permit.v, r, s],
          account: owner.address,
        })
        .then(() => true),
    )
    return taken === true ? permit : undefined
  })
}
