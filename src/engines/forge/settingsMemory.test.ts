import { expect, test } from 'vitest'
import type { Target } from '../engine.ts'
import type { ProjectLayout } from './readLayout.ts'
import type { ReplayCommand } from './replayCommand.ts'
import { rememberSettings } from './settingsMemory.ts'

const target = (id: string): Target => ({ id }) as Target
const command = (projectDir: string, env: Record<string, string> = {}): ReplayCommand =>
  ({ projectDir, profile: 'default', env }) as ReplayCommand
const layout = {} as ProjectLayout

/** A memory over answers that come in this order; an Error is thrown. */
function memory(...answers: readonly (object | undefined | Error)[]) {
  let asked = 0
  const learn = rememberSettings(async () => {
    const answer = answers[asked++]
    if (answer instanceof Error) throw answer
    return answer as Record<string, unknown> | undefined
  })
  return { learn, asked: () => asked }
}

test('what failed to be learnt is tried again, with the failure shown', async () => {
  const { learn, asked } = memory(new Error('no room'), undefined, { depth: 1 }, { depth: 2 })
  await expect(learn(target('a'), layout, command('/p'), 'f')).rejects.toThrow('no room')
  expect(await learn(target('a'), layout, command('/p'), 'f')).toBeUndefined()
  expect(await learn(target('a'), layout, command('/p'), 'f')).toEqual({ depth: 1 })
  expect(await learn(target('a'), layout, command('/p'), 'f')).toEqual({ depth: 1 })
  expect(asked()).toBe(3)
})

test('another target, folder or environment is learnt for itself', async () => {
  const { learn } = memory({ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 })
  expect(await learn(target('a'), layout, command('/p'), 'f')).toEqual({ n: 1 })
  expect(await learn(target('b'), layout, command('/p'), 'f')).toEqual({ n: 2 })
  expect(await learn(target('a'), layout, command('/q'), 'f')).toEqual({ n: 3 })
  expect(await learn(target('a'), layout, command('/p', { FOUNDRY_X: '1' }), 'f')).toEqual({ n: 4 })
  expect(await learn(target('a'), layout, command('/p'), 'f')).toEqual({ n: 1 })
})

test('ten who ask at once wait for one answer', async () => {
  const { learn, asked } = memory({ n: 1 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => learn(target('a'), layout, command('/p'), 'f')))
  expect(answers).toEqual(Array.from({ length: 10 }, () => ({ n: 1 })))
  expect(asked()).toBe(1)
})
