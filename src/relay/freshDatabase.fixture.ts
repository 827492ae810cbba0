import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPglite } from './pgliteDatabase.ts'

/** Made once a machine: setting up a database takes seconds, copying one does not. */
const template = join(tmpdir(), `fbrelay-template-${process.versions.modules}-pglite-0.5.16`)

/** An empty database folder of the embedded kind, as `createRelay` would make it. */
export async function copyFreshDatabase(folder: string): Promise<void> {
  if (!(await exists(template))) await makeTemplate()
  await cp(template, folder, { recursive: true })
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
