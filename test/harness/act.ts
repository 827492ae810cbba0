import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { GithubServer } from '../servers/github/server.ts'

/** nektos/act: runs workflows on this machine as GitHub's runner would. Pinned; its Go module is built once. */
const ACT = '0.2.89'

const root = path.resolve(import.meta.dirname, '../..')

/** Where act is, or why it cannot be had. Built into the user's cache when it is not there yet. */
export function findAct(): { readonly program: string } | { readonly missing: string } {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache')
  const folder = path.join(cache, 'fuzzburst', `act-${ACT}`)
  const program = path.join(folder, 'act')
  if (existsSync(program)) return { program }
  mkdirSync(folder, { recursive: true })
  const built = spawnSync('go', ['install', `github.com/nektos/act@v${ACT}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (existsSync(program)) return { program }
  const why = built.error?.message ?? built.stderr.trim().split('\n').at(-1) ?? ''
  return { missing: `act ${ACT} is not installed and could not be built (${why.slice(0, 300)})` }
}

/** The Action as GitHub would download it: what git has of it, and nothing that only lies about here. */
export function exportAction(folder: string): void {
  const files = execFileSync('git', ['ls-files', '-z', 'action.yml', 'dist'], { cwd: root, encoding: 'utf8' })
  for (const file of files.split('\0').filter((name) => name !== ''))
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true })
}

/** How a workflow ended. */
export interface ActEnd {
  readonly code: number | null
  readonly log: string
}

/** Runs one workflow file of a repository for an event, its jobs on this host. */
export async function runWorkflow(
  program: string,
  about: {
    readonly repository: string
    /** Path below the repository. */
    readonly workflow: string
    readonly eventName: string
    /** File with the webhook's payload. */
    readonly eventFile: string
    readonly home: string
    /** Where `exportAction` put it. */
    readonly action: string
    readonly github: Pick<GithubServer, 'url' | 'state'>
    readonly run: number
    readonly token: string
    /** Variables of the service for caches and artifacts. */
    readonly service: Readonly<Record<string, string>>
  },
): Promise<ActEnd> {
  const variables = {
    GITHUB_API_URL: about.github.url,
    GITHUB_REPOSITORY: about.github.state.repository,
    GITHUB_RUN_ID: String(about.run),
    GITHUB_RUN_ATTEMPT: '1',
    // Engines are among our own packages: a user's job has npm fetch them.
    NODE_PATH: path.join(root, 'node_modules'),
    ...about.service,
  }
  const child = spawn(
    program,
    [
      about.eventName,
      ...['-W', about.workflow, '-e', about.eventFile, '-C', about.repository],
      ...['-P', 'ubuntu-latest=-self-hosted', '-P', 'ubuntu-24.04=-self-hosted'],
      ...['--local-repository', `fuzzburst/fuzzburst@main=${about.action}`],
      ...['-s', `GITHUB_TOKEN=${about.token}`, '--no-cache-server'],
      ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ],
    {
      cwd: about.repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`,
        HOME: about.home,
        XDG_CACHE_HOME: path.join(about.home, 'cache'),
        GIT_CONFIG_NOSYSTEM: '1',
      },
    },
  )
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, log }
}
