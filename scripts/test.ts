import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repositoryRoot, runStep } from './runStep.ts'
import { forgeCounts, formatCounts, noTests, sum, vitestCounts, vitestFailures } from './testCounts.ts'

// `npm test [-- vitest arguments]`: every lane of vitest, then the contracts' own tests; no network. With arguments only
// vitest runs: they choose files.
const passedOn = process.argv.slice(2)
const scratch = mkdtempSync(path.join(tmpdir(), 'fuzzburst-test-'))
const resultFile = path.join(scratch, 'vitest.json')

const vitest = await runStep(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`, ...passedOn],
  // Vitest's reporters colour by themselves only on a terminal; here its output passes through a pipe.
  { show: true, env: process.stdout.isTTY ? { FORCE_COLOR: '1' } : {} },
)
const results: unknown = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : undefined
let counts = results === undefined ? noTests : vitestCounts(results)
const failures = results === undefined ? ['vitest ended without results'] : vitestFailures(results)
rmSync(scratch, { recursive: true, force: true })
// A run that fails without a failed test (a broken file, an error outside a test) still counts as one failure.
if (vitest.code !== 0 && counts.failed === 0) counts = sum(counts, { ...noTests, failed: 1 })

if (passedOn.length === 0 && existsSync(path.join(repositoryRoot, 'scripts', 'contracts.ts'))) {
  console.log('\nContracts')
  const contracts = await runStep('node', ['scripts/contracts.ts', 'test'], { show: true })
  const contractCounts = forgeCounts(contracts.output)
  counts = sum(counts, contractCounts)
  if (contracts.code !== 0 && contractCounts.failed === 0) counts = sum(counts, { ...noTests, failed: 1 })
}

// Once more at the end: whoever reads only the last lines of a long log must see what failed.
for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`\n${formatCounts(counts)}`)
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
