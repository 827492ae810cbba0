import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadJob, type SavedJob } from './projectState.ts'

/** The saved jobs that this machine opened since a time (milliseconds since the epoch) and did not settle, oldest first. */
export async function unsettledJobs(stateDir: string, sinceMs: number): Promise<SavedJob[]> {
  const files = await readdir(join(stateDir, 'jobs')).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const names = files.map((file) => /^(0x[0-9a-f]{64})\.json$/.exec(file)?.[1]).filter((name) => name !== undefined)
  const jobs = await Promise.all(names.map((name) => loadJob(stateDir, name)))
  return jobs.filter((job) => !job.settled && job.startedAtMs >= sinceMs).sort((a, b) => a.startedAtMs - b.startedAtMs)
}
