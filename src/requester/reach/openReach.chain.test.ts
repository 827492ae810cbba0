import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestClient, http, parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyProject, solc } from '../../../test/harness/copyProject.ts'
import type { RunnerOnlyTarget, Workbench } from '../../engines/engine.ts'
import { type Anvil, startAnvil } from '../../escrow/anvil.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'
import { probeTiers } from '../../sandbox/probeTiers.ts'
import type { SandboxTier } from '../../sandbox/sandbox.ts'
import { connectWorld } from '../connectWorld.ts'
import { DEFAULT_LIMITS } from '../limits.ts'
import { loadOptions } from '../loadOptions.ts'
import { type Built, buildProject } from '../prepareBurst.ts'
import { benchForTarget } from '../workbench.ts'

const KEY = 'a-key-that-nobody-may-see'
const SEED: Bytes32 = `0x${'5'.repeat(64)}`
const tiers = (await probeTiers()).flatMap((probe) => {
  if (!probe.works) console.log(`SKIPPED tier ${probe.tier}: ${probe.why}`)
  else if (!probe.holdsPorts) console.log(`SKIPPED tier ${probe.tier}: this kernel has no Landlock rules for ports`)
  return probe.works && probe.holdsPorts ? [probe.tier] : []
})

let anvil: Anvil
let project: ReturnType<typeof copyProject>
beforeAll(async () => {
  anvil = await startAnvil()
  const client = createTestClient({ mode: 'anvil', transport: http(anvil.rpcUrl) })
  await client.setBalance({ address: '0xbEEf0000000000000000000000000000000000aA', value: parseEther('100') })
  await anvil.mine()
  project = copyProject('test/fixtures/reaching')
  // What a hostile script looks for.
  writeFileSync(join(project.dir, '.env'), 'SECRET_KEY=1')
  mkdirSync(join(project.dir, '.git'))
})
afterAll(async () => {
  project.remove()
  await anvil.stop()
})

async function open(tier: SandboxTier, env: Record<string, string>) {
  const shell = { root: project.dir, progress: () => {}, say: () => {}, tier }
  const deps = await connectWorld({ ...shell, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } })
  return { deps, built: await buildProject(project.dir, await loadOptions(project.dir, { solc }), deps) }
}

/** One slice of all targets of that reason and kind; statuses and evidence by the test's name. */
async function run(
  { deps, built }: Awaited<ReturnType<typeof open>>,
  why: RunnerOnlyTarget['why'],
  kind: 'fuzz' | 'invariant',
  workbench: Workbench = benchForTarget(built.bench, why),
) {
  const targets = built.discovery.runnerOnly.filter((one) => one.why === why && one.target.kind === kind)
  const invocation = deps.engine.invocation({
    ...{ kind, targets: targets.map(({ target }) => target), runs: 64, invariantDepth: 8, corpus: false },
    ...{ profile: built.project.profile, env: built.project.env },
  })
  const request = { ...workbench, invocation, limits: DEFAULT_LIMITS, seed: SEED, corpusDir: null }
  const { result } = await deps.engine.runSlice(request)
  expect(result.outcome).toEqual({ kind: 'completed' })
  const name = (id: string) => id.slice(id.lastIndexOf(':') + 1).replace(/\(.*/, '')
  return {
    statuses: Object.fromEntries(result.targets.map(({ target, status }) => [name(target), status])),
    // Who reads the endpoint's variable sees the proxy's port, which is another in every burst.
    evidence: result.targets.filter(({ target }) => !target.includes('Variable')).map(({ evidence }) => evidence),
  }
}

function closing<T>(built: Built, work: () => Promise<T>): Promise<T> {
  return work().finally(() => built.bench.close())
}

const PLANTED = { testFuzz_noAmountIsMoreThanTheChainHolds: 'failed' }
const evidences: unknown[] = []

describe.each(tiers)('in the %s tier', (tier) => {
  test('without the variables of its endpoints nothing of a fork runs, and the notes say why', async () => {
    const bench = await open(tier, {})
    await closing(bench.built, async () => {
      const { statuses } = await run(bench, 'fork', 'fuzz')
      expect(new Set(Object.values(statuses))).toEqual(new Set(['skipped']))
      const notes = bench.built.bench.reach.notes().map(({ text }) => text)
      expect(notes).toContain('An endpoint cannot be used: main: the variable REACHING_RPC_URL is not set.')
      expect(notes.join()).toContain('Targets that fork have no endpoint here')
    })
  })

  test('targets fork and call programs, hold and fail as they would outside, and no secret is in reach', async () => {
    const env = { REACHING_RPC_URL: `${anvil.rpcUrl}/?key=${KEY}`, REACHING_FORK_BLOCK: '7' }
    const bench = await open(tier, env)
    await closing(bench.built, async () => {
      const fuzz = await run(bench, 'fork', 'fuzz')
      expect(fuzz.statuses).toEqual({
        ...{ testFuzz_theShareIsAQuarterOfWhatTheChainSays: 'passed', testFuzz_factsOfTheForkAreThere: 'passed' },
        ...{ testFuzz_theVariableLeadsToTheSameChain: 'passed', testFuzz_noEndpoint: 'skipped', ...PLANTED },
      })
      expect((await run(bench, 'fork', 'invariant')).statuses).toEqual({ invariant_neverMoreThanSeven: 'passed' })
      expect((await run(bench, 'ffi', 'fuzz')).statuses).toEqual({
        testFuzz_theScriptAnswers: 'passed',
        testFuzz_theScriptFindsNoSecretAndNoNetwork: 'passed',
      })
      // The same chain, block and seed: the same slice.
      evidences.push((await run(bench, 'fork', 'fuzz')).evidence, fuzz.evidence)
      const { reach } = bench.built.bench
      expect(reach.notes().map(({ text }) => text)).toContain(
        'Forks of main without a block of their own ran at block 1: pin it to see the same later.',
      )
      expect(grep(reach.for('fork')!.workbench.projectDir)).toBe('')
      expect(grep(project.dir)).toBe('')
    })
  })

  test('what ships has neither endpoint nor ffi, and where workers run these targets do not', async () => {
    const bench = await open(tier, { REACHING_RPC_URL: anvil.rpcUrl })
    await closing(bench.built, async () => {
      const { workbench } = bench.built.bench
      const shipped = readFileSync(join(workbench.projectDir, 'foundry.toml'), 'utf8')
      expect(shipped).toContain('ffi = false')
      expect(shipped).not.toContain('rpc')
      for (const why of ['fork', 'ffi'] as const) {
        const { statuses } = await run(bench, why, 'fuzz', workbench)
        expect(new Set(Object.values(statuses)), why).toEqual(new Set(['skipped']))
      }
    })
  })
})

test('slices of a fork are the same in every tier', () => {
  expect(new Set(evidences.map((evidence) => JSON.stringify(evidence))).size).toBe(tiers.length === 0 ? 0 : 1)
})

/** Files below a folder that hold the key. */
function grep(dir: string): string {
  try {
    return execFileSync('grep', ['-rl', KEY, dir], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
