import type { JobId } from '../protocol/primitives.ts'

/** Which requesters listen right now: only jobs with one are offered to workers, since only they can sign leases. */
export interface JobFollowers {
  /** Registers a listener that is called after new events; the returned function ends it. */
  follow(job: JobId, onNews: () => void): () => void
  /** Tells the listeners of a job that there are new events. */
  wake(job: JobId): void
  /** Jobs with at least one listener. */
  followed(): JobId[]
  isFollowed(job: JobId): boolean
}

export function jobFollowers(): JobFollowers {
  const listeners = new Map<JobId, Set<() => void>>()
  return {
    follow(job, onNews) {
      const own = listeners.get(job) ?? new Set()
      listeners.set(job, own.add(onNews))
      return () => {
        own.delete(onNews)
        if (own.size === 0 && listeners.get(job) === own) listeners.delete(job)
      }
    },
    wake(job) {
      for (const onNews of listeners.get(job) ?? []) onNews()
    },
    followed: () => [...listeners.keys()],
    isFollowed: (job) => listeners.has(job),
  }
}
