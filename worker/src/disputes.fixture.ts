import { pino } from 'pino'
import type { PrivateKeyAccount } from 'viem/accounts'
import { privateKeyToAccount } from 'viem/accounts'
import type { EscrowWriter } from '../../src/escrow/escrow.ts'
import { isSettlementOf } from '../../src/escrow/settlementHash.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../../src/escrow/testEscrow.fixture.ts'
import type { PoolConnection } from '../../src/pool/pool.ts'
import type { LeaseOffer } from '../../src/protocol/api.ts'
import type { Evidence } from '../../src/protocol/evidence.ts'
import { leaseId, messageHash, type Root } from '../../src/protocol/messages.ts'
import { type PayoutLine, type PayoutReason, payoutTree } from '../../src/protocol/payout.ts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import {
  signedRoot,
  startTestRelay,
  type TestJob,
  type TestRelay,
  type TestRequester,
  testJob,
  testRequester,
  testWorker,
  workers,
} from '../../src/relay/testRelay.fixture.ts'
import { dateRoots } from './dateRoots.ts'
import { claimPayout } from './earnings.ts'
import type { LeaseProof } from './leaseProof.ts'
import { pursueJob } from './pursueJob.ts'
import type { RelayLink } from './relayLink.ts'
import { type TrackedLease, trackLease } from './trackedLease.ts'

export const FEE = ONE / 10n
const log = pino({ level: 'silent' })

/** A chain, a relay over it that opens, settles, answers and closes, and one clock for both. */
export interface DisputeWorld {
  readonly chain: TestEscrow
  readonly relay: TestRelay
  /** Moves the chain's and the relay's time on. */
  advance(seconds: number): Promise<void>
  /** Lets the relay look after what it carried. */
  sweep(): Promise<void>
  /** Everything in the account and the locks, in token units. */
  accountUnits(): Promise<bigint>
  /** A job of some shards at ONE a slot, opened through the relay by a requester that signs leases. */
  openJob(name: string, shards: number): Promise<OpenJob>
  close(): Promise<void>
}

export interface OpenJob extends TestJob {
  readonly requester: TestRequester
  /** Lets a worker take a lease. */
  lease(worker: number): Promise<WorkedLease>
  /** Hands in lines and settles. */
  settle(lines: readonly PayoutLine[], through?: 'relay' | 'chain only'): Promise<void>
}

/** A lease in a worker's hands. */
export interface WorkedLease {
  readonly offer: LeaseOffer
  readonly key: PrivateKeyAccount
  /** Signs a root over `done` of its four slices and hands it in. */
  root(done?: number): Promise<TrackedLease>
  line(payUnits: bigint, reason: PayoutReason): PayoutLine
}

export async function startDisputeWorld(): Promise<DisputeWorld> {
  const chain = await startTestEscrow()
  const relay = await startTestRelay(
    {},
    {
      venue: chain.venue,
      pool: { kind: 'chain', escrow: chain.owner },
      submitter: { writer: chain.anyone, feeUnits: FEE },
    },
  )
  const hellos = new Map<number, PoolConnection['worker']>()
  const hello = async (n: number) => {
    const known = hellos.get(n) ?? (await testWorker(relay, workers[n]!))
    hellos.set(n, known)
    return known
  }

  async function openJob(name: string, shards: number): Promise<OpenJob> {
    const now = await chain.owner.now()
    const job = await testJob(name, shards, {
      venue: chain.venue,
      signer: chain.spender,
      visibility: 'public',
      spares: 1,
      intent: {
        account: chain.account,
        slotPrice: ONE,
        relayerFeeCap: 2n * FEE,
        openBy: now + 3_600,
        settleBy: now + 7_200,
      },
    })
    const { requester: pool } = await relay.connect(job.secrets.jobKey)
    await pool.submitOpen({ intent: job.intent, signature: job.document.intentSignature })
    const requester = await testRequester(relay, job)
    return {
      ...job,
      requester,
      lease: async (n) => {
        const worker = await hello(n)
        const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
        return workedLease(offer, workers[n]!, worker, relay)
      },
      async settle(lines, through = 'relay') {
        const tree = payoutTree(job.job, lines)
        const message = {
          job: job.job,
          payoutRoot: tree.root,
          payoutDepth: tree.depth,
          total: tree.totalUnits,
          auditSecret: job.secrets.auditSecret,
        }
        const signature = await signMessageStruct(job.secrets.jobKey, chain.venue, 'Settlement', message)
        if (through === 'relay') await pool.settle(job.job, { message, signature, lines: [...lines] })
        else await chain.anyone.settle(message, signature)
      },
    }
  }

  return {
    chain,
    relay,
    openJob,
    async advance(seconds) {
      relay.clock.advance(seconds)
      await chain.anvil.advanceSeconds(seconds)
    },
    async sweep() {
      // Longer than both of its patiences: that of the store's sweep and that of one job.
      relay.clock.advance(61)
      await relay.relay.sweep()
    },
    async accountUnits() {
      const account = (await chain.owner.account(chain.account))!
      return account.balanceUnits + account.lockedUnits
    },
    async close() {
      await relay.dispose()
      await chain.anvil.stop()
    },
  }
}

function workedLease(
  offer: LeaseOffer,
  key: PrivateKeyAccount,
  worker: PoolConnection['worker'],
  relay: TestRelay,
): WorkedLease {
  return {
    offer,
    key,
    async root(done = 4) {
      const root = await signedRoot(key, offer, { done })
      const receipt = await worker.root(offer.lease, root)
      const proof: LeaseProof = {
        v: 1,
        venue: offer.venue,
        relay: relay.url,
        lease: offer.message,
        leaseSignature: offer.signature,
        assignerSignature: offer.assignerSignature,
        root,
        receipt,
        delivered: true,
      }
      return trackLease({ proof, requesterReceipt: null }, relay.clock.nowMs())
    },
    line: (payUnits, reason) => ({
      slot: offer.message.slot,
      lease: offer.lease,
      worker: key.address,
      payUnits,
      rewardUnits: 0n,
      reason,
    }),
  }
}

/** The requester's receipt for a tracked root, as an honest one sends it. */
export async function sendReceipt(world: DisputeWorld, job: OpenJob, tracked: TrackedLease): Promise<void> {
  const message = {
    job: job.job,
    lease: tracked.lease,
    rootMessage: messageHash('Root', tracked.proof.root.message),
    receivedAt: Math.floor(world.relay.clock.nowMs() / 1_000),
  }
  const signature = await signMessageStruct(job.secrets.jobKey, world.chain.venue, 'Receipt', message)
  await job.requester.pool.receipt(job.job, { message, signature })
}

/** What a worker's process does, step by step, with gas of its own. */
export interface TestPursuer {
  readonly escrow: EscrowWriter
  readonly sent: string[]
  /** Fetches receipts, or dates roots on chain. */
  date(...tracked: TrackedLease[]): Promise<void>
  /** Looks at the job once and does what is due. @returns the leases of which nothing can come any more */
  pursue(job: Bytes32, ...tracked: TrackedLease[]): Promise<number>
  /** Claims what the shown lines give the worker. */
  claim(worker: number, job: Bytes32): Promise<string>
}

/** @param relayIsUp false: the worker reaches no relay */
export function testPursuer(world: DisputeWorld, options: { relayIsUp?: boolean; gasKey?: number } = {}): TestPursuer {
  const escrow = world.chain.writer(world.chain.anvil.accounts[options.gasKey ?? 5]!)
  const sent: string[] = []
  const links = new Map<PrivateKeyAccount, RelayLink>()
  const linkOf = async (key: PrivateKeyAccount): Promise<RelayLink> => {
    const known = links.get(key)
    if (known !== undefined) return known
    const connection = await world.relay.connect(key)
    const link: RelayLink = {
      url: world.relay.url,
      connection,
      call: (work) => work(connection),
      ready: async () => connection,
      lost: () => undefined,
    }
    links.set(key, link)
    return link
  }
  const keyOf = (tracked: TrackedLease) =>
    workers.find(({ address }) => address === tracked.proof.lease.worker) ?? privateKeyToAccount(`0x${'1'.repeat(64)}`)
  const shown = async (worker: number, job: Bytes32) => {
    const payouts = await (await world.relay.connect(workers[worker]!)).worker.payouts()
    const payout = payouts.find((candidate) => candidate.job === job)
    return payout === undefined ? undefined : payoutTree(job, payout.lines)
  }
  return {
    escrow,
    sent,
    async date(...tracked) {
      for (const one of tracked)
        await dateRoots(
          [one],
          {
            links: options.relayIsUp === false ? [] : [await linkOf(keyOf(one))],
            journal: { keepRequesterReceipt: async () => undefined },
            escrow,
            floorUnits: 1n,
            clock: world.relay.clock,
            log,
          },
          new AbortController().signal,
        )
    },
    async pursue(job, ...tracked) {
      const trees = options.relayIsUp === false ? [] : await Promise.all([0, 1, 2].map((n) => shown(n, job)))
      const { over } = await pursueJob(job, tracked, {
        escrow,
        floorUnits: 1n,
        settlement: (view) => trees.find((tree) => tree !== undefined && isSettlementOf(view, tree)),
        nowMs: () => world.relay.clock.nowMs(),
        log,
        onSent: (what) => sent.push(what),
      })
      return over.length
    },
    async claim(worker, job) {
      const tree = await shown(worker, job)
      return tree === undefined ? 'not shown' : claimPayout(tree, workers[worker]!.address, escrow)
    },
  }
}

/** Two different roots of one worker for one lease: what an equivocator leaves. */
export async function otherRoot(lease: WorkedLease): Promise<{ message: Root; signature: `0x${string}` }> {
  return signedRoot(lease.key, lease.offer, { root: messageHash('Lease', lease.offer.message) })
}

/** Evidence of an accomplice of the requester: a second lease of the same slot, with its root and its receipt. */
export async function accompliceOf(world: DisputeWorld, job: OpenJob, tracked: TrackedLease): Promise<Evidence> {
  const key = workers[2]!
  const { jobKey } = job.secrets
  const { venue } = world.chain
  const lease = { ...tracked.proof.lease, worker: key.address }
  const root = { ...tracked.proof.root.message, lease: leaseId(lease) }
  const receipt = {
    job: job.job,
    lease: leaseId(lease),
    rootMessage: messageHash('Root', root),
    receivedAt: lease.expires,
  }
  return {
    lease: { message: lease, signature: await signMessageStruct(jobKey, venue, 'Lease', lease) },
    assignerSignature: null,
    root: { message: root, signature: await signMessageStruct(key, venue, 'Root', root) },
    receipt: { message: receipt, signature: await signMessageStruct(jobKey, venue, 'Receipt', receipt) },
  }
}
