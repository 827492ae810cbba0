import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectEscrow } from '../../src/escrow/connectEscrow.ts'
import { messageHash } from '../../src/protocol/messages.ts'
import { type Report, zReport } from '../../src/report/report.ts'
import { verifyAtRelay } from '../../src/requester/verifyAtRelay.ts'
import { auditPicks } from '../../src/verify/auditPicks.ts'
import { type Bendable, collude, rewriteResults, startBendingRelay } from '../harness/bendingRelay.ts'
import { copyProject, solc } from '../harness/copyProject.ts'
import { runCli } from '../harness/runCli.ts'
import { startTestPool, type TestPool } from '../harness/testPool.ts'

let pool: TestPool
let project: ReturnType<typeof copyProject>
let report: Report
beforeAll(async () => {
  project = copyProject('test/fixtures/findings')
  pool = await startTestPool(1)
  const money = ['--finder-reward', '0.05', '--finder-reserve', '0.1', '--budget', '8s', '--audit-rate', '0.5']
  const size = ['--slice-time', '1s', '--shard-time', '4s', '--workers', '1']
  const args = ['run', '--public', '--solc', solc, '--json', ...size, ...money, ...pool.flags]
  const end = await runCli(args, { cwd: project.dir, env: pool.env })
  report = zReport.parse(JSON.parse(end.stdout))
}, 300_000)
afterAll(async () => {
  await pool?.stop()
  project.remove()
})

interface Verified {
  readonly holds: boolean
  readonly whole: boolean
  readonly problems: readonly { readonly what: string; readonly who: string; readonly text: string }[]
  readonly counts: Readonly<Record<string, number>>
  readonly replayed: { readonly slices: number; readonly unproven: number } | null
}

async function verify(url: string, ...more: string[]): Promise<{ code: number | null; facts: Verified }> {
  const args = ['verify', report.job!, '--relay', url, '--rpc-url', pool.chain.anvil.rpcUrl, '--json', ...more]
  const end = await runCli([...args, '--escrow', pool.chain.venue.escrow], { cwd: project.dir })
  expect(end.stdout, end.stderr).toMatch(/^\{/)
  return { code: end.code, facts: JSON.parse(end.stdout) as Verified }
}

/** Checks the job as a lying relay or requester shows it, in this process. */
async function problemsOf(bend: (bendable: Bendable) => Promise<void> | void): Promise<string[]> {
  const bent = await startBendingRelay(pool.relayUrl, report.job!, pool.chain.spenderKey, bend)
  const { venue, anvil } = pool.chain
  const escrow = async () => connectEscrow({ rpcUrl: anvil.rpcUrl, venue })
  const facts = await verifyAtRelay(report.job!, { relay: bent.url, escrow, fetch }, null)
  await bent.close()
  return facts.problems.map(({ what, who, text }) => `${what} (${who}): ${text}`)
}

test('one altered result byte is detected, whether the relay alters it or the requester has it sealed anew', async () => {
  const byRelay = await problemsOf(({ publication, blobs }) => {
    blobs.get(publication.transcript.leases[0]!.results!.digest)![200]! ^= 1
  })
  expect(byRelay[0]).toBe('results (relay): the bytes are not those that were delivered')
  const byRequester = await problemsOf((bendable) => {
    rewriteResults(bendable, (text) =>
      text.replace(/"evidence":"0x(.)/, (_all, digit: string) => `"evidence":"0x${digit === '0' ? '1' : '0'}`),
    )
  })
  expect(byRequester[0]).toBe('results (worker): the leaves do not hash up to the signed root')
}, 120_000)

test('one swapped root is detected', async () => {
  const problems = await problemsOf(({ publication: { transcript } }) => {
    const [one, other] = transcript.leases
    ;[one!.root, other!.root] = [other!.root, one!.root]
  })
  expect(problems).toContain('root (worker): the root is for other work')
}, 120_000)

test('one audit pick that was not as promised is detected, one that did not happen as well', async () => {
  const moved = await problemsOf(({ publication: { transcript, settlement } }) => {
    const entry = transcript.audits.find(({ why }) => why === 'promised')!
    const { root, audit } = transcript.leases.find(({ lease }) => lease === entry.lease)!
    const { message } = root!
    const picks = auditPicks(settlement.message.auditSecret, messageHash('Root', message), message.done, audit!.ppm)
    entry.k = Array.from({ length: message.done }, (_, k) => k).find((k) => !picks.includes(k))!
  })
  expect(moved.some((text) => text.includes('the secret does not pick it'))).toBe(true)
  const dropped = await problemsOf(({ publication: { transcript } }) => {
    transcript.audits = transcript.audits.filter(({ why }) => why !== 'promised')
  })
  expect(dropped.some((text) => text.includes('was picked, was not run again'))).toBe(true)
}, 120_000)

test('a rate below what the worker’s record asks for is detected', async () => {
  const problems = await problemsOf(({ publication: { transcript } }) => {
    transcript.basePpm = 50_000
    for (const lease of transcript.leases) lease.audit = { ppm: 50_000, shardsBefore: 10 }
  })
  expect(problems).toContain('audit (requester): it was audited at 5%, and had to be at 25%')
}, 120_000)

test('a worker of a class that the job does not accept, and one that another class convicted, are detected', async () => {
  const problems = await problemsOf(({ publication: { transcript } }) => {
    const { lease } = transcript.audits[0]!
    transcript.leases.find((one) => one.lease === lease)!.determinismClass = `0x${'cc'.repeat(32)}`
    transcript.audits[0]!.outcome = 'cheated'
  })
  expect(problems).toContain('lease (requester): its worker is of a determinism class that the job does not accept')
  expect(problems).toContain('audit (requester): it was convicted by a machine of another determinism class')
}, 120_000)

test('one payout that is off by one unit is detected, in the line and on the chain', async () => {
  const problems = await problemsOf(({ publication: { settlement } }) => {
    const [first, ...rest] = settlement.lines
    settlement.lines = [{ ...first!, payUnits: first!.payUnits - 1n }, ...rest]
  })
  expect(problems).toContain('chain (requester): the escrow was told another payout root')
  expect(problems.some((text) => /it is paid \d+ units, and \d+ are due/.test(text))).toBe(true)
}, 120_000)

test('an auditor that passes a friend is detected by anybody who runs the slice again', async () => {
  const league = (bendable: Bendable) => collude(bendable, pool.chain.workerKeys[0]!)
  expect(await problemsOf(league)).toEqual([])
  const bent = await startBendingRelay(pool.relayUrl, report.job!, pool.chain.spenderKey, league)
  const { code, facts } = await verify(bent.url, '--replay')
  await bent.close()
  expect(code).toBe(1)
  expect(facts.problems.map(({ who }) => who)).toContain('requester')
  expect(facts.problems[0]!.text).toMatch(/a re-run gives another result .* although its audit is said to have agreed/)
}, 120_000)

test('a job as it was holds, for anybody, and its audited slices give the same when they are run again', async () => {
  const { code, facts } = await verify(pool.relayUrl, '--replay')
  expect(facts.problems).toEqual([])
  expect({ code, whole: facts.whole }).toEqual({ code: 0, whole: true })
  expect(facts.counts.paidLeases).toBe(facts.counts.leases)
  expect(facts.counts.promisedAudits).toBeGreaterThan(0)
  expect(report.audits.length).toBe(facts.counts.audits)
  expect(facts.replayed).toEqual({ slices: facts.counts.audits, unproven: 0 })
}, 120_000)

test('the worker’s record shows what it was paid for', async () => {
  const args = ['worker', 'show', pool.address(0), '--relay', pool.relayUrl, '--json']
  const end = await runCli(args, { cwd: project.dir })
  expect(JSON.parse(end.stdout)).toMatchObject({ outcomes: { full: report.work.shards }, lastStrikeAt: null })
}, 120_000)
