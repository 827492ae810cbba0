import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFolderBusy } from './errors.ts'

/**
 * Takes a data folder for this process; the returned function gives it back. A lock of a process that is gone (killed)
 * is taken over.
 * @throws DataFolderBusy
 */
export async function lockDataFolder(folder: string, pid: number): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'relay.pid')
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(path, 'wx', 0o600)
      await handle.writeFile(`${pid}\n`)
      await handle.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const other = Number((await readFile(path, 'utf8').catch(() => '')).trim())
      if (attempt > 0 || (other > 0 && other !== pid && isAlive(other))) throw new DataFolderBusy(other)
      await rm(path, { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process: alive, only not ours to signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
