import pg from 'pg'
import type { Database, DatabaseClient } from './database.ts'

/** Object id of PostgreSQL's `int8` type (pg_type.dat): node-postgres hands it out as text unless told otherwise. */
const INT8_OID = 20

function clientOf(queries: pg.Pool | pg.PoolClient): DatabaseClient {
  return {
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await queries.query<Row>(sql, [...parameters])
      return rows
    },
  }
}

/** Tries of a transaction that lost against another one. */
const TRANSACTION_ATTEMPTS = 5
/** serialization_failure and deadlock_detected (PostgreSQL, appendix A): nothing happened, and a second try may do. */
const CONFLICTS = ['40001', '40P01']

function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && CONFLICTS.includes(error.code)
}

async function runOnce<T>(pool: pg.Pool, run: (client: DatabaseClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect()
  let broken: Error | undefined
  try {
    await connection.query('begin')
    const result = await run(clientOf(connection))
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    // A connection that cannot even roll back is thrown away.
    connection.release(broken)
  }
}

/** A PostgreSQL server. Transactions run side by side; the statements take the row locks they need. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    ...clientOf(pool),
    async transaction(run) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await runOnce(pool, run)
        } catch (error) {
          if (attempt === TRANSACTION_ATTEMPTS || !isConflict(error)) throw error
        }
      }
    },
    close: () => pool.end(),
  }
}
