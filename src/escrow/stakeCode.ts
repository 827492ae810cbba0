import { type Address, encodeDeployData, type Hex, zeroAddress } from 'viem'
import { deterministicAddress } from './deterministicAddress.ts'
import { equivocationAbi, equivocationBytecode } from './generated/equivocationAbi.ts'
import { registryAbi, registryBytecode } from './generated/registryAbi.ts'

/** Between asking for stake and getting it: 7 days, as the design asks. */
export const UNBONDING_SECONDS = 604_800

/** Creation code of what slashes workers that signed two roots of this escrow's jobs. */
export function equivocationCode(escrow: Address): Hex {
  return encodeDeployData({ abi: equivocationAbi, bytecode: equivocationBytecode, args: [escrow] })
}

/** Creation code of the registry with one slasher and no court. */
export function registryCode(slasher: Address): Hex {
  const args = [UNBONDING_SECONDS, slasher, zeroAddress] as const
  return encodeDeployData({ abi: registryAbi, bytecode: registryBytecode, args })
}

/** Where workers' stake for an escrow's jobs is, by this version's code. */
export function registryOf(escrow: Address): Address {
  return deterministicAddress(registryCode(deterministicAddress(equivocationCode(escrow))))
}
