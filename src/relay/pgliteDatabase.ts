import { PGlite } from '@electric-sql/pglite'
import type { Database, DatabaseClient } from './database.ts'

interface PgliteQueries {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>
}

function clientOf(queries: PgliteQueries): DatabaseClient {
  return {
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await queries.query<Row>(sql, [...parameters])
      return rows
    },
  }
}

/**
 * PostgreSQL inside this process, in a folder, or in memory when no folder is given. One connection: transactions queue.
 * A killed process loses nothing that was committed (the folder holds a write-ahead log).
 */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite = folder === undefined ? await PGlite.create() : await PGlite.create(folder)
  return {
    ...clientOf(pglite),
    transaction: (run) => pglite.transaction((transaction) => run(clientOf(transaction))),
    close: () => pglite.close(),
  }
}
