import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from './projectState.ts'

test('many writes of one file at once leave the last one, whole, and nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzzburst-state-'))
  try {
    const file = join(folder, 'jobs', 'job.json')
    const writes = Array.from({ length: 40 }, (_, i) => writeWhole(file, `${i} `.repeat(1_000)))
    await Promise.all(writes)
    expect(readFileSync(file, 'utf8')).toBe('39 '.repeat(1_000))
    expect(readdirSync(join(folder, 'jobs'))).toEqual(['job.json'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
