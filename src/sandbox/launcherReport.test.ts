import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLauncherReport, signalName } from './launcherReport.ts'

test('what is not a report is none, and nothing makes the parser throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseLauncherReport(text)))
  fc.assert(fc.property(fc.json(), (text) => parseLauncherReport(text) === undefined))
  const figures = { v: 1, cpuMicros: 1, wallMs: 2, maxRssBytes: 3 }
  expect(parseLauncherReport(JSON.stringify({ ...figures, end: 'limit', limit: 'patience' }))).toBeUndefined()
  expect(parseLauncherReport(JSON.stringify({ ...figures, end: 'exited', code: 0, extra: 1 }))).toBeUndefined()
  expect(parseLauncherReport(JSON.stringify({ ...figures, cpuMicros: -1, end: 'stopped' }))).toBeUndefined()
})

test('a report is read', () => {
  const report = { v: 1, cpuMicros: 1, wallMs: 2, maxRssBytes: 3, end: 'limit', limit: 'cpu' }
  expect(parseLauncherReport(`${JSON.stringify(report)}\n`)).toEqual(report)
})

test('signals have names', () => {
  expect([signalName(9), signalName(25), signalName(50)]).toEqual(['SIGKILL', 'SIGXFSZ', 'SIG50'])
})
