import { type Address, concatHex, encodeDeployData, getContractAddress, type Hex, keccak256, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Venue } from '../protocol/messages.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import {
  type ChainConnection,
  type ChainSettings,
  chainClient,
  endpointName,
  translateTransport,
} from './chainConnection.ts'
import { CannotDeploy } from './errors.ts'
import type { EscrowWindows } from './escrow.ts'
import { escrowAbi, escrowBytecode } from './generated/escrowAbi.ts'
import { testTokenAbi, testTokenBytecode } from './generated/testTokenAbi.ts'
import { createSender } from './sendTransaction.ts'

/** The deterministic deployment proxy that most chains, and anvil, have. github.com/Arachnid/deterministic-deployment-proxy */
const DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
const SALT: Bytes32 = keccak256(stringToHex('fuzzburst.v1'))

/** The windows that the design asks for: 24 hours, 6 hours, 7 days, 7 days. */
export const productionWindows: EscrowWindows = {
  claimDelay: 86_400,
  defaultGrace: 21_600,
  withdrawalDelay: 604_800,
  freeze: 604_800,
}

export interface DeploySettings extends Omit<ChainSettings, 'venue'> {
  /** Private key that pays for the deployment; it gets no rights by it. */
  readonly key: Bytes32
}

/** Where the escrow of this version is, or would be, on every chain. */
export function escrowAddress(windows: EscrowWindows = productionWindows): Address {
  return deterministicAddress(escrowCode(windows))
}

function escrowCode(windows: EscrowWindows): Hex {
  return encodeDeployData({ abi: escrowAbi, bytecode: escrowBytecode, args: [windows] })
}

function deterministicAddress(code: Hex): Address {
  return getContractAddress({ opcode: 'CREATE2', from: DEPLOYER, salt: SALT, bytecode: code })
}

/**
 * The escrow of a chain, deployed if it is not there. The address follows from code and windows alone, so a second call,
 * or another deployer, finds the first one's contract.
 * @throws RpcUnreachable, CannotDeploy
 */
export async function deployEscrow(settings: DeploySettings & { readonly windows?: EscrowWindows }): Promise<Venue> {
  return deploy(settings, escrowCode(settings.windows ?? productionWindows))
}

/** The development dollar that anyone may mint (tUSDC, 6 decimals), deployed if it is not there. */
export async function deployTestToken(settings: DeploySettings): Promise<Address> {
  return (await deploy(settings, encodeDeployData({ abi: testTokenAbi, bytecode: testTokenBytecode }))).escrow
}

async function deploy(settings: DeploySettings, code: Hex): Promise<Venue> {
  const endpoint = endpointName(settings.rpcUrl)
  const asked = async <T>(question: Promise<T>) =>
    question.catch((error: unknown) => {
      throw translateTransport(error, endpoint)
    })
  const chainId = await asked(chainClient(settings, 0).getChainId())
  const client = chainClient(settings, chainId)
  const address = deterministicAddress(code)
  const venue = { chainId, escrow: address }
  if (await asked(client.getCode({ address }))) return venue
  if (!(await asked(client.getCode({ address: DEPLOYER }))))
    throw new CannotDeploy(`Chain ${chainId} has no deterministic deployment proxy at ${DEPLOYER}.`)
  const connection: ChainConnection = { venue, endpoint, client, ask: (call) => asked(call(client)) }
  const sender = createSender(connection, { ...settings, venue }, privateKeyToAccount(settings.key))
  await sender.send({ to: DEPLOYER, data: concatHex([SALT, code]) })
  if (!(await asked(client.getCode({ address }))))
    throw new CannotDeploy(`Nothing is at ${address} of chain ${chainId} after the deployment was mined.`)
  return venue
}
