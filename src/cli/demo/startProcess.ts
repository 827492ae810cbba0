import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { DemoProcessFailed } from '../errors.ts'

/** Lines of a process's output that an error shows. */
const SHOWN_LINES = 20
/** How long a process may take to end after SIGTERM, in milliseconds. */
const PATIENCE_MS = 10_000

/** A child of the demo. */
export interface DemoProcess {
  readonly name: string
  readonly pid: number
  /** Resolves with the first line that matches. @throws DemoProcessFailed when the process ends first */
  line(pattern: RegExp): Promise<RegExpExecArray>
  /** Resolves when it is gone, however it went. */
  readonly ended: Promise<void>
  /** SIGTERM, then SIGKILL; resolves when it is gone. */
  stop(): Promise<void>
}

/**
 * Starts a program whose output goes to a log file. It shares an IPC channel with this process, so that a child that
 * listens to its end goes away even when this process is killed.
 */
export function startProcess(
  name: string,
  args: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly logFile: string },
): DemoProcess {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C in a terminal is for this process alone: the burst still needs its pool to settle.
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...options.env },
  })
  const log = createWriteStream(options.logFile, { flags: 'a' })
  const lines: string[] = []
  const listeners = new Set<(line: string) => void>()
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', (error) => {
      lines.push(error.message)
      resolve()
    })
  })
  for (const stream of [child.stdout!, child.stderr!])
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`)
      lines.push(line)
      for (const listener of listeners) listener(line)
    })
  return {
    name,
    pid: child.pid ?? -1,
    ended,
    async line(pattern) {
      const found = new Promise<RegExpExecArray>((resolve) => {
        const look = (line: string): void => {
          const match = pattern.exec(line)
          if (match) resolve(match)
        }
        lines.forEach(look)
        listeners.add(look)
      })
      const first = await Promise.race([found, ended])
      if (first === undefined) throw new DemoProcessFailed(name, lines.slice(-SHOWN_LINES).join('\n'))
      return first
    },
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(timer)
      log.end()
    },
  }
}
