import { expect, test } from 'vitest'
import { stepTimes } from './stepTimes.ts'

test('steps are listed in order, and the build is named but not counted', () => {
  let nowMs = 1_000
  const steps = stepTimes({ now: () => nowMs })
  for (const [step, ms] of [
    ['connect', 200],
    ['build', 5_000],
    ['plan', 1_250],
    ['upload', 40],
  ] as const) {
    nowMs += ms
    steps.done(step)
  }
  expect(steps.text()).toBe('build 5.0 s; beyond it connect 0.2 s, plan 1.3 s, upload 0.0 s: 1.5 s in all')
})
