import { type Address, encodeFunctionData } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { chainClient, connectChain, endpointName, translateTransport } from './chainConnection.ts'
import type { DeploySettings } from './deployEscrow.ts'
import type { Mined } from './escrow.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'
import { createSender } from './sendTransaction.ts'

/** Makes units of the development dollar for somebody. Anyone may: it is worth nothing. */
export async function mintTestToken(
  settings: DeploySettings,
  request: { readonly token: Address; readonly to: Address; readonly units: bigint },
): Promise<Mined> {
  const chainId = await chainClient(settings, 0)
    .getChainId()
    .catch((error: unknown) => {
      throw translateTransport(error, endpointName(settings.rpcUrl))
    })
  const chain = { ...settings, venue: { chainId, escrow: request.token } }
  const sender = createSender(connectChain(chain), chain, privateKeyToAccount(settings.key))
  const data = encodeFunctionData({ abi: testTokenAbi, functionName: 'mint', args: [request.to, request.units] })
  return sender.send({ to: request.token, data })
}
