import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runtimeVariables } from '../servers/github/results.ts'
import { type GithubServer, startGithub } from '../servers/github/server.ts'
import { runStep, type Step, type StepEnd } from '../servers/githubRunner.ts'
import { type Payload, RECORDED_REPOSITORY } from './githubEvents.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** A repository with a Foundry project at its root, and a GitHub that it is on. */
export interface GithubProject {
  readonly github: GithubServer
  /** The checkout. */
  readonly repository: string
  git(...args: string[]): string
  /** Commits everything and returns the commit's id. */
  commit(message: string): string
  /** The number of the last run. */
  lastRun(): number
  /** Runs the Action's main step for an event. */
  run(
    eventName: string,
    event: unknown,
    more?: Partial<Pick<Step, 'inputs' | 'env' | 'onLine' | 'workspace'>>,
  ): Promise<StepEnd>
  close(): Promise<void>
}

/** @param fixture folder of test/fixtures */
export async function githubProject(fixture: string): Promise<GithubProject> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-github-')))
  const repository = path.join(folder, 'repository')
  mkdirSync(repository)
  cpSync(path.join(root, 'test/fixtures', fixture), repository, {
    recursive: true,
    filter: (source) => !/\/(\.fuzzburst|out|cache)$/.test(source),
  })
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  git('init', '-q', '-b', 'main')
  const github = await startGithub(RECORDED_REPOSITORY)
  let runs = 100
  return {
    github,
    repository,
    git,
    commit(message) {
      git('add', '-A')
      git('commit', '-q', '-m', message)
      return git('rev-parse', 'HEAD')
    },
    lastRun: () => runs,
    run(eventName, event, more = {}) {
      runs++
      if (eventName === 'pull_request') showHead(github, event as Payload)
      const sha = git('rev-parse', 'HEAD')
      const pull = (event as { pull_request?: { head?: { sha?: string } } }).pull_request
      github.state.runs.push({ id: runs, event: eventName, head_sha: pull?.head?.sha ?? sha })
      // GitHub empties it before each job, and it is always the same folder.
      const temp = path.join(folder, 'temp')
      rmSync(temp, { recursive: true, force: true })
      mkdirSync(temp)
      return runStep({
        program: path.join(root, 'dist', 'main.mjs'),
        workspace: repository,
        event,
        ...more,
        inputs: {
          solc: path.join(root, 'scripts', 'solc.mjs'),
          budget: '6s',
          'slice-time': '2s',
          token: 'token',
          ...more.inputs,
        },
        env: {
          GITHUB_API_URL: github.url,
          GITHUB_REPOSITORY: RECORDED_REPOSITORY,
          GITHUB_EVENT_NAME: eventName,
          GITHUB_RUN_ID: String(runs),
          GITHUB_RUN_ATTEMPT: '1',
          GITHUB_SHA: sha,
          GITHUB_REF: 'refs/heads/main',
          RUNNER_TEMP: temp,
          ...runtimeVariables(github.url, runs),
          ...more.env,
        },
      })
    },
    async close() {
      await github.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** GitHub has moved the head before it sends the event. */
function showHead(github: GithubServer, { pull_request: pull }: Payload): void {
  const known = github.state.pulls.find(({ number }) => number === pull.number)
  if (known !== undefined) known.head = { ...known.head, sha: pull.head.sha }
}
