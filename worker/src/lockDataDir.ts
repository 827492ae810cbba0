import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DataDirInUse } from './errors.ts'
import { isMissingFile } from './isMissingFile.ts'

/** SQLite's result code for a database that somebody else has locked. sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

/** A data directory that is ours until it is released or this process ends, however it ends. */
export interface DataDirLock {
  release(): void
}

/**
 * Makes the data directory and takes it for this process. The lock is the kernel's, on an empty SQLite file (Node has no
 * other way to lock one): it goes with the process, and workers in other containers that share the directory see it.
 * @throws DataDirInUse
 */
export async function lockDataDir(dataDir: string, pid: number): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const holderFile = join(dataDir, 'worker.pid')
  const database = new DatabaseSync(join(dataDir, 'worker.lock'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)) throw error
    throw new DataDirInUse(dataDir, await readHolder(holderFile))
  }
  await writeFile(holderFile, `${pid}\n`, { mode: 0o600 })
  return { release: () => database.close() }
}

/** For the message only: the lock itself does not depend on it. */
async function readHolder(file: string): Promise<string> {
  try {
    return `process ${(await readFile(file, 'utf8')).trim()}`
  } catch (error) {
    if (isMissingFile(error)) return 'just starting'
    throw error
  }
}
