import { type Address, encodeDeployData, getContractAddress, type Hex, keccak256, stringToHex, toHex } from 'viem'
import type { Bytes32 } from '../protocol/primitives.ts'
import { eip712Immutables, type RuntimeCode } from './checkRuntime.ts'
import type { EscrowWindows } from './escrow.ts'
import { escrowAbi, escrowBytecode } from './generated/escrowAbi.ts'
import { escrowRuntime } from './generated/escrowRuntime.ts'
import { testTokenAbi, testTokenBytecode } from './generated/testTokenAbi.ts'
import { testTokenRuntime } from './generated/testTokenRuntime.ts'

/** The deterministic deployment proxy that most chains, and anvil, have. github.com/Arachnid/deterministic-deployment-proxy */
export const DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
export const SALT: Bytes32 = keccak256(stringToHex('fuzzburst.v1'))

/** The windows that the design asks for: 24 hours, 6 hours, 7 days, 7 days. */
export const productionWindows: EscrowWindows = {
  claimDelay: 86_400,
  defaultGrace: 21_600,
  withdrawalDelay: 604_800,
  freeze: 604_800,
}

/** One contract at the address that follows from its creation code. */
export interface Deployment {
  readonly name: 'escrow' | 'testToken'
  readonly address: Address
  /** With constructor arguments. */
  readonly creationCode: Hex
  readonly runtime: RuntimeCode
  /** The values that its immutables have on a chain. */
  immutables(chainId: number): Hex[]
}

/** The escrow with these windows. They are part of its code: another choice is another address. */
export function escrowDeployment(windows: EscrowWindows = productionWindows): Deployment {
  const creationCode = encodeDeployData({ abi: escrowAbi, bytecode: escrowBytecode, args: [windows] })
  const address = deterministicAddress(creationCode)
  const times = new Set(Object.values(windows) as number[])
  return {
    name: 'escrow',
    address,
    creationCode,
    runtime: escrowRuntime,
    immutables: (chainId) => [
      ...[...times].map((seconds) => toHex(seconds, { size: 32 })),
      ...eip712Immutables('Fuzzburst', '1', chainId, address),
    ],
  }
}

/** The development dollar that anyone may mint (tUSDC, 6 decimals). */
export function testTokenDeployment(): Deployment {
  const creationCode = encodeDeployData({ abi: testTokenAbi, bytecode: testTokenBytecode })
  const address = deterministicAddress(creationCode)
  return {
    name: 'testToken',
    address,
    creationCode,
    runtime: testTokenRuntime,
    immutables: (chainId) => eip712Immutables('Test dollar of Fuzzburst', '1', chainId, address),
  }
}

function deterministicAddress(creationCode: Hex): Address {
  return getContractAddress({ opcode: 'CREATE2', from: DEPLOYER, salt: SALT, bytecode: creationCode })
}
