import { parseArgs } from 'node:util'
import { benchLimits, seedOf } from '../src/engines/forge/forgeBench.fixture.ts'
import type { ForgeInvocation } from '../src/protocol/shardSpec.ts'
import type { TargetResult } from '../src/protocol/sliceResult.ts'
import { openSandbox } from '../src/sandbox/openSandbox.ts'
import { type HonestCase, openCases } from './lib/honestCases.ts'

/**
 * What a result digest is worth as proof of work: for every fixture and kind, and each field of a target's result,
 * - entropy: bits that one seed's value leaves open to somebody who knows those of all other seeds (Shannon, over the sample);
 * - cheapest forgery: what has to be executed to get the field right for a seed that one has not run.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, seeds: { type: 'string', default: '12' } },
})
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => seedOf(1_000 + n))

/** How a value of a field can be had without an honest slice, cheapest first. */
type Forgery = 'constant' | 'fewer runs' | 'runs up to the failure' | 'all runs'

interface FieldRow {
  readonly case: string
  readonly target: string
  readonly field: 'status' | 'executions' | 'evidence' | 'finding'
  readonly bits: number
  /** As many bits as the sample can show. */
  readonly ofBits: number
  readonly forgery: Forgery
}

const { engine, cases, close } = await openCases()
const sandbox = await openSandbox()

async function results(one: HonestCase, invocation: ForgeInvocation): Promise<TargetResult[][]> {
  const all: TargetResult[][] = []
  for (const seed of seeds) {
    const { projectDir } = one.bench
    const run = await engine.runSlice({ sandbox, projectDir, invocation, limits: benchLimits, seed, corpusDir: null })
    if (run.result.outcome.kind === 'completed') all.push([...run.result.targets])
  }
  return all
}

/** Shannon entropy of a sample, in bits. */
function entropy(sample: readonly string[]): number {
  const counts = [...Map.groupBy(sample, (value) => value).values()].map((same) => same.length / sample.length)
  return counts.reduce((sum, share) => sum - share * Math.log2(share), 0)
}

const fields = {
  status: (result: TargetResult) => result.status,
  executions: (result: TargetResult) => String(result.executions),
  evidence: (result: TargetResult) => result.evidence,
  finding: (result: TargetResult) => JSON.stringify(result.finding),
} as const

async function measureCase(one: HonestCase): Promise<FieldRow[]> {
  const full = await results(one, one.invocation)
  const short = await results(one, fewer(one.invocation))
  return one.invocation.targets.flatMap((target, i) =>
    Object.entries(fields).map(([field, read]): FieldRow => {
      const sample = full.map((targets) => read(targets[i]!))
      const cheap = short.map((targets) => read(targets[i]!))
      const bits = entropy(sample)
      // A campaign that fails ends there, whatever it was allowed: only seeds that passed show what fewer runs are worth.
      const passed = full.flatMap((targets, n) => (targets[i]!.status === 'passed' ? [n] : []))
      const isSame = passed.every((n) => sample[n] === cheap[n])
      const partial: Forgery = passed.length === 0 ? 'runs up to the failure' : isSame ? 'fewer runs' : 'all runs'
      const forgery: Forgery = bits === 0 ? 'constant' : partial
      return {
        case: one.name,
        target,
        field: field as FieldRow['field'],
        bits,
        ofBits: Math.log2(full.length),
        forgery,
      }
    }),
  )
}

/** Half the work, of the same seed. */
function fewer(invocation: ForgeInvocation): ForgeInvocation {
  const half = (runs: number): number => Math.max(1, Math.floor(runs / 2))
  return { ...invocation, fuzzRuns: half(invocation.fuzzRuns), invariantRuns: half(invocation.invariantRuns) }
}

const rows: FieldRow[] = []
for (const one of cases) {
  if (!values.json) process.stderr.write(`${one.name} …\n`)
  rows.push(...(await measureCase(one)))
}
await close()
if (values.json) process.stdout.write(`${JSON.stringify({ seeds: seeds.length, rows })}\n`)
else for (const line of table()) process.stdout.write(`${line}\n`)

function table(): string[] {
  const lines = [`${seeds.length} seeds; at most ${Math.log2(seeds.length).toFixed(1)} bits can be seen`]
  for (const { name } of cases) {
    lines.push(name)
    for (const field of Object.keys(fields)) {
      const own = rows.filter((row) => row.case === name && row.field === field)
      const mean = own.reduce((sum, { bits }) => sum + bits, 0) / own.length
      const by = Map.groupBy(own, ({ forgery }) => forgery)
      const words = [...by].map(([forgery, some]) => `${some.length} by ${forgery}`).join(', ')
      lines.push(`  ${field.padEnd(10)} ${mean.toFixed(2).padStart(5)} bits; cheapest forgery: ${words}`)
    }
    const weak = rows.filter(
      (row) => row.case === name && row.field === 'evidence' && ['constant', 'fewer runs'].includes(row.forgery),
    )
    for (const { target, forgery } of weak) lines.push(`  weak: ${target} (${forgery})`)
  }
  return lines
}
