import { spawn } from 'node:child_process'

/** Output of forge on the requester's machine is kept up to this many bytes of each stream: a listing, a configuration, errors. */
const OUTPUT_LIMIT = 64 * 2 ** 20

export interface ForgeRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Environment for a forge on the requester's machine: the user's, without settings, which are resolved already, and ours. */
export function hostEnvironment(
  user: Readonly<Record<string, string | undefined>>,
  ours: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(user).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(FOUNDRY|DAPP|FORGE)_/.test(entry[0]),
  )
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ...ours }
}

/** Runs a program with the user's rights: only for building and listing, never for running tests. */
export async function runForge(
  path: string,
  args: readonly string[],
  options: {
    readonly cwd: string
    readonly env: Readonly<Record<string, string | undefined>>
    readonly onLine?: (line: string) => void
    readonly signal?: AbortSignal
  },
): Promise<ForgeRun> {
  const child = spawn(path, args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.signal ? { signal: options.signal } : {}),
  })
  const [stdout, stderr] = [collect(child.stdout, options.onLine), collect(child.stderr, options.onLine)]
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, stdout: stdout(), stderr: stderr() }
}

function collect(stream: NodeJS.ReadableStream, onLine: ((line: string) => void) | undefined): () => string {
  const chunks: Buffer[] = []
  let bytes = 0
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= OUTPUT_LIMIT) chunks.push(chunk)
    if (!onLine) return
    const lines = (rest + chunk.toString('utf8')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') onLine(line)
  })
  return () => Buffer.concat(chunks).toString('utf8')
}
