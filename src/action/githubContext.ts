import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { sha256 } from '../protocol/digest.ts'
import type { SurfaceContext } from '../report/surfaceContext.ts'
import { EventUnreadable } from './errors.ts'

const zSha = z.string().regex(/^[0-9a-f]{40,64}$/)
const zNumber = z.number().int().positive()
const zPull = z.object({
  number: zNumber,
  head: z.object({ sha: zSha, repo: z.object({ full_name: z.string() }).nullish() }),
  base: z.object({ sha: zSha, repo: z.object({ full_name: z.string() }).nullish() }),
})

/** Of the webhook payload, what this program believes. docs.github.com/webhooks/webhook-events-and-payloads */
const zEvent = z.object({
  action: z.string().optional(),
  repository: z.object({ private: z.boolean(), visibility: z.string().optional() }).nullish(),
  pull_request: zPull.nullish(),
  workflow_run: z
    .object({ id: zNumber, event: z.string(), head_sha: zSha, conclusion: z.string().nullish() })
    .nullish(),
  issue: z.object({ number: zNumber, pull_request: z.object({}).nullish() }).nullish(),
  comment: z
    .object({ id: zNumber, body: z.string().max(70_000), user: z.object({ login: z.string().max(100) }).nullish() })
    .nullish(),
})

/** A pull request that a burst is for. */
export interface PullContext {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** From another repository: its workflow has a read-only token and no secrets. */
  readonly isFork: boolean
}

/** What GitHub says of this job. */
export interface GithubContext {
  readonly apiUrl: string
  readonly owner: string
  readonly repo: string
  readonly eventName: string
  /** Whose doing the run is. */
  readonly actor: string
  readonly event: z.output<typeof zEvent>
  /** Whether strangers may see the code. */
  readonly visibility: 'public' | 'private'
  /** The commit that was checked out; of a pull request usually the merge of both sides. */
  readonly sha: string
  readonly ref: string
  readonly pull: PullContext | null
  readonly run: number
  readonly attempt: number
  /** The run that readers are sent to, when it is another one than `run`, which says what is newer. */
  readonly logRun?: number
  readonly serverUrl: string
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * Reads the runner's variables and the event's payload. What does not say that the repository is public is private:
 * `internal` repositories, and payloads that carry no repository.
 * @throws EventUnreadable
 */
export async function readGithubContext(env: Env): Promise<GithubContext> {
  const path = env.GITHUB_EVENT_PATH ?? ''
  if (path === '') throw new EventUnreadable(path)
  let event: z.output<typeof zEvent>
  try {
    event = zEvent.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new EventUnreadable(path, cause)
  }
  const { repository, pull_request: pull } = event
  const isPublic = repository?.private === false && (repository.visibility ?? 'public') === 'public'
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  return {
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    owner,
    repo,
    eventName: env.GITHUB_EVENT_NAME ?? '',
    actor: env.GITHUB_ACTOR ?? '',
    event,
    visibility: isPublic ? 'public' : 'private',
    sha: env.GITHUB_SHA ?? '',
    ref: env.GITHUB_REF ?? '',
    pull:
      pull == null
        ? null
        : {
            number: pull.number,
            headSha: pull.head.sha,
            baseSha: pull.base.sha,
            // A head without a repository is a fork that was deleted.
            isFork: pull.head.repo == null || pull.head.repo.full_name !== pull.base.repo?.full_name,
          },
    run: wholeNumber(env.GITHUB_RUN_ID),
    attempt: wholeNumber(env.GITHUB_RUN_ATTEMPT),
  }
}

function wholeNumber(text: string | undefined): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= 0 ? value : 0
}

/** What the report's surfaces need to know of the job. */
export function surfaceContext(github: GithubContext, projectPath: string): SurfaceContext {
  const repositoryUrl = `${github.serverUrl}/${github.owner}/${github.repo}`
  return {
    repositoryUrl,
    sha: github.pull?.headSha ?? github.sha,
    projectPath,
    runUrl: `${repositoryUrl}/actions/runs/${github.logRun ?? github.run}`,
    run: github.run,
    ...(github.logRun !== undefined && { logRun: github.logRun }),
    attempt: github.attempt,
    // A path could end the comment that hides it; its digest cannot.
    marker: `<!-- fuzzburst:comment ${sha256(projectPath).slice(2, 18)} -->`,
  }
}
