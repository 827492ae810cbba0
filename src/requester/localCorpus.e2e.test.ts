import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLocalCorpus } from './localCorpus.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fuzzburst-local-corpus-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const kept = (): string => path.join(folder, 'kept')
const target = 'LockTest/invariant_a/worker0/corpus'
function leave(dir: string, name: string, content: string | Buffer, where = target): void {
  mkdirSync(path.join(dir, where), { recursive: true })
  writeFileSync(path.join(dir, where, name), content)
}
const contents = (): string[] => {
  const files = readdirSync(kept(), { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return files.map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8')).sort()
}

test('links, other files and inputs of absurd size are not kept', async () => {
  const corpus = await openLocalCorpus(kept())
  const slice = corpus.keep()
  leave(slice, 'a.json', '["good"]')
  leave(slice, 'a.exe', 'bad')
  leave(slice, 'big.json', Buffer.alloc(300_000, 'x'))
  symlinkSync('/etc/passwd', path.join(slice, target, 'link.json'))
  expect(await corpus.merge()).toEqual({ before: 0, after: 1 })
  await corpus.close()
  expect(contents()).toEqual(['["good"]'])
})

test('what several slices found is merged, each input once, under names that the engine reads', async () => {
  const first = await openLocalCorpus(kept())
  expect(first.from).toBeNull()
  // Pinned randomness gives different inputs the same name.
  for (const content of ['["one"]', '["two"]', '["one"]']) leave(first.keep(), 'same-1.json', content)
  await first.merge()
  await first.close()
  const second = await openLocalCorpus(kept())
  expect(readdirSync(path.join(second.from!, target))).toHaveLength(2)
  for (const name of readdirSync(path.join(second.from!, target)))
    expect(name).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-1\.json$/)
  leave(second.keep(), 'x-1.json', '["three"]')
  expect(await second.merge()).toEqual({ before: 2, after: 3 })
  await second.close()
  expect(contents()).toEqual(['["one"]', '["three"]', '["two"]'])
})

test('a corpus stays small: the shortest inputs of a target are kept, and other targets keep theirs', async () => {
  const corpus = await openLocalCorpus(kept())
  const slice = corpus.keep()
  for (let i = 0; i < 250; i++) leave(slice, `${i}.json`, 'y'.repeat(1 + i))
  leave(slice, 'long.json', 'z'.repeat(1_000), 'OtherTest/invariant_b/worker0/corpus')
  expect(await corpus.merge()).toEqual({ before: 0, after: 201 })
  await corpus.close()
  expect(contents()).not.toContain('y'.repeat(201))
})
