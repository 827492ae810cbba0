import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../scripts/runStep.ts'
import { pullRequestEvent, recordedEvent } from '../test/harness/githubEvents.ts'
import { githubProject } from '../test/harness/githubJob.ts'
import { startTestPool } from '../test/harness/testPool.ts'

// `npm run bench:plan [-- --project FOLDER --rounds N]`: how long the bundled Action takes from the end of the build to an open job, for a pull
// request to a project that the relay and GitHub's cache have seen: a source is edited and a test is new. Real chain, relay and forge. By
// the clock, so run it on an idle machine. Exit code 1 over budget.

/** Issue 5, "Must hold": plan and upload, beyond the build. */
const BUDGET_SECONDS = 15

const header = '// SPDX-License-Identifier: MIT\npragma solidity ^0.8.0;\n'
const { values } = parseArgs({
  options: { project: { type: 'string', default: 'examples/vault' }, rounds: { type: 'string', default: '3' } },
})
const project = await githubProject(path.relative(path.join(repositoryRoot, 'test/fixtures'), values.project))
const pool = await startTestPool(0)
try {
  const base = project.commit('as it was')
  const inputs = {
    ...{ relay: pool.relayUrl, 'rpc-url': pool.chain.anvil.rpcUrl },
    ...{ account: pool.chain.account, key: pool.chain.spenderKey, budget: '60s', targets: 'all' },
  }
  /** The line of steps, as soon as the job is open; the rest of the burst is stopped. */
  const stepsOf = async (eventName: string, event: unknown): Promise<string> => {
    let steps = ''
    const end = await project.run(eventName, event, {
      inputs,
      onLine(line, stop) {
        if (!line.startsWith('build ') || steps !== '') return
        steps = line
        stop('SIGINT')
      },
    })
    if (steps === '') throw new Error(`no job was opened:\n${end.log.slice(-4_000)}`)
    return steps
  }
  console.log(`first, nothing known: ${await stepsOf('push', recordedEvent('push'))}`)
  const times: number[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const sources = path.join(project.repository, 'src')
    const edited = path.join(
      sources,
      readdirSync(sources)
        .filter((name) => name.endsWith('.sol'))
        .sort()[0] ?? '',
    )
    writeFileSync(edited, `${readFileSync(edited, 'utf8')}\n// edit ${round}\n`)
    writeFileSync(path.join(project.repository, 'test', `Added${round}.t.sol`), addedTest(round))
    const head = project.commit(`edit ${round}`)
    const steps = await stepsOf('pull_request', pullRequestEvent({ head, base }))
    times.push(Number(/: (\d+\.\d) s in all/.exec(steps)?.[1]))
    console.log(`pull request ${round + 1}: ${steps}`)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
  console.log(`median ${median.toFixed(1)} s beyond the build; the budget is ${BUDGET_SECONDS} s`)
  process.exitCode = median <= BUDGET_SECONDS ? 0 : 1
} finally {
  await pool.stop()
  await project.close()
}

function addedTest(round: number): string {
  return `${header}contract Added${round}Test { function testFuzz_added${round}(uint256 a) external pure { require(a == a, "odd"); } }\n`
}
