import { type Address, concatHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Venue } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import {
  type ChainConnection,
  type ChainSettings,
  chainClient,
  endpointName,
  readChainId,
  translateTransport,
} from './chainConnection.ts'
import { checkRuntime } from './checkRuntime.ts'
import {
  type Deployment,
  equivocationDeployment,
  escrowDeployment,
  registryDeployment,
  testTokenDeployment,
} from './deployment.ts'
import { DEPLOYER, SALT } from './deterministicAddress.ts'
import { CannotDeploy, DeploymentDiffers } from './errors.ts'
import type { EscrowWindows, Mined } from './escrow.ts'
import { createSender } from './sendTransaction.ts'

export interface DeploySettings extends Omit<ChainSettings, 'venue'> {
  /** Private key that pays for the deployment; it gets no rights by it. */
  readonly key: Bytes32
}

/**
 * The escrow of a chain, deployed if it is not there, verified in either case. The address follows from code and windows alone, so a
 * second call, or another deployer, finds the first one's contract.
 * @throws RpcUnreachable, CannotDeploy, DeploymentDiffers
 */
export async function deployEscrow(settings: DeploySettings & { readonly windows?: EscrowWindows }): Promise<Venue> {
  const deployment = escrowDeployment(settings.windows)
  const { chainId } = await deployContract(settings, deployment)
  return { chainId, escrow: deployment.address }
}

/** The stake registry beside an escrow and what slashes in it, deployed if they are not there. */
export async function deployRegistry(
  settings: DeploySettings,
  escrow: Address,
): Promise<{ readonly registry: Address; readonly equivocation: Address }> {
  const equivocation = equivocationDeployment(escrow)
  const registry = registryDeployment(equivocation.address)
  await deployContract(settings, equivocation)
  await deployContract(settings, registry)
  return { registry: registry.address, equivocation: equivocation.address }
}

/** The development dollar that anyone may mint (tUSDC, 6 decimals), deployed if it is not there. */
export async function deployTestToken(settings: DeploySettings): Promise<Address> {
  const deployment = testTokenDeployment()
  await deployContract(settings, deployment)
  return deployment.address
}

/** Deploys what is not there, and verifies what is. @throws RpcUnreachable, CannotDeploy, DeploymentDiffers */
export async function deployContract(
  settings: DeploySettings,
  deployment: Deployment,
): Promise<{ readonly chainId: number; readonly mined: Mined | 'already-done' }> {
  const connection = await connectForDeployment(settings, deployment)
  const { chainId } = connection.venue
  if (await inspect(connection, deployment)) return { chainId, mined: 'already-done' }
  if (!(await connection.ask((client) => client.getCode({ address: DEPLOYER }))))
    throw new CannotDeploy(`Chain ${chainId} has no deterministic deployment proxy at ${DEPLOYER}.`)
  const sender = createSender(connection, { ...settings, venue: connection.venue }, privateKeyToAccount(settings.key))
  const data = concatHex([SALT, deployment.creationCode])
  const mined = await sender.send({ to: DEPLOYER, data }).catch(async (error: unknown) => {
    // Somebody else may have been first, in the same block even: then the proxy refuses, and all is well.
    if (await inspect(connection, deployment)) return 'already-done' as const
    throw translateTransport(error, connection.endpoint)
  })
  if (!(await inspect(connection, deployment)))
    throw new CannotDeploy(`Nothing is at ${deployment.address} of chain ${chainId} after the deployment was mined.`)
  return { chainId, mined }
}

/** What stands at a deployment's address, and what putting it there would take. Sends nothing. */
export interface DeploymentStatus {
  readonly chainId: number
  readonly isThere: boolean
  /** Gas of the deployment; null when it is there. */
  readonly gas: bigint | null
  /** Fee at the moment's gas price, in wei; null when it is there. */
  readonly feeWei: bigint | null
}

/** Verifies a deployment, or says what it would cost. @throws RpcUnreachable, CannotDeploy, DeploymentDiffers */
export async function inspectDeployment(
  settings: Omit<ChainSettings, 'venue'>,
  deployment: Deployment,
): Promise<DeploymentStatus> {
  const connection = await connectForDeployment(settings, deployment)
  const { chainId } = connection.venue
  if (await inspect(connection, deployment)) return { chainId, isThere: true, gas: null, feeWei: null }
  return connection.ask(async (client) => {
    if (!(await client.getCode({ address: DEPLOYER })))
      throw new CannotDeploy(`Chain ${chainId} has no deterministic deployment proxy at ${DEPLOYER}.`)
    const data = concatHex([SALT, deployment.creationCode])
    const [gas, { maxFeePerGas }] = await Promise.all([
      client.estimateGas({ to: DEPLOYER, data }),
      client.estimateFeesPerGas(),
    ])
    return { chainId, isThere: false, gas, feeWei: gas * maxFeePerGas }
  })
}

async function connectForDeployment(
  settings: Omit<ChainSettings, 'venue'>,
  deployment: Deployment,
): Promise<ChainConnection> {
  const chainId = await readChainId(settings)
  const endpoint = endpointName(settings.rpcUrl)
  const client = chainClient(settings, chainId)
  return {
    venue: { chainId, escrow: deployment.address },
    endpoint,
    client,
    ask: (call) =>
      call(client).catch((error: unknown) => {
        throw translateTransport(error, endpoint)
      }),
  }
}

/** @returns whether the contract is there. @throws DeploymentDiffers when something else is */
async function inspect(connection: ChainConnection, deployment: Deployment): Promise<boolean> {
  const { address, runtime } = deployment
  const code = await connection.ask((client) => client.getCode({ address }))
  if (code === undefined || code === '0x') return false
  const why = checkRuntime(code, runtime, deployment.immutables(connection.venue.chainId))
  if (why !== undefined) throw new DeploymentDiffers(address, why)
  return true
}
