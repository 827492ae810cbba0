import { type Address, isAddressEqual } from 'viem'
import { type Intent, intentLockUnits } from '../../protocol/messages.ts'
import type { SponsorCaps } from '../../protocol/sponsorship.ts'
import type { Sponsor } from './sponsor.ts'
import { SponsoredIntentRefused } from './sponsorErrors.ts'

/** Longest time for which anyone may open the job, in seconds: an unused grant is a claim on the month's budget. */
const OPEN_WINDOW_SECONDS = 1_800

/**
 * Checks that an intent spends the sponsor's money as the sponsor wants it: its assigner picks the workers and co-signs the
 * settlement, nobody gets a finder's reward, and the price is not above the sponsor's. A repository that could leave one of
 * these out would pay its own workers.
 * @throws SponsoredIntentRefused
 */
export function checkSponsoredIntent(
  sponsor: Pick<Sponsor, 'settings' | 'assigner'>,
  caps: Pick<SponsorCaps, 'perBurstUnits'>,
  intent: Intent,
  asked: { readonly actor: Address; readonly nowSeconds: number; readonly relayFeeUnits: bigint },
): void {
  const { settings, assigner } = sponsor
  const refuse = (why: string): never => {
    throw new SponsoredIntentRefused(why)
  }
  if (!isAddressEqual(asked.actor, intent.jobKey)) refuse('another key than the job key asks for it')
  if (intent.account !== settings.account) refuse("its account is not the sponsor's")
  if (!isAddressEqual(intent.assigner, assigner.address)) refuse("its assigner is not the sponsor's")
  if (intent.finderReserve !== 0n) refuse('sponsored jobs pay no finder rewards')
  if (intent.slotPrice > settings.slotPriceUnits) refuse(`a shard may cost at most ${settings.slotPriceUnits} units`)
  if (intent.relayerFeeCap !== 2n * asked.relayFeeUnits)
    refuse(`its fee cap must be twice the relay's fee of ${asked.relayFeeUnits} units`)
  if (intentLockUnits(intent) > caps.perBurstUnits)
    refuse(`it locks ${intentLockUnits(intent)} units; a burst may lock ${caps.perBurstUnits}`)
  if (intent.openBy > asked.nowSeconds + OPEN_WINDOW_SECONDS) refuse('it could be opened for too long')
  if (intent.openBy < asked.nowSeconds) refuse('it can be opened no more')
  if (intent.settleBy > asked.nowSeconds + settings.longestSeconds)
    refuse(`it must be settled within ${settings.longestSeconds} s`)
}
