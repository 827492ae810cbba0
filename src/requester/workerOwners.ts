import type { Address } from 'viem'
import type { RegistryReader } from '../escrow/registry.ts'
import { isFuzzburstError } from '../protocol/errors.ts'

/** Who holds a worker's stake; null when nobody does, or nobody can say. */
export type OwnerOf = (worker: Address) => Promise<Address | null>

/**
 * Looks owners up in the stake registry, once for each worker: for as long as a burst lasts that is near enough, and only makes
 * auditors of them. Without a chain there are no owners.
 */
export function workerOwners(registry: Pick<RegistryReader, 'worker'> | null): OwnerOf {
  const known = new Map<Address, Promise<Address | null>>()
  const look = async (worker: Address): Promise<Address | null> => {
    if (registry === null) return null
    try {
      return (await registry.worker(worker))?.payout ?? null
    } catch (error) {
      // Without a registry on this chain, or without the chain, the relay's word is all that there is.
      if (!isFuzzburstError(error)) throw error
      return null
    }
  }
  return (worker) => {
    const owner = known.get(worker) ?? look(worker)
    known.set(worker, owner)
    return owner
  }
}
