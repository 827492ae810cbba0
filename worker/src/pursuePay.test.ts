import { pino } from 'pino'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test, vi } from 'vitest'
import { productionWindows } from '../../src/escrow/deployment.ts'
import { EscrowRefused, RpcUnreachable } from '../../src/escrow/errors.ts'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import type { PoolConnection } from '../../src/pool/pool.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { messageHash, type Receipt } from '../../src/protocol/messages.ts'
import { zeroAddress } from '../../src/protocol/primitives.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import { signShardRoot } from './commitShard.ts'
import { resultFor } from './engine.fixture.ts'
import type { LeaseProof, SignedReceipt } from './leaseProof.ts'
import { type ManualClock, manualClock } from './manualClock.fixture.ts'
import { jobKey, makeOffer, workerKey } from './offer.fixture.ts'
import { createPayPursuit, DATE_EVERY_MS, PURSUE_EVERY_MS } from './pursuePay.ts'
import type { RelayLink } from './relayLink.ts'

const venue = { chainId: 31_337, escrow: zeroAddress }
const relay = 'http://relay.test'

/** A lease of 10 units that ends at second 10,000, rooted with all of its slices. */
async function proofOf(change: Partial<LeaseProof> = {}): Promise<LeaseProof> {
  const offer = await makeOffer({ venue: change.venue ?? venue })
  const slices = offer.spec.seeds.map((seed, k) => ({
    k,
    salt: sha256(`salt ${k}`),
    corpusDigest: sha256('corpus'),
    cpuMs: 1,
    result: resultFor({ seed, invocation: offer.spec.invocation }),
  }))
  const root = await signShardRoot(workerKey, offer, slices)
  const { message: lease, signature: leaseSignature } = offer
  const { assignerSignature } = offer
  return {
    v: 1,
    venue,
    relay,
    lease,
    leaseSignature,
    assignerSignature,
    root,
    receipt: null,
    delivered: true,
    ...change,
  }
}

async function receiptFor(proof: LeaseProof, change: Partial<Receipt> = {}, key = jobKey): Promise<SignedReceipt> {
  const { job, lease } = proof.root.message
  const rootMessage = messageHash('Root', proof.root.message)
  const message = { job, lease, rootMessage, receivedAt: 9_000, ...change }
  return { message, signature: await signMessageStruct(key, venue, 'Receipt', message) }
}

function bench(
  options: {
    readonly receipt?: () => SignedReceipt | null
    readonly escrow?: Partial<EscrowWriter> | null
    readonly floorUnits?: bigint
    readonly relayIsUp?: boolean
  } = {},
) {
  const clock: ManualClock = manualClock(9_000_000)
  const kept: SignedReceipt[] = []
  const recorded: string[] = []
  const connection = {
    worker: { requesterReceipt: async () => options.receipt?.() ?? null },
    relayNowMs: () => clock.nowMs(),
  } as unknown as PoolConnection
  const link: RelayLink = {
    url: relay,
    connection: options.relayIsUp === false ? undefined : connection,
    call: (work) => work(connection),
    ready: async () => connection,
    lost: () => undefined,
  }
  const escrow = {
    venue,
    recordRoot: async (root: string) => {
      recorded.push(root)
      return { transaction: root, gasUsed: 1n }
    },
    job: async () => undefined,
    ...options.escrow,
  } as unknown as EscrowWriter
  const pursuit = createPayPursuit({
    links: [link],
    journal: { rooted: async () => [], keepRequesterReceipt: async (_lease, receipt) => void kept.push(receipt) },
    escrow: options.escrow === null ? undefined : escrow,
    floorUnits: options.floorUnits ?? 1n,
    settlement: () => undefined,
    clock,
    log: pino({ level: 'silent' }),
  })
  const over = new AbortController()
  const loops = options.escrow === null ? 1 : 2
  const idle = () => vi.waitFor(() => expect(clock.sleepers).toBe(loops), { interval: 2, timeout: 20_000 })
  let following: Promise<void> | undefined
  return {
    pursuit,
    kept,
    recorded,
    clock,
    async until(second: number) {
      following ??= pursuit.follow(over.signal)
      await idle()
      while (clock.nowMs() < second * 1_000) {
        await clock.advance(Math.min(DATE_EVERY_MS, second * 1_000 - clock.nowMs()))
        await idle()
      }
    },
    async stop() {
      over.abort()
      await following
    },
  }
}

test('receipts of another key, for another root, or dated after the lease are not kept, and the root is recorded on chain', async () => {
  const proof = await proofOf()
  const stranger = privateKeyToAccount(sha256('stranger'))
  const useless = [
    await receiptFor(proof, {}, stranger),
    await receiptFor(proof, { rootMessage: sha256('other') }),
    await receiptFor(proof, { receivedAt: proof.lease.expires + 1 }),
    await receiptFor(proof, { receivedAt: 0 }),
  ]
  let turn = 0
  const { pursuit, kept, recorded, until, stop } = bench({ receipt: () => useless[turn++ % useless.length]! })
  pursuit.rooted(proof)
  await until(9_969)
  expect(recorded).toEqual([])
  await until(9_975)
  expect([kept, recorded]).toEqual([[], [messageHash('Root', proof.root.message)]])
  // Once is enough.
  await until(10_010)
  expect(recorded).toHaveLength(1)
  await stop()
})

test('with the requester’s receipt on disk nothing is recorded on chain', async () => {
  const proof = await proofOf()
  const receipt = await receiptFor(proof)
  const { pursuit, kept, recorded, until, stop } = bench({ receipt: () => receipt })
  pursuit.rooted(proof)
  await until(10_010)
  expect([kept, recorded]).toEqual([[receipt], []])
  expect(pursuit.state).toMatchObject({ open: 1, undated: 0 })
  await stop()
})

test('a root is recorded when the relay is away, and never for less than the floor, for a private pool or for another escrow', async () => {
  const away = bench({ relayIsUp: false })
  away.pursuit.rooted(await proofOf())
  await away.until(9_975)
  expect(away.recorded).toHaveLength(1)
  await away.stop()

  const others = bench({ floorUnits: 11n })
  others.pursuit.rooted(await proofOf())
  others.pursuit.rooted(await proofOf({ venue: { chainId: 0, escrow: zeroAddress } }))
  others.pursuit.rooted(await proofOf({ venue: { chainId: 1, escrow: zeroAddress } }))
  expect(others.pursuit.state).toMatchObject({ open: 1 })
  await others.until(10_010)
  expect(others.recorded).toEqual([])
  await others.stop()
})

test('a root that comes in the last seconds of its lease is recorded at once, one with time left waits for the requester', async () => {
  const late = bench()
  await late.until(9_992)
  late.pursuit.rooted(await proofOf())
  await late.until(9_994)
  expect(late.recorded).toHaveLength(1)
  await late.stop()

  const early = bench()
  await early.until(9_975)
  early.pursuit.rooted(await proofOf())
  await early.until(9_978)
  expect(early.recorded).toHaveLength(0)
  await early.until(9_985)
  expect(early.recorded).toHaveLength(1)
  await early.stop()
})

test('a chain that fails while a root is recorded is asked again while there is time', async () => {
  let tries = 0
  const { pursuit, until, stop } = bench({
    escrow: {
      recordRoot: async () => {
        tries += 1
        throw new RpcUnreachable('http://rpc.test', 'down')
      },
    },
  })
  pursuit.rooted(await proofOf())
  await until(9_999)
  const within = tries
  expect(within).toBeGreaterThan(5)
  await until(10_060)
  expect(tries).toBe(within)
  await stop()
})

test('what the escrow refuses is tried again ever more rarely, and one lease’s refusal stops no other', async () => {
  let claims = 0
  const now = 200_000
  const { pursuit, clock, until, stop } = bench({
    escrow: {
      job: async (job) => ({ job, state: 'voided', defaultFrom: now, settleBy: 1 }) as never,
      windows: async () => productionWindows,
      now: async () => now,
      contestOf: async () => undefined,
      postOf: async () => undefined,
      recordedAt: async () => 9_000,
      claimDefault: async () => {
        claims += 1
        throw new EscrowRefused('WrongLease()')
      },
    },
  })
  const proof = await proofOf()
  pursuit.rooted(proof)
  await until(9_000 + (10 * PURSUE_EVERY_MS) / 1_000)
  expect(claims).toBeGreaterThan(1)
  expect(claims).toBeLessThan(6)
  expect(clock.nowMs()).toBe(9_600_000)
  expect(pursuit.state).toMatchObject({ open: 1, sent: {} })
  await stop()
})

test('without a chain, receipts are collected and nothing else is remembered', async () => {
  const proof = await proofOf()
  const receipt = await receiptFor(proof)
  const { pursuit, kept, until, stop } = bench({ escrow: null, receipt: () => receipt })
  pursuit.rooted(proof)
  await until(9_003)
  expect([kept, pursuit.state.open]).toEqual([[receipt], 0])
  await stop()
})
