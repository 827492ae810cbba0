import { type Address, encodeDeployData, type Hex, padHex, toHex, zeroAddress } from 'viem'
import { eip712Immutables, type RuntimeCode } from './checkRuntime.ts'
import { deterministicAddress } from './deterministicAddress.ts'
import type { EscrowWindows } from './escrow.ts'
import { equivocationRuntime } from './generated/equivocationRuntime.ts'
import { escrowAbi, escrowBytecode } from './generated/escrowAbi.ts'
import { escrowRuntime } from './generated/escrowRuntime.ts'
import { registryRuntime } from './generated/registryRuntime.ts'
import { testTokenAbi, testTokenBytecode } from './generated/testTokenAbi.ts'
import { testTokenRuntime } from './generated/testTokenRuntime.ts'
import { equivocationCode, registryCode, UNBONDING_SECONDS } from './stakeCode.ts'

/** The windows that the design asks for: 24 hours, 6 hours, 7 days, 7 days. */
export const productionWindows: EscrowWindows = {
  claimDelay: 86_400,
  defaultGrace: 21_600,
  withdrawalDelay: 604_800,
  freeze: 604_800,
}

/** One contract at the address that follows from its creation code. */
export interface Deployment {
  readonly name: 'escrow' | 'equivocation' | 'registry' | 'testToken'
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

/** What slashes workers that signed two roots of this escrow's jobs. */
export function equivocationDeployment(escrow: Address = escrowDeployment().address): Deployment {
  const creationCode = equivocationCode(escrow)
  return {
    name: 'equivocation',
    address: deterministicAddress(creationCode),
    creationCode,
    runtime: equivocationRuntime,
    immutables: () => [word(escrow)],
  }
}

/** Workers' stake, with one slasher and no court yet. Both are part of its code: another choice is another address. */
export function registryDeployment(slasher: Address = equivocationDeployment().address): Deployment {
  const creationCode = registryCode(slasher)
  const address = deterministicAddress(creationCode)
  return {
    name: 'registry',
    address,
    creationCode,
    runtime: registryRuntime,
    immutables: (chainId) => [
      toHex(UNBONDING_SECONDS, { size: 32 }),
      word(slasher),
      word(zeroAddress),
      ...eip712Immutables('Fuzzburst Registry', '1', chainId, address),
    ],
  }
}

function word(address: Address): Hex {
  return padHex(address.toLowerCase() as Address, { size: 32 })
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
