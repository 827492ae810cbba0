import type { Address } from 'viem'
import type { JobId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import type { JobRow } from './sql/findJob.ts'
import { findProposals } from './sql/findProposals.ts'
import { lockJob } from './sql/lockJob.ts'
import { setJobState } from './sql/setJobState.ts'
import { requireRequester } from './viewJob.ts'
import { withdrawProposal } from './withdrawProposal.ts'
import type { RelayWorld } from './world.ts'

/** Ends the leasing of a job: running workers get a stop order with their next heartbeat. Safe to repeat. @throws NotFound, NotYours */
export async function cancelJob(world: RelayWorld, actor: Address, job: JobId): Promise<void> {
  await endLeasing(world, job, (row) => requireRequester(row, actor))
}

/** The same for whoever may: `check` throws when it must not be. */
export async function endLeasing(
  world: RelayWorld,
  job: JobId,
  check: (row: JobRow | undefined) => JobRow | undefined,
): Promise<void> {
  await world.database.transaction(async (client) => {
    const row = check(await lockJob(client, job))
    if (row?.state !== 'open') return
    await setJobState(client, job, 'cancelling')
    await appendEvent(client, job, { type: 'cancelled' })
  })
  world.followers.wake(job)
  for (const { lease } of await findProposals(world.database, Number.MAX_SAFE_INTEGER, job))
    await withdrawProposal(world, lease)
}
