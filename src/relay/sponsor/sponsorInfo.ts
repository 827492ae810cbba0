import type { JobId } from '../../protocol/primitives.ts'
import type { Ledger, SponsorInfo } from '../../protocol/sponsorship.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { capsOf } from './grantBurst.ts'
import { monthOf, requireSponsor } from './sponsor.ts'
import { NoSponsor } from './sponsorErrors.ts'
import { listGrants } from './sql/listGrants.ts'
import { sumGrants } from './sql/sumGrants.ts'

/** Entries of one page of the ledger. */
const PAGE = 100

/** The sponsor's terms, and what is left of the month. @throws NoSponsor */
export async function sponsorInfo(world: RelayWorld): Promise<SponsorInfo> {
  const sponsor = requireSponsor(world)
  if (world.pool.kind === 'private') throw new NoSponsor()
  const { account, issuer, slotPriceUnits, longestSeconds, events, licences } = sponsor.settings
  const { symbol, decimals } = await world.pool.escrow.token(account)
  const month = monthOf(nowSeconds(world.clock))
  const { allUnits } = await sumGrants(world.database, month)
  return {
    account,
    spender: sponsor.spender.address,
    assigner: sponsor.assigner.address,
    token: { symbol, decimals },
    issuer,
    slotPriceUnits,
    longestSeconds,
    caps: await capsOf(world.database, sponsor),
    month,
    givenUnits: allUnits,
    events: [...events],
    licences: [...licences],
  }
}

/** One page of what was given to whom. @throws NoSponsor */
export async function readLedger(
  world: RelayWorld,
  query: { readonly month?: string | undefined; readonly after?: JobId | undefined },
): Promise<Ledger> {
  requireSponsor(world)
  const month = query.month ?? monthOf(nowSeconds(world.clock))
  const { allUnits, grants } = await sumGrants(world.database, month)
  const entries = await listGrants(world.database, month, query.after ?? null, PAGE)
  return {
    month,
    givenUnits: allUnits,
    grants,
    entries,
    next: entries.length === PAGE ? entries.at(-1)!.job : null,
  }
}
