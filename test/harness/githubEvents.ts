import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// biome-ignore lint/suspicious/noExplicitAny: a recorded payload, changed in a few places by tests
export type Payload = any

const recorded: { name: string; examples: Payload[] }[] = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
)

/** The repository that all recorded payloads are of. */
export const RECORDED_REPOSITORY = 'Codertocat/Hello-World'

/** A payload that GitHub once sent, as a copy that may be changed. */
export function recordedEvent(name: string, action?: string): Payload {
  const examples = recorded.find((one) => one.name === name)?.examples ?? []
  const found = examples.find((example) => action === undefined || example.action === action)
  if (found === undefined) throw new Error(`no recorded payload of ${name} ${action ?? ''}`)
  return structuredClone(found)
}

/** A recorded pull request with these commits; `fork` has its head in another repository. */
export function pullRequestEvent(about: {
  readonly head: string
  readonly base: string
  readonly action?: string
  readonly fork?: boolean
}): Payload {
  const event = recordedEvent('pull_request', about.action ?? 'synchronize')
  event.pull_request.head.sha = about.head
  event.pull_request.base.sha = about.base
  if (about.fork === true) event.pull_request.head.repo.full_name = 'mallory/Hello-World'
  return event
}

/** What GitHub sends when a pull request's own workflow run has ended. */
export function afterRunEvent(run: number, headSha: string): Payload {
  const event = recordedEvent('workflow_run', 'completed')
  Object.assign(event.workflow_run, { id: run, event: 'pull_request', head_sha: headSha })
  return event
}
