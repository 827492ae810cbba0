import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { repositoryRoot } from './runStep.ts'

// `npm run lint:workflows`: actionlint and zizmor, at its strictest, over our own workflows and those that users copy. Both
// programs are fetched once, pinned, into a folder of the user's cache: actionlint as its Go module, zizmor from PyPI.

const ACTIONLINT = '1.7.12'
const ZIZMOR = '1.32.0'

const folders = ['.github/workflows', 'examples/workflows', 'examples/vault/.github/workflows']
const files = folders.flatMap((folder) =>
  readdirSync(path.join(repositoryRoot, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => path.join(folder, name)),
)
const tools = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'fuzzburst', 'lint')
mkdirSync(tools, { recursive: true })

function succeeds(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const { status, error } = spawnSync(program, args, {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  if (error !== undefined) console.error(`${program}: ${error.message}`)
  return status === 0
}

const actionlint = path.join(tools, `actionlint-${ACTIONLINT}`, 'actionlint')
const goModule = `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`
const haveActionlint =
  existsSync(actionlint) || succeeds('go', ['install', goModule], { GOBIN: path.dirname(actionlint), GOFLAGS: '' })

const environment = path.join(tools, `zizmor-${ZIZMOR}`)
const zizmor = path.join(environment, 'bin', 'zizmor')
const haveZizmor =
  existsSync(zizmor) ||
  (succeeds('python3', ['-m', 'venv', environment]) &&
    succeeds(path.join(environment, 'bin', 'pip'), ['install', '--quiet', `zizmor==${ZIZMOR}`]))

const results = [
  haveActionlint && succeeds(actionlint, files),
  haveZizmor && succeeds(zizmor, ['--offline', '--pedantic', '--no-progress', ...files, 'action.yml']),
]
const isFine = results.every((result) => result)
console.log(isFine ? `${files.length} workflows and action.yml are in order.` : 'Workflows: see above.')
process.exitCode = isFine ? 0 : 1
