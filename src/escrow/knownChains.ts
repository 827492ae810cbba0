import type { Chain } from 'viem'
import { UnknownChain } from './errors.ts'

/** A chain as viem knows it. */
export interface KnownChain {
  /** viem's name of the export: `base`, `baseSepolia`. */
  readonly name: string
  readonly id: number
  /** A public endpoint: fine for looking, slow and limited for more. */
  readonly rpcUrl: string
  /** Money on it is worth nothing. */
  readonly isTest: boolean
}

/** The name with which a local development chain goes: viem's own, and two that people type. */
const localNames = new Set(['anvil', 'foundry', 'hardhat', 'localhost'])

/** A chain by viem's name or by its number. Loaded when asked: viem describes several hundred. @throws UnknownChain */
export async function findChain(wanted: string): Promise<KnownChain> {
  const chains: Readonly<Record<string, Chain>> = await import('viem/chains')
  const byNumber = /^[0-9]{1,15}$/.test(wanted) ? Number(wanted) : undefined
  const entry = Object.entries(chains).find(
    ([name, chain]) => typeof chain === 'object' && (byNumber === undefined ? name === wanted : chain.id === byNumber),
  )
  if (entry === undefined) throw new UnknownChain(wanted)
  const [name, chain] = entry
  const isLocal = localNames.has(name)
  return {
    name: isLocal ? 'anvil' : name,
    id: chain.id,
    rpcUrl: chain.rpcUrls.default.http[0]!,
    isTest: isLocal || chain.testnet === true,
  }
}
