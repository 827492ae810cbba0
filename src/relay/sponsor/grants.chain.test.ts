import { generateKeyPair, importSPKI, SignJWT } from 'jose'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listedRepository } from '../../../test/servers/oidcRepositories.ts'
import { ONE } from '../../escrow/testEscrow.fixture.ts'
import { zApiError } from '../../protocol/api.ts'
import { type Bytes32, zeroAddress } from '../../protocol/primitives.ts'
import { zLedger } from '../../protocol/sponsorship.ts'
import { bytes32, refusalOf, type TestJob } from '../testRelay.fixture.ts'
import { FEE_UNITS, startTestSponsor, type TestSponsor } from './testSponsor.fixture.ts'

let world: TestSponsor
beforeAll(async () => {
  world = await startTestSponsor()
}, 180_000)
afterAll(() => world?.dispose())

let fresh = 0
let opened: Bytes32
beforeEach(() => {
  world.github.listed.set(4001, listedRepository())
  world.github.failing = null
  world.oidc.keysUp = true
})

const newJob = (change: Parameters<TestSponsor['job']>[1] = {}): Promise<TestJob> =>
  world.job(`grant ${++fresh}`, change)

/** One request, once: refusals of the sponsor's are not retried here. */
async function ask(job: TestJob, token: string, key = job.secrets.jobKey) {
  const { requester } = await world.relay.connect(key)
  const now = { deadlineMs: 0 }
  return requester.askSponsor({ intent: job.intent, nonce: job.secrets.nonce, token }, now)
}

async function refused(token: (job: TestJob) => Promise<string>, change: Parameters<TestSponsor['job']>[1] = {}) {
  const job = await newJob(change)
  const code = await refusalOf(ask(job, await token(job)))
  // Whatever it was: nothing was written.
  expect((await ledger()).entries.map((entry) => entry.job)).not.toContain(job.job)
  return code
}

const good = (job: TestJob, claims: Record<string, unknown> = {}): Promise<string> =>
  world.oidc.sign(world.audience(job), { claims })

async function ledger() {
  return zLedger.parse(await (await fetch(`${world.relay.url}/v1/sponsor/ledger`)).json())
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const payloadOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'))

test('a forged token is refused: another key under the issuer’s key id, and a changed claim', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  expect(await refused((job) => world.oidc.sign(world.audience(job), { key: privateKey }))).toBe('FB3051')
  const changed = async (job: TestJob): Promise<string> => {
    const [head, , signature] = (await good(job)).split('.')
    const payload = { ...payloadOf(await good(job)), repository_id: '9999' }
    return `${head}.${base64(payload)}.${signature}`
  }
  expect(await refused(changed)).toBe('FB3051')
})

test('a token with alg none is refused, with a signature and without', async () => {
  const none = async (job: TestJob, signature: string): Promise<string> =>
    `${base64({ alg: 'none', typ: 'JWT' })}.${base64(payloadOf(await good(job)))}.${signature}`
  expect(await refused((job) => none(job, ''))).toBe('FB3051')
  expect(await refused(async (job) => none(job, (await good(job)).split('.')[2]!))).toBe('FB3051')
})

test('a MAC with the issuer’s public key (HS256) is refused, in each of its spellings', async () => {
  const pem = await world.oidc.publicPem()
  await importSPKI(pem, 'RS256')
  for (const secret of [pem, pem.trim(), pem.replaceAll(/-----[A-Z ]+-----|\n/g, '')]) {
    const forged = async (job: TestJob): Promise<string> =>
      new SignJWT(payloadOf(await good(job)))
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(new TextEncoder().encode(secret))
    expect(await refused(forged)).toBe('FB3051')
  }
})

test('a token is refused that has expired, is not valid yet, lives too long ago, or came from another issuer', async () => {
  const changed = (change: Parameters<typeof world.oidc.sign>[1]) => (job: TestJob) =>
    world.oidc.sign(world.audience(job), change)
  expect(await refused(changed({ issuedIn: -600, expiresIn: -60 }))).toBe('FB3051')
  expect(await refused(changed({ issuedIn: 120, expiresIn: 600 }))).toBe('FB3051')
  expect(await refused(changed({ issuedIn: -3_600, expiresIn: 3_600 }))).toBe('FB3051')
  expect(await refused(changed({ issuer: 'https://token.actions.githubusercontent.com' }))).toBe('FB3051')
  expect(await refused(changed({ issuer: `${world.oidc.issuer}/` }))).toBe('FB3051')
})

test('a token for another audience is refused: GitHub’s default, another job, another escrow', async () => {
  expect(await refused(() => world.oidc.sign('https://github.com/somebody'))).toBe('FB3051')
  const other = await newJob()
  expect(await refused(() => good(other))).toBe('FB3051')
  const elsewhere = { ...world.chain.venue, escrow: zeroAddress }
  const { sponsorAudience } = await import('../../protocol/sponsorship.ts')
  expect(
    await refused(({ intent, secrets }) =>
      world.oidc.sign(sponsorAudience(elsewhere, intent.jobKey, intent.jobHash, secrets.nonce)),
    ),
  ).toBe('FB3051')
})

test('a token that somebody else got hold of is refused: only its job key may show it', async () => {
  const job = await newJob()
  const thief = privateKeyToAccount(bytes32('thief'))
  expect(await refusalOf(ask(job, await good(job), thief))).toBe('FB3008')
})

test('a private repository is refused, whether the token or the API says so', async () => {
  expect(await refused((job) => good(job, { repository_visibility: 'private' }))).toBe('FB3053')
  expect(await refused((job) => good(job, { repository_visibility: 'internal' }))).toBe('FB3053')
  world.github.listed.set(4001, listedRepository({ private: true, visibility: 'private' }))
  expect(await refused(good)).toBe('FB3053')
})

test('a repository is refused without an OSI licence, archived, given away, or fresh from the farm', async () => {
  const cases = [
    listedRepository({ license: null }),
    listedRepository({ license: { key: 'other', spdx_id: 'NOASSERTION' } }),
    listedRepository({ license: { key: 'busl', spdx_id: 'BUSL-1.1' } }),
    listedRepository({ archived: true }),
    listedRepository({ owner: { id: 72, login: 'somebody' } }),
    listedRepository({ created_at: new Date().toISOString() }),
  ]
  for (const repository of cases) {
    world.github.listed.set(4001, repository)
    expect(await refused(good)).toBe('FB3053')
  }
})

test('events whose workflows run a stranger’s code with the repository’s trust get nothing', async () => {
  expect(await refused((job) => good(job, { event_name: 'pull_request_target' }))).toBe('FB3051')
  expect(await refused((job) => good(job, { event_name: 'issue_comment' }))).toBe('FB3051')
  expect(await refused((job) => good(job, { event_name: undefined }))).toBe('FB3051')
  expect(await refused((job) => good(job, { job_workflow_ref: undefined }))).toBe('FB3051')
  expect(await refused((job) => good(job, { repository_id: 'somebody/vault' }))).toBe('FB3051')
})

test('GitHub’s API or its keys away: no grant, and another try may have one', async () => {
  world.github.failing = 502
  expect(await refused(good)).toBe('FB3057')
  world.github.failing = 403
  expect(await refused(good)).toBe('FB3057')
  world.github.failing = null
  world.oidc.keysUp = false
  await world.oidc.rotate()
  // The keys that are known are still good for old tokens; a token under a key that nobody could fetch is not taken.
  expect(await refused(good)).toBe('FB3052')
  world.oidc.keysUp = true
  const job = await newJob()
  expect((await ask(job, await good(job))).signature).toMatch(/^0x/)
})

test('rotated keys are followed: the new one is fetched once, the withdrawn one counts no more', async () => {
  const before = await newJob()
  const old = await good(before)
  await world.oidc.rotate()
  const after = await newJob({ intent: { slots: 1 } })
  const fetches = world.oidc.keyFetches
  expect((await ask(after, await good(after))).signature).toMatch(/^0x/)
  expect(world.oidc.keyFetches).toBe(fetches + 1)
  expect(await refusalOf(ask(before, old))).toBe('FB3051')
})

test('an intent that leaves the sponsor out of anything is not signed', async () => {
  const changes: Parameters<typeof newJob>[0][] = [
    { intent: { assigner: zeroAddress } },
    { intent: { assigner: privateKeyToAccount(bytes32('own assigner')).address } },
    { intent: { account: bytes32('another account') } },
    { intent: { finderReserve: ONE } },
    { intent: { slotPrice: ONE + 1n } },
    { intent: { slots: 40 } },
    { intent: { relayerFeeCap: ONE } },
    { intent: { openBy: Math.floor(Date.now() / 1_000) + 86_400 } },
    { intent: { settleBy: Math.floor(Date.now() / 1_000) + 20 * 86_400 } },
  ]
  for (const change of changes) expect(await refused(good, change)).toBe('FB3055')
})

test('a public project gets a burst: the signature opens the job, once, and the ledger shows it', async () => {
  const job = await newJob()
  const token = await good(job)
  const { signature } = await ask(job, token)
  const { requester } = await world.relay.connect(job.secrets.jobKey)
  expect(await requester.submitOpen({ intent: job.intent, signature })).toMatchObject({ alreadyDone: false })
  expect(await world.chain.owner.job(job.job)).toMatchObject({
    state: 'open',
    account: world.account,
    assigner: world.sponsor.assigner.address,
  })
  opened = job.job
  expect((await ledger()).entries[0]).toMatchObject({
    job: job.job,
    repositoryId: 4001,
    ownerId: 71,
    repository: 'somebody/vault',
    licence: 'MIT',
    event: 'push',
    lockUnits: 3n * ONE + 2n * FEE_UNITS,
    spentUnits: null,
  })
})

test('the same token for the same intent is answered the same and counted once; for anything else it is burned', async () => {
  world.github.listed.set(77, listedRepository({ id: 77, owner: { id: 770, login: 'replayer' } }))
  const claims = { repository_id: '77', repository_owner_id: '770' }
  const job = await newJob()
  const token = await good(job, claims)
  const first = await ask(job, token)
  const { givenUnits } = await ledger()
  expect(await ask(job, token)).toEqual(first)
  expect((await ledger()).givenUnits).toBe(givenUnits)
  // A second token for the same job, and the first one for another intent under the same plan and key.
  expect(await refusalOf(ask(job, await good(job, claims)))).toBe('FB3056')
  const cheaper = { ...job, intent: { ...job.intent, slotPrice: ONE / 2n } }
  expect(await refusalOf(ask(cheaper, token))).toBe('FB3056')
  expect(await refusalOf(ask(cheaper, await good(job, claims)))).toBe('FB3056')
  // A token whose id was used before, for a job of its own.
  const other = await newJob()
  expect(await refusalOf(ask(other, await good(other, { ...claims, jti: payloadOf(token).jti })))).toBe('FB3056')
  expect((await ledger()).givenUnits).toBe(givenUnits)
})

test('a renamed repository keeps its quota, and whoever takes its old name has none of it', async () => {
  world.github.listed.set(88, listedRepository({ id: 88, full_name: 'a/old', owner: { id: 880, login: 'a' } }))
  const claims = { repository_id: '88', repository_owner_id: '880', repository: 'a/old' }
  const [one, two, three, four] = await Promise.all([newJob(), newJob(), newJob(), newJob()])
  const { leftUnits } = await ask(one, await good(one, claims))
  world.github.listed.set(88, listedRepository({ id: 88, full_name: 'b/new', owner: { id: 880, login: 'b' } }))
  const renamed = await ask(two, await good(two, { ...claims, repository: 'b/new' }))
  expect(renamed.leftUnits).toBeLessThan(leftUnits)
  expect((await ledger()).entries[0]).toMatchObject({ repositoryId: 88, repository: 'b/new' })
  await ask(three, await good(three, { ...claims, repository: 'b/new' }))
  expect(await refusalOf(good(four, claims).then((token) => ask(four, token)))).toBe('FB3054')
  // Another repository under the name that got free is another repository.
  world.github.listed.set(89, listedRepository({ id: 89, full_name: 'a/old', owner: { id: 881, login: 'a' } }))
  const squatter = { repository_id: '89', repository_owner_id: '881', repository: 'a/old' }
  expect((await ask(four, await good(four, squatter))).leftUnits).toBe(leftUnits)
})

test('an owner’s hundred repositories share one quota, also when they all ask at once', async () => {
  const ids = Array.from({ length: 100 }, (_, i) => 5_000 + i)
  for (const id of ids) world.github.listed.set(id, listedRepository({ id, owner: { id: 990, login: 'farm' } }))
  const codeFor = async (id: number): Promise<string> => {
    const job = await newJob()
    const token = await good(job, { repository_id: String(id), repository_owner_id: '990' })
    return refusalOf(ask(job, token))
  }
  const codes = await Promise.all(ids.slice(0, 20).map(codeFor))
  const asked = world.github.asked.length
  codes.push(...(await Promise.all(ids.slice(20).map(codeFor))))
  // Once the quota is gone, GitHub is not asked for each.
  expect(world.github.asked.length).toBe(asked)
  // 15 for the owner, 3.02 a burst.
  expect(codes.filter((code) => code === 'not refused').length).toBe(4)
  expect(codes.filter((code) => code === 'FB3054').length).toBe(96)
}, 120_000)

test('a fork’s token spends the fork’s quota, never that of the repository it came from', async () => {
  world.github.listed.set(66, listedRepository({ id: 66, fork: true, owner: { id: 660, login: 'forker' } }))
  const entries = (await ledger()).entries.filter((entry) => entry.repositoryId === 4001).length
  const job = await newJob({ intent: { slots: 1, spares: 0 } })
  await ask(job, await good(job, { repository_id: '66', repository_owner_id: '660', event_name: 'pull_request' }))
  const after = (await ledger()).entries
  expect(after.filter((entry) => entry.repositoryId === 4001).length).toBe(entries)
  expect(after[0]).toMatchObject({ repositoryId: 66, ownerId: 660 })
})

test('the owner of the account, and nobody else, denies owners and sets caps, from the next grant on', async () => {
  world.github.listed.set(44, listedRepository({ id: 44, owner: { id: 440, login: 'noisy' } }))
  const claims = { repository_id: '44', repository_owner_id: '440' }
  const small = { intent: { slots: 1, spares: 0 } }
  const owner = (await world.relay.connect(world.ownerKey)).sponsorOwner
  const stranger = (await world.relay.connect(privateKeyToAccount(bytes32('stranger')))).sponsorOwner
  const denial = { kind: 'owner', id: 440, why: 'farms' } as const
  expect(await refusalOf(stranger.setDenial(denial))).toBe('FB3008')
  await owner.setDenial(denial)
  expect(await refused((job) => good(job, claims), small)).toBe('FB3053')
  await owner.setDenial({ ...denial, why: null })
  const job = await newJob(small)
  await ask(job, await good(job, claims))
  const caps = {
    perBurstUnits: ONE / 2n,
    perRepositoryUnits: 10n * ONE,
    perOwnerUnits: 15n * ONE,
    budgetUnits: 40n * ONE,
  }
  expect(await refusalOf(stranger.setCaps(caps))).toBe('FB3008')
  await owner.setCaps(caps)
  expect(await refused((other) => good(other, claims), small)).toBe('FB3055')
  await owner.setCaps({ ...caps, perBurstUnits: 6n * ONE, budgetUnits: 400n * ONE })
})

test('an account that cannot bear the burst is said before anything is counted', async () => {
  const { owner, account } = world.chain
  const spender = world.sponsor.spender.address
  const { givenUnits } = await ledger()
  await owner.setSpender(account, spender, {
    maxPerJobUnits: ONE,
    maxPerDayUnits: ONE,
    expires: (await owner.now()) + 60,
  })
  world.github.listed.set(55, listedRepository({ id: 55, owner: { id: 550, login: 'late' } }))
  const claims = { repository_id: '55', repository_owner_id: '550' }
  expect(await refused((job) => good(job, claims))).toBe('FB3058')
  expect((await ledger()).givenUnits).toBe(givenUnits)
})

test('what the sponsor gives is said in full by its terms', async () => {
  const response = await fetch(`${world.relay.url}/v1/sponsor`)
  expect(await response.json()).toMatchObject({
    account: world.account,
    assigner: world.sponsor.assigner.address,
    issuer: world.oidc.issuer,
    caps: { budgetUnits: (400n * ONE).toString() },
  })
  const none = await fetch(`${world.relay.url}/v1/sponsor/ledger?month=2026-13`)
  expect(zApiError.parse(await none.json()).code).toBe('FB3006')
})

test('a grant that nobody opened gives its quota back once it cannot be opened any more', async () => {
  const before = (await ledger()).entries.map(({ job }) => job).filter((job) => job !== opened)
  expect(before.length).toBeGreaterThan(0)
  await world.chain.anvil.advanceSeconds(1_000)
  world.relay.clock.advance(61)
  await world.relay.relay.sweep()
  world.relay.clock.advance(61)
  await world.relay.relay.sweep()
  const after = (await ledger()).entries
  expect(after.filter(({ state }) => state === 'granted')).toEqual([])
  for (const job of before)
    expect(after.find((entry) => entry.job === job)).toMatchObject({ state: 'expired', spentUnits: 0n })
  expect(after.filter(({ state }) => state === 'open').map(({ job }) => job)).toEqual([opened])
})
