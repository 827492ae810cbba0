import type { LeaseId } from '../protocol/primitives.ts'
import { appendEvent } from './appendEvent.ts'
import { closeJobs } from './closeJobs.ts'
import { proveEquivocations } from './proveEquivocations.ts'
import { finishSettlement } from './settleJob.ts'
import { sendPassedSettlements } from './sponsor/cosignSettlement.ts'
import { followGrants } from './sponsor/followGrants.ts'
import { deleteOrphanBlobs } from './sql/deleteOrphanBlobs.ts'
import { findLapsedLeases } from './sql/findLapsedLeases.ts'
import { findProposals } from './sql/findProposals.ts'
import { findUnconfirmedJobs } from './sql/findUnconfirmedJobs.ts'
import { forgetNonces } from './sql/forgetNonces.ts'
import { forgetSessions } from './sql/forgetSessions.ts'
import { lockLease } from './sql/lockLease.ts'
import { noteStanding } from './sql/noteStanding.ts'
import { requeueShard } from './sql/requeueShard.ts'
import { setLeaseState } from './sql/setLeaseState.ts'
import { unlinkSettledBlobs } from './sql/unlinkSettledBlobs.ts'
import { withdrawProposal } from './withdrawProposal.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** Takes back what has lapsed: proposals that nobody signed, leases whose worker is silent or late. */
export async function sweepLeases(world: RelayWorld): Promise<void> {
  const { clock, limits, database } = world
  const patientSince = clock.nowMs() - limits.proposalSeconds * 1_000
  for (const { lease } of await findProposals(database, patientSince, null)) {
    await withdrawProposal(world, lease)
  }
  const silentSince = clock.nowMs() - limits.heartbeatSeconds * 1_000
  const lapsed = await findLapsedLeases(database, silentSince, nowSeconds(clock), limits.resultsGraceSeconds)
  for (const { lease } of lapsed) await lapseLease(world, lease)
  world.matches.poke()
}

async function lapseLease(world: RelayWorld, lease: LeaseId): Promise<void> {
  const now = nowSeconds(world.clock)
  const job = await world.database.transaction(async (client) => {
    const row = await lockLease(client, lease)
    if (row?.state !== 'active' && row?.state !== 'rooted') return undefined
    const why = row.expires <= now ? 'expired' : 'no-heartbeat'
    await setLeaseState(client, lease, 'lapsed')
    await requeueShard(client, row.job, row.shard, lease)
    await noteStanding(client, row.job, row.worker, { failures: 1 })
    await appendEvent(client, row.job, { type: 'lapsed', lease, shard: row.shard, why })
    return row.job
  })
  if (job) world.followers.wake(job)
}

/** Forgets what is over: nonces, sessions, blobs that nobody uses; looks for settlements that others sent; closes what is over. */
export async function sweepStore(world: RelayWorld): Promise<void> {
  const { clock, limits, database, pool } = world
  const now = nowSeconds(clock)
  await forgetNonces(database, clock.nowMs())
  await forgetSessions(database, now)
  await unlinkSettledBlobs(database, now - limits.settledBlobSeconds)
  const orphans = await deleteOrphanBlobs(database, now - limits.unusedBlobSeconds, now - limits.settledBlobSeconds)
  for (const { digest } of orphans) await world.blobs.remove(digest, clock.nowMs() - limits.unusedBlobSeconds * 1_000)
  if (pool.kind === 'private') return
  for (const { job } of await findUnconfirmedJobs(database)) {
    const onChain = await pool.escrow.job(job)
    if (onChain !== undefined && onChain.state !== 'open') await finishSettlement(world, job, null)
  }
  await closeJobs(world)
  await proveEquivocations(world)
  await sendPassedSettlements(world)
  await followGrants(world)
}
