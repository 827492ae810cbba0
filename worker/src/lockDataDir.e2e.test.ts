import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDataDir } from './lockDataDir.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fbworker-lock-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

test('a directory that a living worker holds is refused, and stays with it', async () => {
  const first = await lockDataDir(dir, 41)
  await expect(lockDataDir(dir, 42)).rejects.toMatchObject({ code: 'FB3203', summary: expect.stringContaining('41') })
  await expect(lockDataDir(dir, 43)).rejects.toMatchObject({ code: 'FB3203' })
  first.release()
})

test('a released directory can be taken again, also under a long path', async () => {
  const long = join(dir, 'x'.repeat(100), 'y'.repeat(100))
  for (let i = 0; i < 3; i++) (await lockDataDir(long, 1)).release()
})

test('a directory whose worker was killed is taken over', async () => {
  const script = `
    import { lockDataDir } from ${JSON.stringify(new URL('./lockDataDir.ts', import.meta.url).href)}
    await lockDataDir(${JSON.stringify(dir)}, process.pid)
    console.log('held')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await expect(lockDataDir(dir, 1)).rejects.toMatchObject({ code: 'FB3203' })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = await lockDataDir(dir, 1)
  lock.release()
})

test('of many that start at once exactly one gets the directory', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => lockDataDir(dir, i)))
  const won = tries.filter((attempt) => attempt.status === 'fulfilled')
  expect(won).toHaveLength(1)
  won[0]!.value.release()
})
