// One whole pull request. More events: test/github.long.test.ts, by `npm run test:github`.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zReport } from '../src/report/report.ts'
import { pullRequestEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import type { StepEnd } from './servers/githubRunner.ts'

let project: GithubProject
let [base, head] = ['', '']

/** A purse that forgets nothing, and a pull request that makes it forget. */
beforeAll(async () => {
  project = await githubProject('findings')
  const source = path.join(project.repository, 'src/Purse.sol')
  const forgetful = readFileSync(source, 'utf8')
  writeFileSync(source, forgetful.replace('amount > 200 ? amount - 1 : amount', 'amount'))
  base = project.commit('a purse')
  writeFileSync(source, forgetful)
  head = project.commit('a forgetful purse')
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'Codertocat/Hello-World' },
    base: { ref: 'main', sha: base },
    files: [],
  })
})
afterAll(async () => {
  await project.close()
  expect(project.github.violations).toEqual([])
})

const errors = (end: StepEnd): string[] =>
  end.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties.title ?? '')

test('a pull request gets a check with annotations, one comment, SARIF, a summary, and a red step', async () => {
  const end = await project.run('pull_request', pullRequestEvent({ head, base }))
  expect(end.code).toBe(1)
  const { checks, comments, sarifs } = project.github.state
  expect(checks).toMatchObject([{ name: 'fuzzburst', head_sha: head, conclusion: 'failure' }])
  const lines = readFileSync(path.join(project.repository, 'test/Purse.t.sol'), 'utf8').split('\n')
  const annotated = checks[0]?.annotations.filter((one) => one.path === 'test/Purse.t.sol') ?? []
  expect(annotated.map((one) => lines[one.start_line - 1]?.trim()).join()).toContain(
    'function testFuzz_nothingIsForgotten',
  )
  const report = zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
  expect(report.selection).toMatchObject({ kind: 'affected', chosen: 4, of: 4 })
  expect(report.timeline.at(-1)?.executions).toBe(report.work.executions)
  for (const { id, repro, origin } of report.findings) {
    expect(origin).toBe('new')
    expect(comments[0]?.body).toContain(id)
    expect(end.summary).toContain(id)
    if (repro !== null) expect(comments[0]?.body).toContain(repro.forgeCommand)
  }
  expect(comments).toHaveLength(1)
  expect(sarifs).toHaveLength(1)
  // The check has the annotations: the log repeats none of them.
  expect(errors(end)).toEqual([])
})
