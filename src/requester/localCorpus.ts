import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'

/** Entries of one target that go on: the engine replays all of them before each slice. */
const ENTRIES_PER_TARGET = 200
/** Bytes of one entry, and of all of them. */
const ENTRY_BYTES = 256 * 1_024
const CORPUS_BYTES = 16 * 2 ** 20

/** Inputs that reached new code, over the slices of this machine and over runs. */
export interface LocalCorpus {
  /** What slices start from; null when there is nothing yet. */
  readonly from: string | null
  /** A fresh folder for what one slice leaves. */
  keep(): string
  /** Merges what slices left into the corpus of the next run. */
  merge(): Promise<{ readonly before: number; readonly after: number }>
  close(): Promise<void>
}

interface Entry {
  /** Where the engine keeps inputs of one target, relative, with `/`. */
  readonly folder: string
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly content: string
}

/**
 * The corpus in a folder that only this program writes, or that came from a cache. Nothing in it is trusted: only plain files
 * under limits are copied, and only the sandboxed engine reads them.
 */
export async function openLocalCorpus(folder: string): Promise<LocalCorpus> {
  const scratch = await mkdtemp(join(tmpdir(), 'fuzzburst-corpus-'))
  const before = await readEntries(folder)
  const from = join(scratch, 'from')
  await write(from, minimised(before))
  let slices = 0
  return {
    from: before.length === 0 ? null : from,
    keep: () => join(scratch, `slice-${slices++}`),
    async merge() {
      const found = [...before]
      for (let i = 0; i < slices; i++) found.push(...(await readEntries(join(scratch, `slice-${i}`))))
      const merged = minimised(found)
      const next = join(scratch, 'next')
      await write(next, merged)
      await rm(folder, { recursive: true, force: true })
      await cp(next, folder, { recursive: true })
      return { before: minimised(before).length, after: merged.length }
    },
    close: () => rm(scratch, { recursive: true, force: true }),
  }
}

/** Each input once, the shortest first: what little calls reach, long sequences need not be kept for. Pure. */
export function minimised<E extends Pick<Entry, 'folder' | 'bytes' | 'content'>>(entries: readonly E[]): E[] {
  const sorted = [...entries].sort((a, b) => a.bytes - b.bytes || (a.content < b.content ? -1 : 1))
  const seen = new Set<string>()
  const perTarget = new Map<string, number>()
  const kept: E[] = []
  let bytes = 0
  for (const entry of sorted) {
    const key = `${entry.folder} ${entry.content}`
    const count = perTarget.get(entry.folder) ?? 0
    if (seen.has(key) || count >= ENTRIES_PER_TARGET || bytes + entry.bytes > CORPUS_BYTES) continue
    seen.add(key)
    perTarget.set(entry.folder, count + 1)
    bytes += entry.bytes
    kept.push(entry)
  }
  return kept
}

async function readEntries(dir: string): Promise<Entry[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const entries: Entry[] = []
  for (const file of found) {
    if (!file.isFile() || !/\.json(\.gz)?$/.test(file.name)) continue
    const path = join(file.parentPath, file.name)
    const { size } = await stat(path)
    if (size > ENTRY_BYTES) continue
    const content = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    const folder = relative(dir, file.parentPath).split(sep).join('/')
    entries.push({ folder, name: file.name, path, bytes: size, content })
  }
  return entries
}

async function write(dir: string, entries: readonly Entry[]): Promise<void> {
  await mkdir(dir, { recursive: true })
  for (const entry of entries) {
    await mkdir(join(dir, entry.folder), { recursive: true })
    await copyFile(entry.path, join(dir, entry.folder, nameFor(entry)))
  }
}

/**
 * forge reads `<uuid>-<time>.json[.gz]`, and slices whose randomness is pinned give the same names to different inputs: the name
 * is made from the content.
 */
function nameFor({ name, content }: Pick<Entry, 'name' | 'content'>): string {
  const uuid = [
    content.slice(0, 8),
    content.slice(8, 12),
    content.slice(12, 16),
    content.slice(16, 20),
    content.slice(20, 32),
  ]
  return `${uuid.join('-')}-1.json${name.endsWith('.gz') ? '.gz' : ''}`
}
