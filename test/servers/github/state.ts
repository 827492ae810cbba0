/** Who made something. */
export interface Actor {
  readonly login: string
  readonly type: 'Bot' | 'User'
}

/** An annotation as GitHub keeps it. */
export interface StoredAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: string
  readonly message: string
  readonly title?: string
  readonly raw_details?: string
}

export interface StoredCheck {
  readonly id: number
  name: string
  head_sha: string
  status: string
  conclusion: string | null
  external_id: string
  details_url: string | null
  output: { title: string | null; summary: string | null; text: string | null }
  annotations: StoredAnnotation[]
  /** Requests that made it what it is. */
  writes: number
}

export interface StoredComment {
  readonly id: number
  readonly issue: number
  readonly user: Actor
  body: string
  edits: number
}

export interface StoredIssue {
  readonly number: number
  readonly user: Actor
  title: string
  body: string
  state: 'open' | 'closed'
  labels: string[]
  state_reason: string | null
}

export interface StoredPull {
  readonly number: number
  state: 'open' | 'closed'
  head: { ref: string; sha: string; repository: string | null }
  base: { ref: string; sha: string }
  files: readonly { filename: string; status: string; previous_filename?: string }[]
}

export interface StoredArtifact {
  readonly id: number
  readonly run: number
  readonly name: string
  readonly zip: Buffer
}

/** A workflow run, as GitHub knows it whatever its code says. */
export interface StoredRun {
  readonly id: number
  readonly event: string
  readonly head_sha: string
}

export interface StoredAdvisory {
  readonly id: string
  readonly user: Actor
  readonly created: string
  summary: string
  description: string
  state: 'triage' | 'draft' | 'published' | 'closed'
  /** It came in as a private report of a vulnerability. */
  readonly isReport: boolean
}

/** Everything that the server remembers. */
export interface GithubState {
  readonly repository: string
  readonly checks: StoredCheck[]
  readonly comments: StoredComment[]
  readonly issues: StoredIssue[]
  readonly pulls: StoredPull[]
  readonly sarifs: { commit_sha: string; ref: string; sarif: unknown }[]
  readonly reactions: { comment: number; content: string }[]
  readonly dispatches: { workflow: string; ref: string; inputs: unknown }[]
  readonly advisories: StoredAdvisory[]
  readonly artifacts: StoredArtifact[]
  readonly runs: StoredRun[]
  /** Finished cache entries, newest last. */
  readonly caches: { key: string; version: string; content: Buffer }[]
  /** `read`, `write`, `admin`, `none`; who is not named may read. */
  readonly permissions: Map<string, string>
}

export function emptyState(repository = 'octo/vault'): GithubState {
  return {
    repository,
    checks: [],
    comments: [],
    issues: [],
    pulls: [],
    sarifs: [],
    reactions: [],
    dispatches: [],
    advisories: [],
    artifacts: [],
    runs: [],
    caches: [],
    permissions: new Map(),
  }
}
