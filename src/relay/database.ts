/** One connection inside or outside a transaction. Integers of any size come back as numbers, absent values as null. */
export interface DatabaseClient {
  /** Runs one statement with `$1`-style parameters; the rows it returns. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
}

/** The relay's SQL database. PGlite and PostgreSQL are both behind this. */
export interface Database extends DatabaseClient {
  /** Commits when `run` resolves, rolls back when it rejects. Statements of `run` must use the client
   * it is given. It may be run again from the start when it lost against another transaction. */
  transaction<T>(run: (client: DatabaseClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}
