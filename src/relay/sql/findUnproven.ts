import type { Hex } from 'viem'
import type { LeaseId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

interface UnprovenRow {
  readonly lease: LeaseId
  /** The lease's message, and the job key's signature of it. */
  readonly granted: string
  readonly leaseSignature: Hex
  /** The first root with its signature. */
  readonly root: string
  /** The second one. */
  readonly message: string
  readonly signature: Hex
}

const sql = `select lease.lease, lease.message as granted, lease.signature as "leaseSignature", lease.root,
  equivocation.message, equivocation.signature
from equivocation join lease on lease.lease = equivocation.lease
where equivocation.proven_at is null and lease.signature is not null and lease.root is not null
order by equivocation.seen_at limit $1`

/** Pairs of roots for one lease that nobody has brought to the chain. */
export async function findUnproven(client: DatabaseClient, most: number): Promise<UnprovenRow[]> {
  return client.query<UnprovenRow>(sql, [most])
}
