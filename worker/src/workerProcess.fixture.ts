import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('./main.ts', import.meta.url))

/** One `fuzzburst-worker` process of a test. */
export interface WorkerProcess {
  readonly child: ChildProcess
  /** Log lines so far, parsed. */
  readonly lines: Record<string, unknown>[]
  /** What it wrote to standard error. */
  readonly errors: string[]
  /** Resolves with the first log line of this message, also if it came before. Rejects when the process ends first. */
  said(message: string): Promise<Record<string, unknown>>
  /** Its end: exit code or signal. */
  readonly ended: Promise<number | string>
  kill(signal: NodeJS.Signals): void
}

/** Starts a worker with settings as environment variables (without their prefix). Nothing of our environment reaches it. */
export function startWorkerProcess(settings: Readonly<Record<string, string>>): WorkerProcess {
  const env = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`FUZZBURST_WORKER_${name}`, value]))
  const child = spawn(process.execPath, [entry, 'run'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: Record<string, unknown>[] = []
  const errors: string[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, unknown>)
    for (const look of waiting) look()
  })
  createInterface({ input: child.stderr! }).on('line', (line) => errors.push(line))
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
  return {
    child,
    lines,
    errors,
    ended,
    kill: (signal) => child.kill(signal),
    said: (message) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines.find(({ msg }) => msg === message)
          if (line === undefined) return
          waiting.delete(look)
          resolve(line)
        }
        waiting.add(look)
        void ended.then((how) =>
          reject(new RangeError(`the worker ended (${how}) before "${message}": ${errors.join('\n')}`)),
        )
        look()
      }),
  }
}
