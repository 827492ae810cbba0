import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot } from '../scripts/runStep.ts'

// `npm run bench:start`: how long the bundled Action takes before its own first line runs, against Node doing nothing. The
// median of eleven runs each, in processor time, so that a busy machine says the same as an idle one. Exit code 1 over budget.

/** From the start of the process to the Action's own code, Node's own start apart. */
const BUDGET_SECONDS = 0.5
const RUNS = 11

function cpuSeconds(script: string): number {
  const code = `await import(${JSON.stringify(script)}); const { user, system } = process.cpuUsage(); console.log((user + system) / 1e6)`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script} could not be loaded`)
  return Number(stdout)
}

function median(script: string): number {
  const times = Array.from({ length: RUNS }, () => cpuSeconds(script)).sort((a, b) => a - b)
  return times[(RUNS - 1) / 2] ?? Number.NaN
}

const nothing = median('data:text/javascript,')
const action = median(path.join(repositoryRoot, 'dist', 'action.mjs'))
const seconds = action - nothing
console.log(
  `node ${process.version}: ${nothing.toFixed(3)} s of processor time for nothing, ${action.toFixed(3)} s with dist/action.mjs`,
)
console.log(`the bundle takes ${seconds.toFixed(3)} s to start; its budget is ${BUDGET_SECONDS} s`)
process.exitCode = seconds > BUDGET_SECONDS ? 1 : 0
