import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { zBytes32 } from '../protocol/primitives.ts'
import { loadJob, type SavedJob } from './projectState.ts'

/** Jobs that were opened here since a time (milliseconds since the epoch) and never settled. */
export async function unsettledJobs(stateDir: string, sinceMs: number): Promise<SavedJob[]> {
  const names = await readdir(join(stateDir, 'jobs')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const ids = names.flatMap((name) => zBytes32.safeParse(name.replace(/\.json$/, '')).data ?? [])
  const jobs = await Promise.all(ids.sort().map((id) => loadJob(stateDir, id)))
  return jobs.filter((job) => !job.settled && job.startedAtMs >= sinceMs)
}
