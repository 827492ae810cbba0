import type { Engine } from '../../src/engines/engine.ts'
import { type ForgeBench, openBench, pinnedForge } from '../../src/engines/forge/forgeBench.fixture.ts'
import { createForgeEngine } from '../../src/engines/forge/forgeEngine.ts'
import type { ForgeInvocation } from '../../src/protocol/shardSpec.ts'

/** One kind of slice of one project of this repository. */
export interface HonestCase {
  readonly name: string
  readonly bench: ForgeBench
  readonly invocation: ForgeInvocation
}

interface Wanted {
  readonly project: string
  readonly kind: 'fuzz' | 'invariant'
  readonly runs: number
  readonly depth?: number
  readonly corpus: boolean
}

const wanted: readonly Wanted[] = [
  { project: 'examples/vault', kind: 'fuzz', runs: 64, corpus: false },
  // Short of its bug, mostly: shrinking a failure of this one takes seconds, and a soak counts slices.
  { project: 'examples/vault', kind: 'invariant', runs: 1, depth: 8, corpus: false },
  { project: 'test/fixtures/findings', kind: 'fuzz', runs: 64, corpus: false },
  { project: 'test/fixtures/findings', kind: 'invariant', runs: 4, corpus: false },
  { project: 'test/fixtures/passing', kind: 'fuzz', runs: 64, corpus: false },
  { project: 'test/fixtures/passing', kind: 'invariant', runs: 4, corpus: false },
  { project: 'test/fixtures/corpus', kind: 'invariant', runs: 16, corpus: true },
]

/** Builds the projects once: stateless, stateful and coverage-guided slices, short ones. The caller closes. */
export async function openCases(): Promise<{
  readonly engine: Engine
  readonly cases: readonly HonestCase[]
  readonly close: () => Promise<void>
}> {
  const forge = await pinnedForge()
  const benches = new Map<string, ForgeBench>()
  for (const { project } of wanted) if (!benches.has(project)) benches.set(project, await openBench(project, forge))
  const cases = wanted.map(({ project, kind, runs, corpus, depth = 32 }: Wanted): HonestCase => {
    const bench = benches.get(project)!
    const name = `${project} ${corpus ? 'corpus-guided ' : ''}${kind}`
    return { name, bench, invocation: bench.invocation(kind, runs, { corpus, depth }) }
  })
  const close = async (): Promise<void> => {
    for (const bench of benches.values()) await bench.close()
  }
  return { engine: await createForgeEngine(forge), cases, close }
}
