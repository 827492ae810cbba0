import type { z } from 'zod'
import { zJobDocument } from '../protocol/job.ts'
import { type Lease, zLease } from '../protocol/messages.ts'
import type { JobRow } from './sql/findJob.ts'
import type { LeaseRow } from './sql/lockLease.ts'

/** A job document as the job's row holds it: the shards have rows of their own. */
export const zStoredDocument = zJobDocument.omit({ shards: true })
export type StoredDocument = z.output<typeof zStoredDocument>

export function readDocument(row: Pick<JobRow, 'document'>): StoredDocument {
  return zStoredDocument.parse(JSON.parse(row.document))
}

export function readLease(row: Pick<LeaseRow, 'message'>): Lease {
  return zLease.parse(JSON.parse(row.message))
}
