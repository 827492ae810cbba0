import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { type LauncherReport, parseLauncherReport } from './launcherReport.ts'

/** Bytes of standard error that are kept: its last ones. */
export const STDERR_TAIL_BYTES = 64 * 1024
/** A report is one short line; more than this is none. */
const REPORT_LIMIT_BYTES = 16 * 1024

export interface LauncherRun {
  /** Undefined when the launcher was killed or could not be started. */
  readonly report: LauncherReport | undefined
  readonly stdout: Uint8Array
  readonly stderr: string
  readonly aborted: boolean
}

/** Runs a launcher's command line to its end, and ends it for too much output or the signal. Never rejects. */
export function runLauncher(
  launcherPath: string,
  args: readonly string[],
  options: {
    outputBytes: number
    signal?: AbortSignal | undefined
    onStdout?: ((chunk: Uint8Array) => void) | undefined
  },
): Promise<LauncherRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(launcherPath, args, { env: {}, cwd: '/', stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] })
    const [, stdout, stderr, reports, control] = child.stdio as unknown as [
      null,
      Readable,
      Readable,
      Readable,
      Writable,
    ]
    const output: Uint8Array[] = []
    let outputBytes = 0
    let errors = Buffer.alloc(0)
    let report = ''
    let startError: Error | undefined
    let callbackError: unknown

    // The launcher ends its tree when its control pipe closes, so also when this process dies. `o` says why.
    const stop = (why = '') => control.end(why)
    const abort = () => stop()
    options.signal?.addEventListener('abort', abort, { once: true })
    if (options.signal?.aborted) abort()
    // Writing to a launcher that has just ended is no fault: its report says how it ended.
    control.on('error', () => undefined)

    stdout.on('data', (chunk: Buffer) => {
      const room = options.outputBytes - outputBytes
      outputBytes += chunk.length
      if (outputBytes > options.outputBytes) stop('o')
      if (room <= 0) return
      const part = chunk.subarray(0, room)
      if (!options.onStdout) return void output.push(part)
      try {
        options.onStdout(part)
      } catch (error) {
        callbackError ??= error
        stop()
      }
    })
    stderr.on('data', (chunk: Buffer) => {
      errors = Buffer.concat([errors, chunk]).subarray(-STDERR_TAIL_BYTES)
    })
    reports.on('data', (chunk: Buffer) => {
      if (report.length < REPORT_LIMIT_BYTES) report += chunk.toString('latin1')
    })
    child.on('error', (error) => {
      startError = error
    })
    child.on('close', () => {
      options.signal?.removeEventListener('abort', abort)
      control.destroy()
      // The caller's own fault in reading, not the program's.
      if (callbackError !== undefined) return reject(callbackError)
      resolve({
        report: parseLauncherReport(report),
        stdout: Buffer.concat(output),
        stderr: startError ? String(startError.message) : errors.toString('utf8'),
        aborted: options.signal?.aborted ?? false,
      })
    })
  })
}
