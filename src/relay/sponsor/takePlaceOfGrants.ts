import { PULL_JOBS_LIMIT } from '../../protocol/api.ts'
import type { JobId } from '../../protocol/primitives.ts'
import { type BurstSeries, takesPlaceOf } from '../../protocol/series.ts'
import { endLeasing } from '../cancelJob.ts'
import { readDocument } from '../storedDocument.ts'
import type { RelayWorld } from '../world.ts'
import { listPullGrants } from './sql/listPullGrants.ts'

/**
 * One free burst for one pull request: a newer one ends the leasing of older ones, and its own if a still newer one was posted. Of
 * two that are posted at the same time whoever looks second sees the other. What is a pull request's is its repository's word, so
 * only bursts of the same repository, by GitHub's word, end each other. Safe to repeat; nothing for jobs without a grant.
 */
export async function takePlaceOfGrants(world: RelayWorld, job: JobId, series: BurstSeries): Promise<void> {
  const { sponsor, database, log } = world
  if (sponsor === null) return
  const about = { spender: sponsor.spender.address, pull: series.pull, job }
  for (const row of await listPullGrants(database, about, PULL_JOBS_LIMIT)) {
    const other = readDocument(row).series
    if (other === null) continue
    const ended = takesPlaceOf(series, other) ? row.job : takesPlaceOf(other, series) ? job : null
    if (ended === null) continue
    await endLeasing(world, ended, (locked) => locked)
    if (row.state === 'open' || ended === job) log.info({ job: ended }, 'free burst overtaken by a newer one')
  }
}
