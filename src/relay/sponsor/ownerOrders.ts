import { type Address, isAddressEqual } from 'viem'
import type { SponsorCaps, SponsorDenial } from '../../protocol/sponsorship.ts'
import { NotYours } from '../errors.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { requireSponsor } from './sponsor.ts'
import { NoSponsor } from './sponsorErrors.ts'
import { deleteDenial } from './sql/deleteDenial.ts'
import { saveCaps } from './sql/saveCaps.ts'
import { saveDenial } from './sql/saveDenial.ts'

/** The owner of the sponsor's account, by the chain, and nobody else. @throws NoSponsor, NotYours */
async function requireOwner(world: RelayWorld, actor: Address): Promise<void> {
  const { settings } = requireSponsor(world)
  if (world.pool.kind === 'private') throw new NoSponsor()
  const account = await world.pool.escrow.account(settings.account)
  if (account === undefined || !isAddressEqual(account.owner, actor)) throw new NotYours('sponsor')
}

/** Sets the caps that hold from now on, instead of the settings'. @throws NoSponsor, NotYours */
export async function setCaps(world: RelayWorld, actor: Address, caps: SponsorCaps): Promise<void> {
  await requireOwner(world, actor)
  await saveCaps(world.database, caps, nowSeconds(world.clock))
  world.log.info({ actor }, 'caps of the sponsor set')
}

/** Denies a repository or an owner, or takes that back. @throws NoSponsor, NotYours */
export async function setDenial(world: RelayWorld, actor: Address, denial: SponsorDenial): Promise<void> {
  await requireOwner(world, actor)
  const { kind, id, why } = denial
  if (why === null) await deleteDenial(world.database, kind, id)
  else await saveDenial(world.database, { kind, id, why }, nowSeconds(world.clock))
  world.log.info({ kind, id, denied: why !== null }, 'denial of the sponsor set')
}
