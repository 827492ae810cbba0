import { execFile } from 'node:child_process'

/** Longest that one command of git may take: a fetch of one commit. */
const GIT_TIMEOUT_MS = 120_000
/** Most output that is taken: names of changed files. */
const OUTPUT_BYTES = 64 * 2 ** 20

/** Git in one folder: no hooks, no helpers of the repository's, no questions. */
export type Git = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<string>

/** @param folder the checkout, which another user may own (containers) */
export function gitIn(folder: string, path: string | undefined): Git {
  const settings = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', `safe.directory=${folder}`]
  return (args, env = {}) =>
    new Promise((resolve, reject) => {
      execFile(
        'git',
        [...settings.flatMap((setting) => ['-c', setting]), ...args],
        {
          cwd: folder,
          encoding: 'utf8',
          maxBuffer: OUTPUT_BYTES,
          timeout: GIT_TIMEOUT_MS,
          env: { PATH: path, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', HOME: folder, LC_ALL: 'C', ...env },
        },
        (error, stdout, stderr) => {
          if (error === null) resolve(stdout)
          else reject(Object.assign(error, { failed: stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '' }))
        },
      )
    })
}

/** What git said when it failed, on one line. @throws what is no failure of git's */
export function gitFailure(error: unknown): string {
  if (error instanceof Error && 'failed' in error)
    return String(error.failed) || error.message.split('\n')[0] || 'git failed'
  throw error
}
