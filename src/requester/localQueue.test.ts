import { expect, test } from 'vitest'
import { localQueue } from './localQueue.ts'

test('work that fails frees its core and passes its error on', async () => {
  const queue = localQueue(1)
  await expect(queue.run('slice', async () => Promise.reject(new RangeError('broken')))).rejects.toThrow('broken')
  expect(await queue.run('slice', async () => 'next')).toBe('next')
})

test('no more runs at once than there are cores, replays before audits before slices', async () => {
  const queue = localQueue(2)
  const started: string[] = []
  const open: (() => void)[] = []
  const work = (name: string) => async (): Promise<void> => {
    started.push(name)
    await new Promise<void>((resolve) => open.push(resolve))
  }
  const all = [
    queue.run('slice', work('slice 1')),
    queue.run('slice', work('slice 2')),
    queue.run('slice', work('slice 3')),
    queue.run('audit', work('audit')),
    queue.run('replay', work('replay')),
  ]
  await Promise.resolve()
  expect(queue.running).toBe(2)
  expect(queue.waiting).toBe(3)
  for (let done = 0; done < all.length; done++) {
    open.shift()!()
    await new Promise((resolve) => setImmediate(resolve))
    expect(queue.running).toBeLessThanOrEqual(2)
  }
  await Promise.all(all)
  expect(started).toEqual(['slice 1', 'slice 2', 'replay', 'audit', 'slice 3'])
})
