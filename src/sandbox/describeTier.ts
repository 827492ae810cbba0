import type { SandboxTier } from './sandbox.ts'

/** What of the kernel decides how well a tier holds. */
export interface TierFacts {
  /** Version of Landlock; 0 or less for none. */
  readonly landlock: number
}

/**
 * What a tier holds on this machine, and what it does not, one line a point; docs/sandbox.md explains them.
 * @param ownId each run has a user id of its own.
 */
export function describeTier(tier: SandboxTier, facts: TierFacts, ownId: boolean): string[] {
  const common = [
    'limits: CPU, wall time, memory, processes, files and output of the whole process tree',
    'system calls: no sockets, no tracing, no namespaces, no kernel interfaces that programs do not need',
    ownId
      ? 'user: each run has an unprivileged user id of its own'
      : 'user: runs have this process’s user id, without its capabilities',
  ]
  if (tier === 'bubblewrap')
    return [
      'files: only the system’s libraries, the program and the project can be seen; only scratch can be written',
      'network: none, not even loopback',
      'processes: no other process can be seen',
      ...common,
    ]
  return [
    'files: only the system’s libraries, the program and the project can be read; only scratch can be written',
    'not held: names, sizes and times of other files can be asked for',
    facts.landlock >= 4 ? 'network: none, by system calls and by Landlock' : 'network: none, by system calls',
    ownId || facts.landlock >= 6
      ? 'processes: others can be neither signalled nor traced'
      : 'processes: others can be neither signalled nor traced, by system calls; the program’s children cannot be signalled either',
    ...common,
  ]
}
