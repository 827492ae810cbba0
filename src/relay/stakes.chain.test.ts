import { zeroAddress } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectRegistry, connectRegistryWriter } from '../escrow/connectRegistry.ts'
import { deployRegistry } from '../escrow/deployEscrow.ts'
import { mintTestToken } from '../escrow/mintTestToken.ts'
import { proveEquivocation } from '../escrow/proveEquivocation.ts'
import type { RegistryWriter } from '../escrow/registry.ts'
import { signRegistration } from '../escrow/signRegistration.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../escrow/testEscrow.fixture.ts'
import { auditShardSpec, FIRST_AUDIT_SHARD } from '../protocol/auditShard.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { requireCoveredPrice, type StakeRule } from './stakes.ts'
import {
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
const [ada] = workers
let chain: TestEscrow
let relay: TestRelay
let registry: RegistryWriter
let rule: () => StakeRule

beforeAll(async () => {
  chain = await startTestEscrow()
  const { anvil, venue, token } = chain
  const key = anvil.accounts[1]!
  const deployer = { rpcUrl: anvil.rpcUrl, key, pollingMs: 20 }
  const target = await deployRegistry(deployer, venue.escrow)
  const at = { rpcUrl: anvil.rpcUrl, venue: { chainId: venue.chainId, registry: target.registry }, pollingMs: 20 }
  registry = connectRegistryWriter({ ...at, key })
  await mintTestToken(deployer, { token, to: registry.sender, units: 1_000n * ONE })
  const payout = registry.sender
  const signature = await signRegistration(ada!, registry.venue, { payout, determinismClass: zeroBytes32 })
  await registry.register({ operator: ada!.address, payout, determinismClass: zeroBytes32, signature })
  rule = () => ({
    registry: connectRegistry(at),
    token,
    unitsPerLease: 20n * ONE,
    prove: (proof) => proveEquivocation({ ...deployer, venue }, target, proof),
    covered: new Map(),
  })
  relay = await startTestRelay(
    {},
    {
      venue,
      pool: { kind: 'chain', escrow: chain.owner },
      submitter: { writer: chain.anyone, feeUnits: FEE },
      stake: rule(),
    },
  )
})
afterAll(async () => {
  await relay?.dispose()
  await chain?.anvil.stop()
})

async function openJob(name: string, shards: number, account = chain.account, slotPrice = ONE): Promise<TestJob> {
  const intent = { account, slotPrice, relayerFeeCap: 2n * FEE }
  const job = await testJob(name, shards, { venue: chain.venue, signer: chain.spender, visibility: 'public', intent })
  await chain.anyone.open(job.intent, job.document.intentSignature)
  return job
}

test('a job that pays more for a lease than stakes cover, or in another token, is not taken', async () => {
  const dear = await openJob('dear', 1, chain.account, ONE + 1n)
  const { requester } = await relay.connect(dear.secrets.jobKey)
  expect(await refusalOf(requester.postJob(dear.document))).toBe('FB3213')
  const fair = await openJob('fair', 1)
  const other = { ...rule(), token: zeroAddress }
  await expect(requireCoveredPrice(other, chain.owner, fair.job, ONE)).rejects.toMatchObject({ code: 'FB3213' })
  await requireCoveredPrice(rule(), chain.owner, fair.job, ONE)
})

test('a worker gets as many leases at a time as its stake covers, and loses it to two signed roots', async () => {
  const job = await openJob('two shards', 2)
  const requester = await testRequester(relay, job)
  const worker = await testWorker(relay, ada!)
  const ask = () => worker.nextLease({ freeSlots: 1, waitSeconds: 20 })
  expect(await refusalOf(ask())).toBe('FB3212')
  await registry.deposit(ada!.address, chain.token, 20n * ONE - 1n)
  expect(await refusalOf(ask())).toBe('FB3212')
  await registry.deposit(ada!.address, chain.token, 1n)
  const offer = (await ask())!
  expect(offer.message.price).toBe(ONE)
  expect(await refusalOf(ask())).toBe('FB3212')

  const first = await signedRoot(ada!, offer)
  await worker.root(offer.lease, first)
  const second = await signedRoot(ada!, offer, { root: first.message.specDigest })
  expect(await refusalOf(worker.root(offer.lease, second))).toBe('FB3022')
  await requester.saw('equivocation')
  await relay.relay.sweep()
  const left = await registry.stake(ada!.address, chain.token)
  expect(left.bondedUnits).toBe(0n)
  await requester.stop()
})

test('an audit goes to no worker whose stake the owner of the audited one holds', async () => {
  const [, bob, cleo] = workers
  for (const [operator, payout] of [
    [bob!, registry.sender],
    [cleo!, cleo!.address],
  ] as const) {
    const signature = await signRegistration(operator, registry.venue, { payout, determinismClass: zeroBytes32 })
    await registry.register({ operator: operator.address, payout, determinismClass: zeroBytes32, signature })
  }
  for (const { address } of [ada!, bob!, cleo!]) await registry.deposit(address, chain.token, 40n * ONE)
  const job = await openJob('owners', 1)
  const requester = await testRequester(relay, job)
  const adas = await testWorker(relay, ada!)
  const first = (await adas.nextLease({ freeSlots: 1, waitSeconds: 20 }))!
  await adas.root(first.lease, await signedRoot(ada!, first))
  await adas.putResults(first.lease, new TextEncoder().encode('sealed'))
  const spec = auditShardSpec([{ shard: 0, k: 1 }], (shard) => job.document.shards[shard]?.spec)!
  const audit = { index: FIRST_AUDIT_SHARD, spec, specDigest: shardSpecDigest(spec), estimatedSeconds: 5 }
  await requester.pool.auditShard(job.job, { ...audit, audited: [ada!.address] })
  const bobs = await testWorker(relay, bob!)
  expect(await bobs.nextLease({ freeSlots: 1, waitSeconds: 1 })).toBeUndefined()
  const cleos = await testWorker(relay, cleo!)
  expect((await cleos.nextLease({ freeSlots: 1, waitSeconds: 20 }))!.message.slot).toBe(1)
  await requester.stop()
})
