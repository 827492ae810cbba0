import { type Address, isAddressEqual } from 'viem'
import type { z } from 'zod'
import { isFuzzburstError } from '../../protocol/errors.ts'
import { type Intent, intentLockUnits, jobId } from '../../protocol/messages.ts'
import { signMessageStruct } from '../../protocol/signing.ts'
import {
  type SponsorCaps,
  sponsorAudience,
  type zSponsorshipRequest,
  type zSponsorshipResponse,
} from '../../protocol/sponsorship.ts'
import type { DatabaseClient } from '../database.ts'
import { NotYours } from '../errors.ts'
import { nowSeconds, type RelayWorld } from '../world.ts'
import { askRepository } from './askRepository.ts'
import { checkSponsoredIntent } from './checkSponsoredIntent.ts'
import { monthOf, requireSponsor, type Sponsor } from './sponsor.ts'
import { NoSponsor, RepositoryRefused, SecondGrant, SponsorEmpty, SponsorQuota } from './sponsorErrors.ts'
import { findCaps } from './sql/findCaps.ts'
import { findDenial } from './sql/findDenial.ts'
import { findGrant } from './sql/findGrant.ts'
import { insertGrant } from './sql/insertGrant.ts'
import { lockMonth } from './sql/lockMonth.ts'
import { sumGrants } from './sql/sumGrants.ts'
import type { TokenClaims } from './verifyToken.ts'

type Granted = z.output<typeof zSponsorshipResponse>

/**
 * Signs one intent with the sponsor's key, for the workflow that shows an OIDC token for exactly this job. The same token for
 * the same intent is answered the same again; nothing else is ever given for either.
 * @throws NoSponsor, NotYours, TokenRefused, IssuerUnreachable, RepositoryRefused, RepositoryUnknown, SponsoredIntentRefused,
 * SponsorQuota, SponsorEmpty, SecondGrant
 */
export async function grantBurst(
  world: RelayWorld,
  actor: Address,
  request: z.output<typeof zSponsorshipRequest>,
): Promise<Granted> {
  const sponsor = requireSponsor(world)
  const { intent, nonce, token } = request
  if (!isAddressEqual(actor, intent.jobKey)) throw new NotYours('job key')
  const audience = sponsorAudience(world.venue, intent.jobKey, intent.jobHash, nonce)
  const claims = await sponsor.verifyToken(token, audience, world.clock.nowMs())
  const now = nowSeconds(world.clock)
  const month = monthOf(now)
  const caps = await capsOf(world.database, sponsor)
  const earlier = await findGrant(world.database, jobId(intent))
  if (earlier !== undefined) {
    if (earlier.jti !== claims.jti || earlier.issuer !== sponsor.settings.issuer) throw new SecondGrant('job')
    return { signature: earlier.signature, leftUnits: leastLeft(caps, await sumGrants(world.database, month, claims)) }
  }
  await checkDenial(world.database, sponsor, claims)
  const relayFeeUnits = world.submitter?.feeUnits ?? 0n
  checkSponsoredIntent(sponsor, caps, intent, { actor, nowSeconds: now, relayFeeUnits })
  const lockUnits = intentLockUnits(intent)
  // Once before anybody else is asked, and again below, where no other grant can come between.
  requireQuota(caps, await sumGrants(world.database, month, claims), lockUnits)
  const repository = await askRepository(
    claims,
    { ...sponsor.settings, ...(sponsor.githubToken !== undefined && { githubToken: sponsor.githubToken }) },
    world.clock.nowMs(),
  )
  const signature = await signMessageStruct(sponsor.spender, world.venue, 'Intent', intent)
  await checkMoney(world, intent, signature)
  const leftUnits = await world.database.transaction(async (client) => {
    await lockMonth(client, month)
    const given = await sumGrants(client, month, claims)
    requireQuota(caps, given, lockUnits)
    const grant = { job: jobId(intent), intent, issuer: sponsor.settings.issuer, claims, repository, month, lockUnits }
    if (!(await insertGrant(client, { ...grant, signature, nowSeconds: now })))
      throw new SecondGrant('token, plan or job key')
    return leastLeft(caps, given) - lockUnits
  })
  world.log.info({ job: jobId(intent), repository: claims.repositoryId, owner: claims.ownerId }, 'free burst granted')
  return { signature, leftUnits }
}

/** The caps in force: as they were last set, else the settings'. */
export async function capsOf(client: DatabaseClient, { settings }: Pick<Sponsor, 'settings'>): Promise<SponsorCaps> {
  const { perBurstUnits, perRepositoryUnits, perOwnerUnits, budgetUnits } = settings
  return (await findCaps(client)) ?? { perBurstUnits, perRepositoryUnits, perOwnerUnits, budgetUnits }
}

type Given = Awaited<ReturnType<typeof sumGrants>>

function lefts(caps: SponsorCaps, given: Given): { whose: string; leftUnits: bigint }[] {
  const rest = (cap: bigint, used: bigint): bigint => (cap > used ? cap - used : 0n)
  return [
    { whose: 'the repository', leftUnits: rest(caps.perRepositoryUnits, given.repositoryUnits) },
    { whose: 'its owner', leftUnits: rest(caps.perOwnerUnits, given.ownerUnits) },
    { whose: 'the sponsor', leftUnits: rest(caps.budgetUnits, given.allUnits) },
  ]
}

function leastLeft(caps: SponsorCaps, given: Given): bigint {
  const [first = 0n, ...others] = lefts(caps, given).map(({ leftUnits }) => leftUnits)
  let least = first
  for (const left of others) if (left < least) least = left
  return least
}

function requireQuota(caps: SponsorCaps, given: Given, lockUnits: bigint): void {
  for (const { whose, leftUnits } of lefts(caps, given))
    if (lockUnits > leftUnits) throw new SponsorQuota(whose, lockUnits, leftUnits)
}

async function checkDenial(client: DatabaseClient, { settings }: Sponsor, claims: TokenClaims): Promise<void> {
  if (settings.denyRepositories.includes(claims.repositoryId) || settings.denyOwners.includes(claims.ownerId))
    throw new RepositoryRefused('the sponsor denies it')
  const denial = await findDenial(client, claims.repositoryId, claims.ownerId)
  if (denial !== undefined) throw new RepositoryRefused(`the sponsor denies this ${denial.kind}: ${denial.why}`)
}

/** Asks the escrow whether it would open the job: an empty account or a spent cap is said now, and costs nobody's quota. */
async function checkMoney({ pool }: RelayWorld, intent: Intent, signature: Granted['signature']): Promise<void> {
  if (pool.kind === 'private') throw new NoSponsor()
  try {
    await pool.escrow.checkOpen(intent, signature)
  } catch (error) {
    if (isFuzzburstError(error) && error.fault === 'user') throw new SponsorEmpty(error.summary, error)
    throw error
  }
}
