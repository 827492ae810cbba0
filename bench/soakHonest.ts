import { parseArgs } from 'node:util'
import { benchLimits, seedOf } from '../src/engines/forge/forgeBench.fixture.ts'
import { sha256 } from '../src/protocol/digest.ts'
import { zeroBytes32 } from '../src/protocol/primitives.ts'
import type { ShardSpec } from '../src/protocol/shardSpec.ts'
import { auditSlice } from '../src/requester/auditSlice.ts'
import { localQueue } from '../src/requester/localQueue.ts'
import { openSandbox } from '../src/sandbox/openSandbox.ts'
import { openCases } from './lib/honestCases.ts'
import { openSoakState } from './lib/soakState.ts'

/**
 * Honest slices of the real engine, each run once as a worker would and once more as its auditor, in another unpacked copy: how
 * many would have been accused? Spread over stateless, stateful and coverage-guided fixtures. Ends after so many slices, or
 * so many minutes, or in order on SIGINT or SIGTERM, and says how many it was. With `--state FILE` it keeps its counts; with `--resume` it goes on
 * from them, up to `--slices` in all.
 */
const { values } = parseArgs({
  options: {
    slices: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '600' },
    jobs: { type: 'string', default: '2' },
    from: { type: 'string', default: '0' },
    state: { type: 'string' },
    resume: { type: 'boolean', default: false },
    json: { type: 'boolean' },
  },
})
/** Slices between two savings: all of them are over before their counts are kept, so that none is ever counted twice. */
const BATCH = 28
const jobs = Number(values.jobs)
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${line}\n`)
}
const startedMs = performance.now()
const deadlineMs = startedMs + Number(values.minutes) * 60_000
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isStopped = true
  })
const { engine, cases, close } = await openCases()
const sandbox = await openSandbox()
const queue = localQueue(jobs)
const copies = new Map<string, string>()
for (const { bench } of cases) if (!copies.has(bench.root)) copies.set(bench.root, await bench.unpack())
const state = await openSoakState(
  values.state ?? null,
  values.resume,
  { engine: engine.program, cases: cases.map(({ name, invocation }) => ({ name, invocation })) },
  Number(values.from),
)
const last = Number(values.from) + Number(values.slices)

async function honestSlice(n: number): Promise<void> {
  const { name, bench, invocation } = cases[n % cases.length]!
  const seed = seedOf(n + 1)
  const request = { sandbox, invocation, limits: benchLimits, corpusDir: null }
  // A machine that cannot run it (memory, an engine that is gone) ends the soak: its figures would mean nothing.
  const claim = await queue.run('slice', () => engine.runSlice({ ...request, projectDir: bench.projectDir, seed }))
  const workbench = { sandbox, projectDir: copies.get(bench.root)! }
  const verdict = await auditSlice(specOf(invocation, seed), 0, claim, { engine, workbench, queue })
  const text = verdict.kind === 'cheated' ? verdict.difference : verdict.kind === 'void' ? verdict.why : ''
  // A slice that did not complete is compared with nothing that did: it would show nothing, so it counts as void.
  const isVoid = claim.result.outcome.kind !== 'completed'
  state.count(name, isVoid ? 'void' : verdict.kind, `${name}, seed ${n + 1}: ${text || claim.result.outcome.kind}`)
}

/** As far as an audit looks at it. */
function specOf(invocation: (typeof cases)[number]['invocation'], seed: `0x${string}`): ShardSpec {
  const program = { name: 'forge', version: '0', binaries: {} }
  return {
    ...{ v: 1, job: zeroBytes32, index: 0, engine: program, shim: program, corpus: null, invocation },
    layers: [{ kind: 'project', digest: sha256('none'), bytes: 0, unpackedBytes: 0 }],
    ...{ limits: benchLimits, seeds: [seed] },
  }
}

const firstOfAll = state.next
try {
  while (state.next < last && performance.now() < deadlineMs && !isStopped) {
    const batch = Array.from({ length: Math.min(BATCH, last - state.next) }, (_, i) => state.next + i)
    await Promise.all(
      Array.from({ length: jobs }, (_, lane) => lane).map(async (lane) => {
        for (let i = lane; i < batch.length; i += jobs) await honestSlice(batch[i]!)
      }),
    )
    await state.batchOver(batch.length)
    const rate = (state.next - firstOfAll) / ((performance.now() - startedMs) / 60_000)
    say(`${state.next - Number(values.from)} slices, ${state.troubles.length} not agreed (${rate.toFixed(0)} a minute)`)
  }
} finally {
  await close()
}
const rows = state.rows()
const total = rows.reduce((sum, { slices }) => sum + slices, 0)
const accused = rows.reduce((sum, row) => sum + row.cheated, 0)
if (values.json) process.stdout.write(`${JSON.stringify({ total, accused, rows, troubles: state.troubles })}\n`)
else {
  for (const { name, slices, agreed, void: unproven, cheated } of rows)
    process.stdout.write(
      `${name.padEnd(52)} ${slices} slices: ${agreed} agreed, ${unproven} void, ${cheated} accused\n`,
    )
  process.stdout.write(`${total} honest slices of the real engine, each run twice: ${accused} accused\n`)
  for (const trouble of state.troubles) process.stdout.write(`  ${trouble}\n`)
}
process.exitCode = accused > 0 ? 1 : 0
