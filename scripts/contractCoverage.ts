import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot, runStep } from './runStep.ts'

// `npm run coverage:contracts`: branch coverage of contracts/src by the contracts' own tests. Every branch that no test takes must be
// listed in contracts/coverage.json with a reason, and the share of those that are taken must not fall below its minimum.
// Minutes long: coverage compiles everything anew, without the optimizer. No network.

const zRule = z.strictObject({
  minimumBranchPercent: z.number().min(0).max(100),
  exceptions: z.array(z.strictObject({ file: z.string(), source: z.string(), why: z.string().min(10) })),
})

interface Untaken {
  readonly file: string
  readonly line: number
  readonly source: string
}

const contracts = path.join(repositoryRoot, 'contracts')
const report = path.join(contracts, 'cache', 'coverage.lcov')

async function main(): Promise<number> {
  const rule = zRule.parse(JSON.parse(readFileSync(path.join(contracts, 'coverage.json'), 'utf8')))
  rmSync(report, { force: true })
  // forge makes no folder for its report: a fresh clone has none.
  mkdirSync(path.dirname(report), { recursive: true })
  const end = await runStep(
    'forge',
    [
      ...['coverage', '--root', 'contracts', '--ir-minimum', '--no-match-coverage', '(test|dev)/'],
      ...['--report', 'summary', '--report', 'lcov', '--report-file', report],
    ],
    {
      show: true,
      env: {
        FOUNDRY_SOLC: path.join(repositoryRoot, 'scripts', 'solc.mjs'),
        FOUNDRY_OFFLINE: 'true',
        FOUNDRY_DISABLE_NIGHTLY_WARNING: 'true',
        FOUNDRY_OUT: path.join('cache', 'coverage', 'out'),
        FOUNDRY_CACHE_PATH: path.join('cache', 'coverage'),
        FOUNDRY_INVARIANT_RUNS: '8',
      },
    },
  )
  if (end.code !== 0) return end.code
  const { taken, untaken } = readBranches(readFileSync(report, 'utf8'))
  const unlisted = untaken.filter(
    (one) => !rule.exceptions.some((known) => known.file === one.file && known.source === one.source),
  )
  for (const { file, line, source } of unlisted)
    console.error(`${file}:${line}: a branch that no test takes: ${source}`)
  const percent = (100 * taken) / (taken + untaken.length)
  console.log(
    `Branches: ${taken} of ${taken + untaken.length} (${percent.toFixed(1)}%), ${rule.minimumBranchPercent}% asked for`,
  )
  return unlisted.length === 0 && percent >= rule.minimumBranchPercent ? 0 : 1
}

/** lcov's BRDA lines: line, block, branch, times taken (or `-`). */
function readBranches(lcov: string): { taken: number; untaken: Untaken[] } {
  let file = ''
  let taken = 0
  const untaken: Untaken[] = []
  for (const row of lcov.split('\n')) {
    if (row.startsWith('SF:')) file = path.relative(contracts, path.resolve(contracts, row.slice(3)))
    const branch = /^BRDA:(\d+),[^,]*,[^,]*,(\d+|-)$/.exec(row)
    if (branch === null) continue
    if (branch[2] !== '0' && branch[2] !== '-') taken += 1
    else {
      const line = Number(branch[1])
      const source = readFileSync(path.join(contracts, file), 'utf8').split('\n')[line - 1] ?? ''
      untaken.push({ file, line, source: source.trim() })
    }
  }
  if (taken + untaken.length === 0) throw new Error('the report has no branches')
  return { taken, untaken }
}

process.exitCode = await main()
