import { expect, test } from 'vitest'
import { readCommand } from './readCommand.ts'

test.each(['', 'please /fuzzburst run', '> /fuzzburst run', '/fuzzburster run', 'x\n/fuzzburst run'])(
  '%j is no command',
  (body) => expect(readCommand(body)).toBeNull(),
)

test.each([
  '/fuzzburst',
  '/fuzzburst run 0',
  '/fuzzburst run 1000',
  '/fuzzburst run 10 -1',
  '/fuzzburst run 10 1e9',
  '/fuzzburst run $(id)',
  '/fuzzburst run 10 5 x',
  '/fuzzburst stop',
  '/fuzzburst publish',
  '/fuzzburst publish all',
  '/fuzzburst publish F-1A2B3C4D',
  '/fuzzburst publish F-1a2b3c4d F-00000000',
  '/fuzzburst publish F-1a2b3c4d`$(id)`',
  '/fuzzburst publish ../../F-1a2b3c4d',
])('%j is not understood', (body) => expect(readCommand(body)).toMatchObject({ kind: 'unknown' }))

test.each([
  ['/fuzzburst run', null, null],
  ['  /fuzzburst   run  \r\nthanks', null, null],
  ['/fuzzburst run 20', 20, null],
  ['/fuzzburst run 20m 2.50', 20, '2.50'],
])('%j is a run', (body, minutes, maxSpend) => expect(readCommand(body)).toEqual({ kind: 'run', minutes, maxSpend }))

test('a finding is published by its id', () =>
  expect(readCommand('/fuzzburst  publish F-1a2b3c4d\nplease')).toEqual({ kind: 'publish', finding: 'F-1a2b3c4d' }))
