import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'

/** GitHub's API with this job's token. */
export type Github = Octokit

/** Longest wait that GitHub may ask for before a call is given up: a job's time costs money too. */
const LONGEST_WAIT_SECONDS = 120
/** Times that one call is sent again after a rate limit. */
const RETRIES = 2

/**
 * A client that waits as GitHub says when a rate limit is met, and sends again what failed on GitHub's side.
 * @param apiUrl `https://api.github.com`, or a GitHub Enterprise server's
 * @param say one line for the log
 */
export function connectGithub(apiUrl: string, token: string, say: (line: string) => void): Github {
  const waits =
    (what: string) =>
    (seconds: number, options: unknown, _octokit: unknown, tries: number): boolean => {
      const goesOn = tries < RETRIES && seconds <= LONGEST_WAIT_SECONDS
      const { method, url } = options as { method: string; url: string }
      say(`GitHub's ${what} is met at ${method} ${url}: ${goesOn ? `tried again in ${seconds} s` : 'given up'}`)
      return goesOn
    }
  const Client = Octokit.plugin(throttling, retry)
  return new Client({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'fuzzburst',
    throttle: { onRateLimit: waits('rate limit'), onSecondaryRateLimit: waits('secondary rate limit') },
    // Failures of GitHub's side only; what it refused stays refused.
    retry: { doNotRetry: [400, 401, 403, 404, 410, 413, 422, 451], retries: RETRIES },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  })
}
