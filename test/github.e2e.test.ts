// One whole pull request. More events: test/github.long.test.ts, by `npm run test:github`.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zReport } from '../src/report/report.ts'
import { pullRequestEvent } from './harness/githubEvents.ts'
import { type GithubProject, githubProject } from './harness/githubJob.ts'
import type { StepEnd } from './servers/githubRunner.ts'

let project: GithubProject
let head: string

beforeAll(async () => {
  project = await githubProject('findings')
  head = project.commit('a purse')
  project.github.state.pulls.push({
    number: 2,
    state: 'open',
    head: { ref: 'changes', sha: head, repository: 'Codertocat/Hello-World' },
    base: { ref: 'main', sha: head },
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
  const end = await project.run('pull_request', pullRequestEvent({ head, base: head }))
  expect(end.code).toBe(1)
  const { checks, comments, sarifs } = project.github.state
  expect(checks).toMatchObject([{ name: 'fuzzburst', head_sha: head, conclusion: 'failure' }])
  const lines = readFileSync(path.join(project.repository, 'test/Purse.t.sol'), 'utf8').split('\n')
  const annotated = checks[0]?.annotations.filter((one) => one.path === 'test/Purse.t.sol') ?? []
  expect(annotated.map((one) => lines[one.start_line - 1]?.trim()).join()).toContain(
    'function testFuzz_nothingIsForgotten',
  )
  const report = zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
  for (const { id, repro } of report.findings) {
    expect(comments[0]?.body).toContain(id)
    expect(end.summary).toContain(id)
    if (repro !== null) expect(comments[0]?.body).toContain(repro.forgeCommand)
  }
  expect(comments).toHaveLength(1)
  expect(sarifs).toHaveLength(1)
  // The check has the annotations: the log repeats none of them.
  expect(errors(end)).toEqual([])
})
