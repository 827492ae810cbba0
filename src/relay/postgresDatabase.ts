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
  return {
    ...clientOf(pool),
    async transaction(run) {
      const connection = await pool.connect()
      try {
        await connection.query('begin')
        const result = await run(clientOf(connection))
        await connection.query('commit')
        return result
      } catch (error) {
        await connection.query('rollback')
        throw error
      } finally {
        connection.release()
      }
    },
    close: () => pool.end(),
  }
}
