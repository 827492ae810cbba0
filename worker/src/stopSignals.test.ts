import { expect, test } from 'vitest'
import { REPEAT_WITHIN_MS, stopSignals } from './stopSignals.ts'

function record(timesMs: readonly number[]): string[] {
  const did: string[] = []
  let nowMs = 0
  const onSignal = stopSignals({ drain: () => did.push('drain'), end: () => did.push('end') }, () => nowMs)
  for (nowMs of timesMs) onSignal()
  return did
}

test('one Ctrl-C that arrives several times within moments only drains', () => {
  expect(record([5_000, 5_000, 5_003, 5_000 + REPEAT_WITHIN_MS - 1])).toEqual(['drain'])
})

test('a second Ctrl-C ends at once, also after repeats of the first', () => {
  expect(record([5_000, 5_000 + REPEAT_WITHIN_MS])).toEqual(['drain', 'end'])
  expect(record([5_000, 5_001, 9_000])).toEqual(['drain', 'end'])
})
