import { spawn } from 'node:child_process'
import path from 'node:path'

/** The repository's root. */
export const repositoryRoot: string = path.resolve(import.meta.dirname, '..')

export interface StepEnd {
  /** Exit code; 128 and more when a signal ended it. */
  readonly code: number
  /** Everything it printed, both streams in the order they came. */
  readonly output: string
  readonly seconds: number
}

/**
 * Runs one program of this repository to its end, under this very Node and with the project's own tools first on the
 * path. `show` passes its output on as it comes; otherwise it is only collected.
 */
export async function runStep(
  program: string,
  args: readonly string[],
  options: { readonly show: boolean; readonly env?: Readonly<Record<string, string>> },
): Promise<StepEnd> {
  const started = performance.now()
  const tools = path.join(repositoryRoot, 'node_modules', '.bin')
  const child = spawn(program === 'node' ? process.execPath : path.join(tools, program), args, {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env, PATH: `${tools}${path.delimiter}${process.env.PATH ?? ''}` },
  })
  const chunks: Buffer[] = []
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (options.show) target.write(chunk)
    })
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      resolve(127)
    })
    child.once('close', (exitCode, signal) => resolve(exitCode ?? (signal === null ? 1 : 128)))
  })
  return { code, output: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - started) / 1000 }
}
