import { type Address, isAddressEqual } from 'viem'
import {
  type JobView,
  type LeaseView,
  zLeaseView,
  zRootRequest,
  zRootResponse,
  zSettlementRequest,
} from '../protocol/api.ts'
import type { JobId } from '../protocol/primitives.ts'
import { zShardSpec } from '../protocol/shardSpec.ts'
import { NotFound, NotYours } from './errors.ts'
import { findJob, type JobRow } from './sql/findJob.ts'
import { holdsLease } from './sql/holdsLease.ts'
import { listLeases } from './sql/listLeases.ts'
import { listShards } from './sql/listShards.ts'
import type { LeaseRow } from './sql/lockLease.ts'
import { readDocument, readLease } from './storedDocument.ts'
import type { RelayWorld } from './world.ts'

/** True for the job key's session and for that of the key that signed the intent. */
export function isRequester(row: Pick<JobRow, 'jobKey' | 'signer'>, actor: Address): boolean {
  return isAddressEqual(row.jobKey, actor) || isAddressEqual(row.signer, actor)
}

/** The job, if the actor is its requester. @throws NotFound, NotYours */
export function requireRequester(row: JobRow | undefined, actor: Address): JobRow {
  if (row === undefined) throw new NotFound('job')
  if (!isRequester(row, actor)) throw new NotYours('job')
  return row
}

/** The job as it stands, for its requester and for workers that hold or held a lease of it. @throws NotFound, NotYours */
export async function viewJob(world: RelayWorld, actor: Address, job: JobId): Promise<JobView> {
  return world.database.transaction(async (client) => {
    const row = await findJob(client, job)
    if (row === undefined) throw new NotFound('job')
    if (!isRequester(row, actor) && !(await holdsLease(client, job, actor))) throw new NotYours('job')
    const shards = await listShards(client, job)
    const leases = await listLeases(client, job)
    return {
      job,
      state: row.state,
      document: {
        ...readDocument(row),
        shards: shards.map(({ specDigest, spec, estimatedSeconds }) => ({
          specDigest,
          spec: zShardSpec.parse(JSON.parse(spec)),
          estimatedSeconds,
        })),
      },
      shards: shards.map(({ index, state }) => ({ index, state })),
      leases: leases.map(viewLease),
      nextSlot: row.nextSlot,
      lastEvent: row.lastEvent,
      settlement: row.settlement === null ? null : zSettlementRequest.parse(JSON.parse(row.settlement)),
    }
  })
}

function viewLease(row: LeaseRow): LeaseView {
  return {
    lease: row.lease,
    message: readLease(row),
    signature: row.signature!,
    assignerSignature: row.assignerSignature,
    shard: row.shard,
    state: zLeaseView.shape.state.parse(row.state),
    done: row.done,
    root: row.root === null ? null : zRootRequest.parse(JSON.parse(row.root)),
    receipt: row.receipt === null ? null : zRootResponse.parse(JSON.parse(row.receipt)),
    requesterReceipt: row.requesterReceipt === null ? null : zRootResponse.parse(JSON.parse(row.requesterReceipt)),
    results:
      row.resultsDigest === null || row.resultsBytes === null
        ? null
        : { digest: row.resultsDigest, bytes: row.resultsBytes },
  }
}
