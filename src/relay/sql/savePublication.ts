import type { Bytes32, JobId } from '../../protocol/primitives.ts'
import type { DatabaseClient } from '../database.ts'

const sql = `insert into publication (job, core, document) values ($1, $2, $3)
on conflict (job) do update set document = excluded.document where publication.core = excluded.core
returning job`

/** Stores a publication; one that differs in more than its keys from an earlier one is not stored. @returns whether it was */
export async function savePublication(
  client: DatabaseClient,
  publication: { readonly job: JobId; readonly core: Bytes32; readonly document: string },
): Promise<boolean> {
  const rows = await client.query(sql, [publication.job, publication.core, publication.document])
  return rows.length > 0
}
