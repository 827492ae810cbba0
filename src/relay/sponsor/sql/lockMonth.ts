import type { DatabaseClient } from '../../database.ts'

const sql = 'insert into sponsor_month (month) values ($1) on conflict (month) do update set month = excluded.month'

/** Makes all grants of a month wait for this transaction: quotas are sums, and two that add up at once could both pass. */
export async function lockMonth(client: DatabaseClient, month: string): Promise<void> {
  await client.query(sql, [month])
}
