import { pino } from 'pino'
import { expect, test } from 'vitest'
import { zeroAddress, zeroBytes32 } from '../../protocol/primitives.ts'
import { startRelay } from '../startRelay.ts'
import { zSponsorSettings } from './sponsorSettings.ts'

const key = `0x${'11'.repeat(32)}`
const sponsor = { account: zeroBytes32, key, auditors: [zeroAddress], budgetUnits: '1' }
const chain = { rpcUrl: 'http://127.0.0.1:9', chainId: 1, escrow: zeroAddress }
const start = (more: Record<string, unknown>) =>
  startRelay(
    { dataDir: '/nowhere', key, ...more },
    { clock: { nowMs: () => 0 }, pid: 1, version: '0', logger: pino({ level: 'silent' }) },
  )

test('a sponsor without a chain, without a key that pays gas, without auditors or without a budget does not start', async () => {
  const pool = { requesters: [zeroAddress], workers: [zeroAddress] }
  await expect(start({ private: pool, sponsor })).rejects.toMatchObject({ code: 'FB3029' })
  await expect(start({ chain, sponsor })).rejects.toMatchObject({ code: 'FB3029' })
  const submitting = { ...chain, submit: { key } }
  await expect(start({ chain: submitting, sponsor: { ...sponsor, auditors: [] } })).rejects.toThrow('auditors')
  const { budgetUnits: _none, ...unlimited } = sponsor
  await expect(start({ chain: submitting, sponsor: unlimited })).rejects.toThrow('budgetUnits')
})

test('the defaults take GitHub’s own issuer, and no event that runs a stranger’s code with the repository’s trust', () => {
  const settings = zSponsorSettings.parse(sponsor)
  expect(settings.issuer).toBe('https://token.actions.githubusercontent.com')
  expect(settings.apiUrl).toBe('https://api.github.com')
  expect(settings.events).not.toContain('pull_request_target')
  expect(settings.events).not.toContain('issue_comment')
  expect(settings.licences).toContain('MIT')
  expect(settings.licences).not.toContain('BUSL-1.1')
})
