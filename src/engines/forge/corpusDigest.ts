import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { documentDigest } from '../../protocol/digest.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'

/**
 * Digest over the corpus that a slice left: for each entry its folder (contract and test) and the SHA-256 of its contents.
 * File names hold ids and times, so they do not count, and entries are ordered by content. Links are not followed.
 */
export async function corpusDigest(dir: string): Promise<Bytes32> {
  const entries: string[] = []
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(join(entry.parentPath, entry.name))) hash.update(chunk as Uint8Array)
    const folder = relative(dir, entry.parentPath).split(sep).join('/')
    entries.push(`${hash.digest('hex')} ${folder.toWellFormed()}`)
  }
  return documentDigest('corpus', entries.sort())
}
