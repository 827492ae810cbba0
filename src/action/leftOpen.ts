import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { zBytes32 } from '../protocol/primitives.ts'
import { loadJob, type SavedJob } from '../requester/projectState.ts'

/** What an earlier step left. */
export interface LeftOpen {
  /** Jobs that were opened and never settled. */
  readonly jobs: readonly SavedJob[]
  /** Jobs that were settled. */
  readonly settled: readonly SavedJob[]
  /** Why the other files are none, one error each. */
  readonly unreadable: readonly unknown[]
}

/**
 * Jobs saved in a folder since a time (milliseconds since the epoch), by whether they were settled. A file that cannot be read hides no
 * other one: each is somebody's money.
 */
export async function readLeftOpen(trustedDir: string, sinceMs: number): Promise<LeftOpen> {
  const names = await readdir(join(trustedDir, 'jobs')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const ids = names.flatMap((name) => zBytes32.safeParse(name.replace(/\.json$/, '')).data ?? []).sort()
  const jobs: SavedJob[] = []
  const settled: SavedJob[] = []
  const unreadable: unknown[] = []
  for (const id of ids) {
    try {
      const job = await loadJob(trustedDir, id)
      if (job.startedAtMs >= sinceMs) (job.settled ? settled : jobs).push(job)
    } catch (error) {
      unreadable.push(error)
    }
  }
  return { jobs, settled, unreadable }
}
