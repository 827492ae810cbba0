import { pino } from 'pino'
import { type RelaySettingsInput, startRelay } from './startRelay.ts'

/** A relay in a process of its own, for tests that kill it. Settings come as JSON in the first argument; says its URL. */
const settings = JSON.parse(process.argv[2] ?? '{}') as RelaySettingsInput
const { url } = await startRelay(settings, {
  clock: { nowMs: () => Date.now() },
  pid: process.pid,
  version: '0.0.0-test',
  logger: pino({ level: 'silent' }),
})
process.stdout.write(`${url}\n`)
