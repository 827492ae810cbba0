import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import { sliceResultDigest } from '../../protocol/sliceResult.ts'
import { openSandbox } from '../../sandbox/openSandbox.ts'
import type { SandboxTier } from '../../sandbox/sandbox.ts'
import { benchLimits, type ForgeBench, openBench, pinnedForge, seedOf } from './forgeBench.fixture.ts'
import type { ForgeProgram } from './program.ts'
import { runForgeSlice } from './runSlice.ts'

// `npm run test:determinism`: each slice twenty times, half of them while every core is kept busy.
const RUNS = 20
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

/** Keeps every core busy, twice over, until it is stopped. */
async function loadMachine(): Promise<() => Promise<unknown>> {
  const workers = Array.from(
    { length: 2 * availableParallelism() },
    () => new Worker('for (;;) Math.sqrt(Math.random())', { eval: true }),
  )
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('online', resolve))))
  return () => Promise.all(workers.map((worker) => worker.terminate()))
}

const cases: readonly [string, () => [ForgeBench, ForgeInvocation]][] = [
  ['stateless fuzz', () => [vault, vault.invocation('fuzz', 2_048)]],
  ['invariant', () => [vault, vault.invocation('invariant', 32)]],
  ['coverage-guided invariant', () => [corpus, corpus.invocation('invariant', 128, { corpus: true })]],
]

describe.each(['bubblewrap', 'landlock'] satisfies SandboxTier[])('%s', (tier) => {
  test.each(cases)('%s: one result of twenty runs, two roots, idle and loaded', async (_kind, make) => {
    const [bench, invocation] = make()
    const sandbox = await openSandbox({ tier })
    const roots = [bench.projectDir, await bench.unpack()]
    const digests = new Map<string, number>()
    let stopLoad: (() => Promise<unknown>) | undefined
    try {
      for (let n = 0; n < RUNS; n++) {
        if (n === RUNS / 2) stopLoad = await loadMachine()
        const projectDir = roots[n % roots.length] ?? bench.projectDir
        const request = { sandbox, projectDir, invocation, limits: benchLimits, seed: seedOf(3), corpusDir: null }
        const run = await runForgeSlice(request, forge)
        expect(run.result.outcome, run.log).toEqual({ kind: 'completed' })
        const key = `${sliceResultDigest(run.result)} ${run.corpusDigest}`
        digests.set(key, (digests.get(key) ?? 0) + 1)
      }
    } finally {
      await stopLoad?.()
    }
    expect([...digests.values()]).toEqual([RUNS])
  })
})
