import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { findForge } from '../../src/engines/forge/program.ts'
import { forgeWhere } from '../../src/requester/connectWorld.ts'
import { solc } from '../../test/harness/copyProject.ts'

/** What plain `forge test` did and cost. */
export interface PlainRun {
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly executions: number
}

/**
 * Runs the same tests as users do, after the build: for each seed one process with one thread, all processes at once, so
 * that they share the machine as workers do. Each of them runs the whole budget.
 * @param core the only core that they may use
 */
export async function plainForge(
  dir: string,
  seeds: readonly string[],
  budget: { readonly fuzzRuns: number; readonly invariantRuns: number },
  core?: number,
): Promise<PlainRun> {
  const forge = await findForge(forgeWhere(process.env))
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    FOUNDRY_SOLC: solc,
    FOUNDRY_OFFLINE: 'true',
    FOUNDRY_FUZZ_RUNS: String(budget.fuzzRuns),
    FOUNDRY_INVARIANT_RUNS: String(budget.invariantRuns),
  }
  await run(forge.path, ['build'], dir, env)
  // Every `forge test` asks its compiler for a version. npm's takes half a second to say it, which users with a native one do
  // not pay: it must not count in our favour.
  const stub = await stubOf(solc, dir, env)
  try {
    const begun = performance.now()
    const runs = await Promise.all(
      seeds.map((seed) =>
        run(
          forge.path,
          ['test', '--json', '-j', '1', '--fuzz-seed', seed, '--match-test', '^(testFuzz|invariant)'],
          dir,
          { ...env, FOUNDRY_SOLC: join(stub, 'solc') },
          core,
        ),
      ),
    )
    return {
      wallSeconds: (performance.now() - begun) / 1_000,
      cpuSeconds: runs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      executions: runs.reduce((sum, { stdout }) => sum + executionsOf(stdout), 0),
    }
  } finally {
    rmSync(stub, { recursive: true, force: true })
  }
}

/** A folder with a compiler that only tells the version of another. */
async function stubOf(compiler: string, cwd: string, env: Record<string, string | undefined>): Promise<string> {
  const { stdout } = await run(compiler, ['--version'], cwd, env)
  const folder = mkdtempSync(join(tmpdir(), 'fuzzburst-stub-'))
  const version = /^Version: [\w.+-]+$/m.exec(stdout)?.[0] ?? ''
  writeFileSync(join(folder, 'solc'), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 })
  return folder
}

interface Kind {
  readonly Fuzz?: { readonly runs: number }
  readonly Invariant?: { readonly calls: number }
}

function executionsOf(stdout: string): number {
  const suites = JSON.parse(stdout) as Record<string, { test_results: Record<string, { kind: Kind }> }>
  return Object.values(suites)
    .flatMap((suite) => Object.values(suite.test_results))
    .reduce((sum, { kind }) => sum + (kind.Fuzz?.runs ?? kind.Invariant?.calls ?? 0), 0)
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string | undefined>,
  core?: number,
): Promise<{ stdout: string; cpuSeconds: number }> {
  // GNU time is not everywhere; the shell's own `times` is: its last line is the CPU time of its children.
  const pin = core === undefined ? '' : `taskset -pc ${core} $$ >/dev/null; `
  const child = spawn('sh', ['-c', `${pin}"$0" "$@" >&3; times`, program, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  let times = ''
  let stdout = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    times += chunk
  })
  child.stdio[3]!.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  await new Promise((resolve) => child.once('close', resolve))
  const children = times.trim().split('\n').at(-1) ?? ''
  const cpuSeconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
    0,
  )
  return { stdout, cpuSeconds }
}
