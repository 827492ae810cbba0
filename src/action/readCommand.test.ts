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
])('%j is not understood', (body) => expect(readCommand(body)).toMatchObject({ kind: 'unknown' }))

test.each([
  ['/fuzzburst run', null, null],
  ['  /fuzzburst   run  \r\nthanks', null, null],
  ['/fuzzburst run 20', 20, null],
  ['/fuzzburst run 20m 2.50', 20, '2.50'],
])('%j is a run', (body, minutes, maxSpend) => expect(readCommand(body)).toEqual({ kind: 'run', minutes, maxSpend }))
