import { productionWindows } from '../../escrow/deployment.ts'
import type { JobId } from '../../protocol/primitives.ts'
import { formatMoney } from '../../report/humanUnits.ts'
import type { DemoChain } from './demoChain.ts'

/** How long the workers get to claim by themselves, in milliseconds. */
const CLAIM_PATIENCE_MS = 45_000
const LOOK_EVERY_MS = 500

/** What the chain says at the very end, in token units. */
export interface PaidOut {
  readonly claimedUnits: bigint
  readonly balanceUnits: bigint
  readonly relayerFeeUnits: bigint
  /** Deposit = balance + claims + fees, to the last unit. */
  readonly balanced: boolean
}

/** Moves the chain past the contest window, sees the workers claim, returns the rest, and adds everything up. */
export async function payOut(chain: DemoChain, job: JobId, say: (line: string) => void): Promise<PaidOut> {
  say(
    `advancing anvil's clock by ${productionWindows.claimDelay / 3_600} h: the contest window must pass before anyone is paid`,
  )
  await chain.anvil.advanceSeconds(productionWindows.claimDelay + 1)
  const givenUp = performance.now() + CLAIM_PATIENCE_MS
  for (;;) {
    const view = await chain.owner.job(job)
    if (view === undefined || view.claimedUnits >= view.totalUnits || performance.now() > givenUp) break
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  await chain.owner.close(job)
  const [view, account] = await Promise.all([chain.owner.job(job), chain.owner.account(chain.account)])
  const claimedUnits = view?.claimedUnits ?? 0n
  const relayerFeeUnits = view?.relayerFeeUnits ?? 0n
  const balanceUnits = account?.balanceUnits ?? 0n
  const money = (units: bigint): string => (account === undefined ? `${units}` : formatMoney(units, account.token))
  const balanced = claimedUnits + relayerFeeUnits + balanceUnits === chain.depositUnits
  say(
    `claimed by workers ${money(claimedUnits)}, relay ${money(relayerFeeUnits)}, back in the account ${money(balanceUnits)}` +
      ` (of ${money(chain.depositUnits)}: ${balanced ? 'adds up to the last unit' : 'DOES NOT ADD UP'})`,
  )
  return { claimedUnits, relayerFeeUnits, balanceUnits, balanced }
}
