import { parseArgs } from 'node:util'
import { benchLimits, seedOf } from '../src/engines/forge/forgeBench.fixture.ts'
import { sha256 } from '../src/protocol/digest.ts'
import { zeroBytes32 } from '../src/protocol/primitives.ts'
import type { ShardSpec } from '../src/protocol/shardSpec.ts'
import { auditSlice } from '../src/requester/auditSlice.ts'
import { localQueue } from '../src/requester/localQueue.ts'
import { openSandbox } from '../src/sandbox/openSandbox.ts'
import { openCases } from './lib/honestCases.ts'

/**
 * Honest slices of the real engine, each run once as a worker would and once more as its auditor, in another unpacked copy: how
 * many would have been accused? Spread over stateless, stateful and coverage-guided fixtures. Ends after so many slices, or
 * so many minutes, and says how many it was.
 */
const { values } = parseArgs({
  options: {
    slices: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '600' },
    jobs: { type: 'string', default: '2' },
    from: { type: 'string', default: '0' },
    json: { type: 'boolean' },
  },
})
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${line}\n`)
}
const deadlineMs = performance.now() + Number(values.minutes) * 60_000
const { engine, cases, close } = await openCases()
const sandbox = await openSandbox()
const queue = localQueue(Number(values.jobs))
const copies = new Map<string, string>()
for (const { bench } of cases) if (!copies.has(bench.root)) copies.set(bench.root, await bench.unpack())
const counts = new Map(cases.map(({ name }) => [name, { slices: 0, agreed: 0, void: 0, accused: 0 }]))
const troubles: string[] = []
let next = Number(values.from)
const last = next + Number(values.slices)

async function lane(): Promise<void> {
  while (next < last && performance.now() < deadlineMs) {
    const n = next++
    const { name, bench, invocation } = cases[n % cases.length]!
    const seed = seedOf(n + 1)
    const request = { sandbox, invocation, limits: benchLimits, corpusDir: null }
    // A machine that cannot run it (memory, an engine that is gone) ends the soak: its figures would mean nothing.
    const claim = await queue.run('slice', () => engine.runSlice({ ...request, projectDir: bench.projectDir, seed }))
    const workbench = { sandbox, projectDir: copies.get(bench.root)! }
    const verdict = await auditSlice(specOf(invocation, seed), 0, claim, { engine, workbench, queue })
    const count = counts.get(name)!
    count.slices++
    if (verdict.kind === 'agreed') count.agreed++
    else {
      count[verdict.kind === 'cheated' ? 'accused' : 'void']++
      troubles.push(`${name}, seed ${n + 1}: ${verdict.kind === 'cheated' ? verdict.difference : verdict.why}`)
    }
    if (n % 100 === 99) say(`${n + 1 - Number(values.from)} slices, ${troubles.length} not agreed`)
  }
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

await Promise.all(Array.from({ length: Number(values.jobs) }, lane))
await close()
const rows = [...counts].map(([name, count]) => ({ name, ...count }))
const total = rows.reduce((sum, { slices }) => sum + slices, 0)
const accused = rows.reduce((sum, row) => sum + row.accused, 0)
if (values.json) process.stdout.write(`${JSON.stringify({ total, accused, rows, troubles })}\n`)
else {
  for (const { name, slices, agreed, void: unproven, accused: struck } of rows)
    process.stdout.write(`${name.padEnd(52)} ${slices} slices: ${agreed} agreed, ${unproven} void, ${struck} accused\n`)
  process.stdout.write(`${total} honest slices of the real engine, each run twice: ${accused} accused\n`)
  for (const trouble of troubles) process.stdout.write(`  ${trouble}\n`)
}
process.exitCode = accused > 0 ? 1 : 0
