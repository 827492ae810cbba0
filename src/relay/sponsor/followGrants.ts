import type { JobOnChain } from '../../escrow/escrow.ts'
import type { GrantState } from '../../protocol/sponsorship.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { findRunningGrants } from './sql/findRunningGrants.ts'
import { noteGrant } from './sql/noteGrant.ts'

/** Grants that are looked at in one sweep: each costs a question to the chain. */
const GRANTS_A_SWEEP = 20
/** Seconds between two looks at one grant. */
const LOOK_EVERY_SECONDS = 60

/** Sees on chain what became of grants, so that quotas count what was spent and not what was locked. */
export async function followGrants(world: RelayWorld): Promise<void> {
  const { pool, database, clock, sponsor } = world
  if (sponsor === null || pool.kind === 'private') return
  const now = nowSeconds(clock)
  const request = { nowSeconds: now, notSinceSeconds: now - LOOK_EVERY_SECONDS, most: GRANTS_A_SWEEP }
  const grants = await findRunningGrants(database, request)
  if (grants.length === 0) return
  const chainNow = await pool.escrow.now()
  for (const { job, state, openBy } of grants) {
    const found = became(await pool.escrow.job(job), { state, openBy, chainNow })
    if (found !== undefined) await noteGrant(database, job, found.state, found.spentUnits)
  }
}

/** What a grant has become, by the chain; undefined when it is what it was. */
export function became(
  onChain: JobOnChain | undefined,
  grant: { readonly state: GrantState; readonly openBy: number; readonly chainNow: number },
): { state: GrantState; spentUnits: bigint | null } | undefined {
  if (onChain === undefined)
    // The escrow opens nothing after `openBy`: from then on the grant is worth nothing.
    return grant.state === 'granted' && grant.chainNow > grant.openBy ? { state: 'expired', spentUnits: 0n } : undefined
  if (onChain.state === grant.state) return undefined
  const { state, totalUnits, burnUnits, postedUnits, relayerFeeUnits } = onChain
  // Until it is settled, and again once it is void, all of the lock may be spent.
  const known = state === 'settled' || state === 'closed'
  return { state, spentUnits: known ? totalUnits + burnUnits + postedUnits + relayerFeeUnits : null }
}
