import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { cli } from './copyProject.ts'

/** How a command ended. */
export interface CliEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A running command line. */
export interface RunningCli {
  readonly child: ChildProcess
  /** Resolves with the first match in standard error; rejects when the command ends without one. */
  seen(pattern: RegExp): Promise<RegExpExecArray>
  readonly end: Promise<CliEnd>
}

interface CliOptions {
  readonly cwd: string
  readonly env?: Record<string, string>
  /** Another program than `fuzzburst`: an absolute path. */
  readonly program?: string
}

/** Starts `fuzzburst` with these arguments in a folder. Nothing of the test's environment but PATH and HOME reaches it. */
export function startCli(args: readonly string[], options: CliOptions): RunningCli {
  const child = spawn(process.execPath, [options.program ?? cli, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  const lookers = new Set<() => void>()
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += chunk
    for (const look of lookers) look()
  })
  const end = new Promise<CliEnd>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr })),
  )
  return {
    child,
    end,
    async seen(pattern) {
      const match = new Promise<RegExpExecArray>((resolve) => {
        const look = (): void => {
          const found = pattern.exec(stderr)
          if (found) resolve(found)
        }
        lookers.add(look)
        look()
      })
      const first = await Promise.race([match, end])
      if ('code' in first) throw new Error(`ended with ${first.code} before ${pattern}:\n${first.stderr}`)
      return first
    },
  }
}

/** Runs `fuzzburst` to its end. */
export function runCli(
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<CliEnd> {
  return startCli(args, options).end
}

/** Runs `fuzzburst-worker` to its end. */
export function runWorkerCli(args: readonly string[], options: CliOptions): Promise<CliEnd> {
  const program = path.resolve(import.meta.dirname, '..', '..', 'worker', 'bin', 'fuzzburst-worker.mjs')
  return startCli(args, { ...options, program }).end
}
