import type { Address } from 'viem'
import type { EscrowReader } from '../escrow/escrow.ts'
import { type EquivocationProof, type RegistryReader, STAKE_PER_PRICE } from '../escrow/registry.ts'
import type { JobId } from '../protocol/primitives.ts'
import type { DatabaseClient } from './database.ts'
import { PriceAboveStake, StakeMissing } from './jobErrors.ts'
import { countOpenLeases } from './sql/countOpenLeases.ts'
import { noteOwner } from './sql/noteOwner.ts'
import type { RelayWorld } from './world.ts'

/** What a public pool asks of its workers. Stake is counted in one token; jobs in others are not taken. */
export interface StakeRule {
  readonly registry: RegistryReader
  readonly token: Address
  /** Bonded stake for each lease that a worker holds at a time, in token units. */
  readonly unitsPerLease: bigint
  /** Proves two roots for one lease on chain; null when the relay has no key that pays gas. */
  readonly prove: ((proof: EquivocationProof) => Promise<unknown>) | null
  /** How many leases each worker's stake covered when it asked last. Written by {@link requireStake}. */
  readonly covered: Map<Address, bigint>
}

/**
 * Looks a worker's stake up on chain, and who holds it, every time that it asks for work.
 * @throws StakeMissing when it covers no lease more, RpcUnreachable
 */
export async function requireStake(world: RelayWorld, worker: Address): Promise<void> {
  const { stake, database } = world
  if (stake === null) return
  const [{ bondedUnits }, registered] = await Promise.all([
    stake.registry.stake(worker, stake.token),
    stake.registry.worker(worker),
  ])
  await noteOwner(database, worker, registered?.payout ?? null)
  stake.covered.set(worker, bondedUnits / stake.unitsPerLease)
  if (await isOverStake(world, database, worker))
    throw new StakeMissing(worker, bondedUnits, stake.unitsPerLease, stake.registry.venue.registry)
}

/** Whether a worker holds as many leases as its stake covers. Inside the transaction that gives one, so that none slips by. */
export async function isOverStake(world: RelayWorld, client: DatabaseClient, worker: Address): Promise<boolean> {
  const { stake } = world
  if (stake === null) return false
  return BigInt(await countOpenLeases(client, worker)) >= (stake.covered.get(worker) ?? 0n)
}

/** @throws PriceAboveStake when a job is in another token, or a lease of it is worth more than the stake behind it covers */
export async function requireCoveredPrice(
  stake: StakeRule | null,
  escrow: EscrowReader,
  job: JobId,
  priceUnits: bigint,
): Promise<void> {
  if (stake === null) return
  const token = (await escrow.job(job))?.token
  if (token !== stake.token)
    throw new PriceAboveStake(`its token is ${token}; this pool’s stakes are in ${stake.token}`)
  const most = stake.unitsPerLease / STAKE_PER_PRICE
  if (priceUnits > most)
    throw new PriceAboveStake(`it pays ${priceUnits} units a lease; the stake behind one covers ${most}`)
}
