import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import { sliceResultDigest } from '../../protocol/sliceResult.ts'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import type { SandboxTier } from '../../sandbox/sandbox.ts'
import { benchLimits, type ForgeBench, openBench, pinnedForge, seedOf } from './forgeBench.fixture.ts'
import type { ForgeProgram } from './program.ts'
import { runSliceProcess } from './runSlice.ts'

// The short lane: determinism.long.test.ts repeats this twenty times, on an idle and on a loaded machine.
const tiers: readonly SandboxTier[] = ['bubblewrap', 'landlock']
let forge: ForgeProgram
let vault: ForgeBench
let corpus: ForgeBench

beforeAll(async () => {
  forge = await pinnedForge()
  vault = await openBench('examples/vault', forge)
  corpus = await openBench('test/fixtures/corpus', forge)
})
afterAll(async () => {
  await vault?.close()
  await corpus?.close()
})

async function digest(projectDir: string, tier: SandboxTier, invocation: ForgeInvocation, deterministic = true) {
  const sandbox = await openSandbox({ tier })
  const request = { sandbox, projectDir, invocation, limits: benchLimits, seed: seedOf(1), corpusDir: null }
  const run = await runSliceProcess({ ...request, deterministic }, forge)
  expect(run.result.outcome, run.log).toEqual({ kind: 'completed' })
  return `${sliceResultDigest(run.result)} ${run.corpusDigest}`
}

test('without the shim, one invariant slice gives more than one result: or the tests below prove nothing', async () => {
  const invocation = vault.invocation('invariant', 6)
  const digests = new Set<string>()
  for (let run = 0; run < 12 && digests.size < 2; run++)
    digests.add(await digest(vault.projectDir, 'bubblewrap', invocation, false))
  expect(digests.size).toBeGreaterThan(1)
})

describe('one slice gives one result, in both tiers and under two roots', () => {
  const cases: readonly [string, () => [ForgeBench, ForgeInvocation]][] = [
    ['stateless fuzz', () => [vault, vault.invocation('fuzz', 192)]],
    ['invariant', () => [vault, vault.invocation('invariant', 6)]],
    ['coverage-guided invariant', () => [corpus, corpus.invocation('invariant', 24, { corpus: true })]],
  ]
  test.each(cases)('%s', async (_kind, make) => {
    const [bench, invocation] = make()
    const elsewhere = await bench.unpack()
    const digests: string[] = []
    for (const tier of tiers)
      for (const projectDir of [bench.projectDir, elsewhere]) digests.push(await digest(projectDir, tier, invocation))
    expect(new Set(digests).size, digests.join('\n')).toBe(1)
  })
})

test('another seed gives another result', async () => {
  const invocation = vault.invocation('fuzz', 64)
  const sandbox = await openSandbox()
  const results: string[] = []
  for (const seed of [seedOf(1), seedOf(2)]) {
    const request = { sandbox, projectDir: vault.projectDir, invocation, limits: benchLimits, seed, corpusDir: null }
    results.push(sliceResultDigest((await runSliceProcess({ ...request, deterministic: true }, forge)).result))
  }
  expect(results[0]).not.toBe(results[1])
})
