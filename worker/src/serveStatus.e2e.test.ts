import { afterEach, expect, test } from 'vitest'
import { sha256 } from '../../src/protocol/digest.ts'
import { readStatus } from './readStatus.ts'
import { type StatusServer, serveStatus } from './serveStatus.ts'
import { createWorkerMetrics } from './workerMetrics.ts'
import { renderStatus, type WorkerStatus } from './workerStatus.ts'

const status: WorkerStatus = {
  v: 1,
  name: 'den',
  version: '0.1.0',
  worker: '0x1111111111111111111111111111111111111111',
  state: 'running',
  startedAt: 1_000,
  tier: 'landlock',
  holds: ['network: none', 'files: only its own'],
  determinismClass: sha256('class'),
  engine: { name: 'forge', version: '1.7.1' },
  slots: { total: 4, busy: 1 },
  relays: [
    { url: 'http://one.test', up: true, pool: 'chain' },
    { url: 'http://two.test', up: false, pool: null },
  ],
  leases: [{ lease: sha256('lease'), relay: 'http://one.test', slices: 12, done: 5, state: 'running', ageSeconds: 31 }],
  work: { slices: 17, cpuSeconds: 95.4, ended: { delivered: 1, 'handed-back': 1 } },
  earnings: {
    basis: 'chain',
    earnedUnits: 123_456_789_012_345_678_901n,
    paidLeases: 3,
    rejected: [{ job: sha256('job'), slot: 2, reason: 'auditMismatch' }],
  },
  pursuit: { open: 2, undated: 1, sent: { contest: 1 } },
  cacheBytes: 3 * 2 ** 20,
}

const metrics = createWorkerMetrics(() => ({
  slots: 4,
  slotsBusy: 1,
  cacheBytes: 3,
  relaysUp: 1,
  leaseAgesSeconds: [31],
  earnedUnits: 7n,
  rejectedLeases: 1,
  pursuit: { open: 2, undated: 1 },
}))

let server: StatusServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const open = async () => {
  server = await serveStatus({ host: '127.0.0.1', port: 0 }, () => status, metrics.registry)
  return `http://127.0.0.1:${server.port}`
}

test('nothing but the three pages is answered, and nothing can be sent', async () => {
  const base = await open()
  expect((await fetch(`${base}/../etc/passwd`)).status).toBe(404)
  expect((await fetch(`${base}/constructor`)).status).toBe(404)
  expect((await fetch(`${base}/status`, { method: 'POST', body: 'x' })).status).toBe(404)
})

test('an address in use is a coded error', async () => {
  await open()
  const again = serveStatus({ host: '127.0.0.1', port: server!.port }, () => status, metrics.registry)
  await expect(again).rejects.toMatchObject({ code: 'FB3209' })
})

test('asking where no worker is says so', async () => {
  const base = await open()
  const port = Number(new URL(base).port)
  await server!.close()
  await expect(readStatus({ host: '127.0.0.1', port }, fetch)).rejects.toMatchObject({ code: 'FB3206' })
})

test('the status arrives as it was said, large amounts included', async () => {
  await open()
  expect(await readStatus({ host: '127.0.0.1', port: server!.port }, fetch)).toEqual(status)
  expect(await (await fetch(`http://127.0.0.1:${server!.port}/healthz`)).json()).toEqual({ ok: true, state: 'running' })
})

test('metrics are of the moment and their labels come from fixed sets', async () => {
  const base = await open()
  metrics.slice(1.5)
  metrics.leaseEnded('delivered')
  metrics.offerRefused('price')
  const text = await (await fetch(`${base}/metrics`)).text()
  for (const line of [
    'fuzzburst_worker_slots_busy 1',
    'fuzzburst_worker_cpu_seconds_total 1.5',
    'fuzzburst_worker_leases_total{end="delivered"} 1',
    'fuzzburst_worker_offers_refused_total{flaw="price"} 1',
    'fuzzburst_worker_lease_age_seconds_max 31',
    'fuzzburst_worker_earned_units 7',
  ])
    expect(text).toContain(`${line}\n`)
})

test('a person reads the verdict first', () => {
  expect(renderStatus(status)).toMatchInlineSnapshot(`
    "den (0x1111111111111111111111111111111111111111) is running: 1 of 4 slots busy, 1 of 2 relays reachable
      sandbox    landlock: network: none; files: only its own
      engine     forge 1.7.1, class 0x0889113e
      done       17 slices, 95 s of CPU; leases: 1 delivered, 1 handed-back
      earned     123456789012345678901 token units in 3 leases; 1 rejected (settled on chain)
      pursued    2 leases not settled for good, 1 of them undated; sent: 1 contest
      cache      3.0 MiB
      relay      http://one.test: up (chain pool)
      relay      http://two.test: not reachable
      lease      0xb544a768 running: 5 of 12 slices, 31 s
    "
  `)
})

test('what only relays say was earned is shown as their word', () => {
  const told = renderStatus({ ...status, earnings: { ...status.earnings, basis: 'relays' } })
  expect(told).toContain(
    '  earned     relays say: 123456789012345678901 token units in 3 leases; 1 rejected (not checked: no --rpc-url)\n',
  )
})
