import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPglite } from './pgliteDatabase.ts'
import { openPostgres } from './postgresDatabase.ts'

/** Made once a machine: setting up a database takes seconds, copying one does not. */
const template = join(tmpdir(), `fbrelay-template-${process.versions.modules}-pglite-0.5.16`)

/** An empty database folder of the embedded kind, as `createRelay` would make it. */
export async function copyFreshDatabase(folder: string): Promise<void> {
  if (!(await exists(template))) await makeTemplate()
  await cp(template, folder, { recursive: true })
}

/**
 * A database of the kind that the tests run on. PGlite unless `FUZZBURST_TEST_POSTGRES` names a PostgreSQL server (a URL of
 * a role that may create databases): then a new database there, whose URL is returned.
 */
export async function freshDatabase(folder: string): Promise<string | undefined> {
  const server = process.env.FUZZBURST_TEST_POSTGRES
  if (server === undefined) {
    await copyFreshDatabase(folder)
    return undefined
  }
  const name = `fbrelay_${randomBytes(8).toString('hex')}`
  const database = await openPostgres(server)
  await database.query(`create database ${name}`)
  await database.close()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function makeTemplate(): Promise<void> {
  const folder = await mkdtemp(`${template}-`)
  const database = await openPglite(folder)
  await database.close()
  try {
    await rename(folder, template)
  } catch (error) {
    // Another test process was faster: its template is as good.
    await rm(folder, { recursive: true, force: true })
    if (!(await exists(template))) throw error
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
