import { afterAll, beforeAll, expect, test } from 'vitest'
import { productionWindows } from '../escrow/deployment.ts'
import { settlementHash } from '../escrow/settlementHash.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../escrow/testEscrow.fixture.ts'
import { type PayoutLine, payoutTree } from '../protocol/payout.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import {
  layer,
  layerDigest,
  refusalOf,
  signedRoot,
  startTestRelay,
  type TestJob,
  type TestRelay,
  testJob,
  testRequester,
  testWorker,
  workers,
} from './testRelay.fixture.ts'

const FEE = ONE / 10n
let chain: TestEscrow
let relay: TestRelay
beforeAll(async () => {
  chain = await startTestEscrow()
  relay = await startTestRelay(
    {},
    {
      venue: chain.venue,
      pool: { kind: 'chain', escrow: chain.owner },
      submitter: { writer: chain.anyone, feeUnits: FEE },
    },
  )
})
afterAll(async () => {
  await relay?.dispose()
  await chain?.anvil.stop()
})

function chainJob(name: string, change: Parameters<typeof testJob>[2] = {}): Promise<TestJob> {
  const intent = { account: chain.account, slotPrice: ONE, relayerFeeCap: 2n * FEE, ...change.intent }
  return testJob(name, 1, { venue: chain.venue, signer: chain.spender, visibility: 'public', ...change, intent })
}

test('without a lock there is no job, and code that is not public goes to no public pool', async () => {
  const job = await chainJob('no lock')
  const { requester } = await relay.connect(job.secrets.jobKey)
  await requester.putBlob(layerDigest, layer)
  expect(await refusalOf(requester.postJob(job.document))).toBe('FB3014')
  expect(await refusalOf(requester.postJob({ ...job.document, visibility: 'private' }))).toBe('FB3017')
})

test('the relay opens no job whose fee cap is too low, or that the escrow would refuse, and says why', async () => {
  const cheap = await chainJob('cheap', { intent: { relayerFeeCap: FEE } })
  const { requester } = await relay.connect(cheap.secrets.jobKey)
  const open = (job: TestJob) => requester.submitOpen({ intent: job.intent, signature: job.document.intentSignature })
  expect(await refusalOf(open(cheap))).toBe('FB3026')
  const dear = await chainJob('dear', { intent: { slotPrice: 1_000n * ONE } })
  expect(await refusalOf(open(dear))).toMatch(/^FB200[34]$/)
})

test('a job is opened, leased, settled and closed through the relay, and its fees are paid from the lock', async () => {
  const job = await chainJob('paid')
  const before = (await chain.owner.account(chain.account))!.balanceUnits
  const paidBefore = await chain.tokensOf(chain.anyone.sender)
  const { requester: pool } = await relay.connect(job.secrets.jobKey)
  const open = { intent: job.intent, signature: job.document.intentSignature }
  expect(await pool.submitOpen(open)).toMatchObject({ alreadyDone: false })
  expect(await pool.submitOpen(open)).toEqual({ transaction: null, alreadyDone: true })

  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, workers[0]!)
  const offer = (await worker.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  expect(offer.message.price).toBe(ONE)
  await worker.root(offer.lease, await signedRoot(workers[0]!, offer))
  await worker.putResults(offer.lease, new Uint8Array(3))
  await pool.verdict(job.job, { lease: offer.lease, verdict: 'accepted' })

  const line: PayoutLine = {
    slot: offer.message.slot,
    lease: offer.lease,
    worker: offer.message.worker,
    payUnits: ONE,
    rewardUnits: 0n,
    reason: 'full',
  }
  const tree = payoutTree(job.job, [line])
  const message = {
    job: job.job,
    payoutRoot: tree.root,
    payoutDepth: tree.depth,
    total: tree.totalUnits,
    auditSecret: job.secrets.auditSecret,
  }
  const signature = await signMessageStruct(job.secrets.jobKey, chain.venue, 'Settlement', message)
  const settled = await pool.settle(job.job, { message, signature, lines: [line] })
  expect(settled.transaction).toMatch(/^0x/)
  // Handed in again, the same transaction is named and nothing is sent.
  expect(await pool.settle(job.job, { message, signature, lines: [line] })).toEqual(settled)
  await requester.saw('settled')
  expect(await chain.owner.job(job.job)).toMatchObject({
    state: 'settled',
    settlementHash: settlementHash(chain.token, tree),
  })
  expect(await worker.payouts()).toMatchObject([{ job: job.job, lines: [line] }])
  expect(await refusalOf(pool.submitClose(job.job))).toBe('FB2040')
  expect((await chain.tokensOf(chain.anyone.sender)) - paidBefore).toBe(2n * FEE)
  const account = (await chain.owner.account(chain.account))!
  // What the settlement owes is the workers' from then on, no longer the account's.
  expect(account.balanceUnits + account.lockedUnits).toBe(before - 2n * FEE - tree.totalUnits)
  await requester.stop()
})

test('a settlement that its requester sends by itself is seen on chain', async () => {
  const own = await startTestRelay({}, { venue: chain.venue, pool: { kind: 'chain', escrow: chain.owner } })
  try {
    const job = await chainJob('own gas')
    await chain.owner.open(job.intent, job.document.intentSignature)
    const requester = await testRequester(own, job)
    const message = {
      job: job.job,
      payoutRoot: payoutTree(job.job, []).root,
      payoutDepth: 0,
      total: 0n,
      auditSecret: job.secrets.auditSecret,
    }
    const signature = await signMessageStruct(job.secrets.jobKey, chain.venue, 'Settlement', message)
    const request = { message, signature, lines: [] }
    expect(await requester.pool.settle(job.job, request)).toEqual({ transaction: null })
    expect((await requester.pool.job(job.job)).state).toBe('settling')
    await chain.owner.settle(message, signature)
    own.clock.advance(11)
    await own.relay.sweep()
    await requester.saw('settled')
    await requester.stop()
  } finally {
    await own.dispose()
  }
})

test('once the contest window is over, the relay returns the rest of what it settled, by itself', async () => {
  const lockedUnits = (await chain.owner.account(chain.account))!.lockedUnits
  expect(lockedUnits).toBeGreaterThan(0n)
  relay.clock.advance(11)
  await relay.relay.sweep()
  expect((await chain.owner.account(chain.account))!.lockedUnits).toBe(lockedUnits)
  await chain.anvil.advanceSeconds(productionWindows.claimDelay + 1)
  relay.clock.advance(61)
  await relay.relay.sweep()
  expect((await chain.owner.account(chain.account))!.lockedUnits).toBeLessThan(lockedUnits)
})
