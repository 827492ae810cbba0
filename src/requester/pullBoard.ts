import type { PrivateKeyAccount } from 'viem/accounts'
import type { EscrowReader } from '../escrow/escrow.ts'
import { connectPool } from '../pool/connectPool.ts'
import type { PullJob } from '../protocol/api.ts'
import { documentDigest } from '../protocol/digest.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Bytes32, JobId } from '../protocol/primitives.ts'
import { sessionSigner } from '../protocol/requestSignature.ts'
import { type BurstSeries, takesPlaceOf } from '../protocol/series.ts'
import type { BurstDeps } from './burstDeps.ts'

/** How long the relay is asked for other bursts of a pull request, in milliseconds. */
const ASK_FOR_MS = 15_000

/** Other bursts for the same pull request, as the relay lists them to the key that signed them. */
export interface PullBoard {
  readonly own: BurstSeries
  /** @throws coded errors of the pool */
  jobs(): Promise<readonly PullJob[]>
  /** Ends the leasing of a job whose intent the same key signed. */
  cancel(job: JobId): Promise<void>
}

/** Asks as the spender: the job key of this burst knows nothing of other jobs. @throws coded errors of the pool */
export async function connectPullBoard(
  own: BurstSeries,
  relay: string,
  spender: PrivateKeyAccount,
  deps: BurstDeps,
): Promise<PullBoard> {
  const { requester } = await connectPool({
    url: relay,
    account: spender,
    session: sessionSigner(deps.randomBytes32()),
    clock: deps.poolClock,
    fetch: deps.fetch,
    retryForMs: ASK_FOR_MS,
    ...(deps.settleSignal && { signal: deps.settleSignal }),
  })
  return { own, jobs: () => requester.pullJobs(own.pull), cancel: (job) => requester.cancel(job) }
}

/** Whether a newer run has posted its burst already. */
export async function isOvertaken({ own, jobs }: PullBoard): Promise<boolean> {
  return (await jobs()).some(({ series }) => takesPlaceOf(series, own))
}

/**
 * Takes the place of older bursts: they are cancelled, which their own runs hear of and settle. Called once this burst's job is
 * posted: of two runs that post at the same time, whoever looks second sees the other.
 * @returns whether a newer run has taken this one's place
 */
export async function takePlace(board: PullBoard, say: (line: string) => void): Promise<boolean> {
  const jobs = await board.jobs()
  for (const { job, state, series } of jobs) {
    if (state !== 'open' || !takesPlaceOf(board.own, series)) continue
    try {
      await board.cancel(job)
      say(
        `job ${job} of an older run for this pull request is cancelled: its run settles it, and the rest of its lock returns`,
      )
    } catch (error) {
      if (!isFuzzburstError(error)) throw error
      say(`job ${job} of an older run for this pull request could not be cancelled: ${error.summary}`)
    }
  }
  return jobs.some(({ series }) => takesPlaceOf(series, board.own))
}

/**
 * What bursts for the pull request have cost, and what those that are not settled may still cost, in token units. Amounts are
 * the escrow's word; the relay only says which jobs to look at. One that hides jobs is held by the escrow's caps alone.
 */
export async function takenUnits(
  jobs: readonly PullJob[],
  account: Bytes32,
  escrow: Pick<EscrowReader, 'job'>,
): Promise<bigint> {
  const found = await Promise.all(jobs.map(({ job }) => escrow.job(job)))
  return found
    .filter((job) => job !== undefined && job.account === account)
    .map((job) =>
      job!.state === 'settled' || job!.state === 'closed' ? job!.totalUnits + job!.relayerFeeUnits : job!.lockUnits,
    )
    .reduce((sum, units) => sum + units, 0n)
}

/** The series' digests from what tells bursts apart. Pure. */
export function seriesDigest(parts: readonly (string | number | null)[]): Bytes32 {
  return documentDigest('series', [...parts])
}
