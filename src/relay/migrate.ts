import type { Database } from './database.ts'
import { type Migration, migrations } from './migrations/migrations.ts'

/** Any fixed number: taken as an advisory lock so that two relays that start together migrate one after the other. */
const MIGRATION_LOCK = 7_301_977

/** Brings the database to the newest shape, all or nothing. Safe to repeat. */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query('create table if not exists migration (number integer primary key)')
    const done = await client.query<{ number: number }>('select number from migration')
    for (const step of steps) {
      if (done.some((row) => row.number === step.number)) continue
      for (const statement of step.statements) await client.query(statement)
      await client.query('insert into migration (number) values ($1)', [step.number])
    }
  })
}
