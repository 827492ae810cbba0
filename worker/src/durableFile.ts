import { randomBytes } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Only the worker's own user may read what it keeps. */
const PRIVATE_FILE = 0o600

/** Begins the names of files that were still being written when the process died. */
export const UNFINISHED_PREFIX = '.unfinished-'

/**
 * Writes a whole file so that a crash leaves either the old one or the new one: temporary name, fsync, rename, fsync of
 * the directory.
 */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `${UNFINISHED_PREFIX}${randomBytes(8).toString('hex')}`)
  const file = await open(temporary, 'wx', PRIVATE_FILE)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncDirectory(dirname(path))
}

/** Appends one line and waits until it is on disk. */
export async function appendDurably(path: string, line: string): Promise<void> {
  const file = await open(path, 'a', PRIVATE_FILE)
  try {
    await file.writeFile(`${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes names created or renamed in a directory survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
