import { type Address, getContractAddress, type Hex, keccak256, stringToHex } from 'viem'
import type { Bytes32 } from '../protocol/primitives.ts'

/** The deterministic deployment proxy that most chains, and anvil, have. github.com/Arachnid/deterministic-deployment-proxy */
export const DEPLOYER: Address = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
export const SALT: Bytes32 = keccak256(stringToHex('fuzzburst.v1'))

/** Where a contract is deployed, on every chain. @param creationCode with constructor arguments */
export function deterministicAddress(creationCode: Hex): Address {
  return getContractAddress({ opcode: 'CREATE2', from: DEPLOYER, salt: SALT, bytecode: creationCode })
}
