import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { planCampaign } from '../campaign/planCampaign.ts'
import { planInput, timedTarget } from '../campaign/planInput.fixture.ts'
import { sha256 } from '../protocol/digest.ts'
import { type Bytes32, zeroAddress } from '../protocol/primitives.ts'
import type { BurstDeps } from '../requester/burstDeps.ts'
import type { Shell } from '../requester/connectWorld.ts'
import { saveJob } from '../requester/projectState.ts'
import { finishAction } from './finishAction.ts'
import type { Runner } from './runner.ts'
import { savedForPost } from './savedForPost.ts'

let folder: string
let root: string
let trustedDir: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-post-')))
  root = path.join(folder, 'checkout')
  trustedDir = path.join(folder, 'temp', 'fuzzburst')
  mkdirSync(root)
  writeFileSync(path.join(folder, 'event.json'), '{}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A job that an earlier step opened at 1,000 s, through a relay that nothing listens at. */
async function leave(
  dir: string,
  name: string,
  change: { startedAtMs?: number; settled?: boolean } = {},
): Promise<Bytes32> {
  const job = sha256(name)
  await saveJob(dir, {
    v: 1,
    job,
    classes: null,
    series: null,
    auditShards: [],
    nonce: sha256(`nonce of ${name}`),
    relay: `http://${name}.test`,
    plan: planCampaign(planInput([timedTarget(1, 'fuzz', 100)])),
    intent: {
      account: sha256('account'),
      jobHash: sha256('plan'),
      auditCommit: sha256('commit'),
      jobKey: zeroAddress,
      assigner: zeroAddress,
      slots: 1,
      spares: 0,
      slotPrice: 1n,
      finderReserve: 0n,
      relayerFeeCap: 0n,
      openBy: 2_000,
      settleBy: 3_000,
    },
    intentSignature: `0x${'00'.repeat(65)}`,
    visibility: 'public',
    startedAtMs: 1_000_000,
    signed: [],
    settled: false,
    ...change,
  })
  return job
}

/** Runs the post step; every relay is away, and nobody waits for one by the clock. */
async function post(isShown = true) {
  const state = new Map<string, string>()
  const said: string[] = []
  const warnings: string[] = []
  const shells: Shell[] = []
  const asked = new Set<string>()
  const runner: Runner = {
    input: (name) => (name === 'key' ? `0x${'5e'.repeat(32)}` : ''),
    mask: () => {},
    command: (line) => warnings.push(line),
    say: (text) => said.push(text),
    setOutput: () => {},
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? '',
    addSummary: async () => {},
    close: () => {},
  }
  savedForPost.write(runner, { root, trustedDir, startedAtMs: 1_000_000, freeKey: null, carried: null })
  if (isShown) savedForPost.shown(runner)
  let nowMs = 2_000_000
  const deps = {
    stateDir: path.join(root, '.fuzzburst'),
    trustedDir,
    poolClock: {
      nowMs: () => nowMs,
      sleep: async (ms: number) => {
        nowMs += ms
      },
    },
    fetch: async (url: string | URL) => {
      asked.add(new URL(url).host)
      throw new TypeError('fetch failed')
    },
  } as unknown as BurstDeps
  await finishAction({
    runner,
    env: { GITHUB_WORKSPACE: root, GITHUB_EVENT_PATH: path.join(folder, 'event.json') },
    connect: async (shell) => {
      shells.push(shell)
      return deps
    },
  })
  return { said: said.join('\n'), warnings, shells, asked: [...asked].sort() }
}

test('jobs that came with the checkout are none of ours', async () => {
  await leave(path.join(root, '.fuzzburst'), 'planted')
  expect(await post()).toEqual({ said: '', warnings: [], shells: [], asked: [] })
})

test('settled jobs and those of earlier steps are left alone', async () => {
  await leave(trustedDir, 'settled', { settled: true })
  await leave(trustedDir, 'earlier', { startedAtMs: 999_999 })
  expect(await post()).toEqual({ said: '', warnings: [], shells: [], asked: [] })
})

test('a job that was settled, and whose report was never shown, is named, and nothing is asked of anybody', async () => {
  const job = await leave(trustedDir, 'settled', { settled: true })
  await leave(trustedDir, 'earlier', { startedAtMs: 999_999, settled: true })
  const { said, warnings, asked } = await post(false)
  expect(warnings.length).toBe(1)
  expect(warnings[0]).toContain('FB7050')
  expect(said).toContain(`Burst ${job} is settled`)
  expect(asked).toEqual([])
})

test('a file that cannot be read and a job that cannot be ended keep no other job from being ended', async () => {
  const jobs = [await leave(trustedDir, 'one'), await leave(trustedDir, 'two')]
  const unreadable = ['00', 'ff'].map((byte) => `0x${byte.repeat(32)}`)
  for (const name of unreadable) writeFileSync(path.join(trustedDir, 'jobs', `${name}.json`), '{}')
  const { said, warnings, shells, asked } = await post()
  expect(asked).toEqual(['one.test', 'two.test'])
  for (const job of jobs) expect(said).toContain(`job ${job} is still open`)
  expect(warnings.map((line) => /FB\d{4}/.exec(line)?.[0])).toEqual(['FB1016', 'FB1016', 'FB3101', 'FB3101'])
  expect(warnings.every((line) => line.startsWith('::warning '))).toBe(true)
  expect(shells).toMatchObject([{ root, trustedDir }])
})
