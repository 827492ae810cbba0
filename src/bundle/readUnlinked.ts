import { constants } from 'node:fs'
import { type FileHandle, open, readlink, realpath, stat } from 'node:fs/promises'

/** What was found at a path: its bytes, or why they are not taken. */
export type UnlinkedFile =
  | { readonly bytes: Uint8Array }
  | { readonly problem: 'no regular file' | 'moved' }
  | { readonly problem: 'too large'; readonly size: number }

/**
 * Reads a regular file by a path that holds no link, as `realpath` gave it. Whoever checked that path must read what was
 * checked: when a folder or the file was swapped for a link since then, nothing is read. Larger files are not read at all.
 * @param path absolute and resolved
 * @throws the error of the file system when it cannot be opened
 */
export async function readUnlinked(path: string, mostBytes: number): Promise<UnlinkedFile> {
  // Not blocking: a pipe that took the file's place would have this wait for ever.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: { code?: unknown }) => {
      if (error.code === 'ELOOP') return null
      throw error
    },
  )
  if (file === null) return { problem: 'moved' }
  try {
    const found = await file.stat()
    if (!found.isFile()) return { problem: 'no regular file' }
    if (!(await isAt(file, path))) return { problem: 'moved' }
    if (found.size > mostBytes) return { problem: 'too large', size: found.size }
    // As many bytes as were asked about, also when somebody goes on writing.
    const bytes = new Uint8Array(found.size)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return { bytes: bytes.subarray(0, length) }
  } finally {
    await file.close()
  }
}

/** True when the opened file is the one at that path. Linux knows where a file was opened; elsewhere it is looked up again. */
async function isAt(file: FileHandle, path: string): Promise<boolean> {
  const opened = await readlink(`/proc/self/fd/${file.fd}`).catch(() => null)
  if (opened !== null) return opened === path
  const [own, now, resolved] = await Promise.all([file.stat(), stat(path), realpath(path)])
  return resolved === path && own.dev === now.dev && own.ino === now.ino
}
