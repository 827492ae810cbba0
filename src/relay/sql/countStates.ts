import type { DatabaseClient } from '../database.ts'

const sql = `select 'job' as kind, state, count(*)::int as count from job group by state
union all select 'shard', state, count(*)::int from shard group by state
union all select 'lease', state, count(*)::int from lease group by state`

/** How many jobs, shards and leases there are in each state. */
export async function countStates(client: DatabaseClient): Promise<{ kind: string; state: string; count: number }[]> {
  return client.query<{ kind: string; state: string; count: number }>(sql)
}
