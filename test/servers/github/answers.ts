import { sampleComponent } from './description.ts'
import type {
  Actor,
  GithubState,
  StoredAdvisory,
  StoredCheck,
  StoredComment,
  StoredIssue,
  StoredPull,
} from './state.ts'

/** The state's things as GitHub shows them: the least that its description asks for, filled with what is known. */

const DATE = '2026-01-01T00:00:00Z'

export function userAnswer({ login, type }: Actor): Record<string, unknown> {
  return { ...sampleComponent('simple-user'), login, type, id: login.length }
}

export function checkAnswer(check: StoredCheck): Record<string, unknown> {
  return {
    ...sampleComponent('check-run'),
    id: check.id,
    name: check.name,
    head_sha: check.head_sha,
    status: check.status,
    conclusion: check.conclusion,
    external_id: check.external_id,
    details_url: check.details_url,
    output: {
      ...check.output,
      annotations_count: check.annotations.length,
      annotations_url: 'https://api.github.com/',
    },
    pull_requests: [],
    started_at: DATE,
    completed_at: check.status === 'completed' ? DATE : null,
  }
}

export function commentAnswer(comment: StoredComment): Record<string, unknown> {
  return {
    ...sampleComponent('issue-comment'),
    id: comment.id,
    body: comment.body,
    user: userAnswer(comment.user),
    html_url: `https://github.com/octo/vault/issues/${comment.issue}#issuecomment-${comment.id}`,
    author_association: 'NONE',
    performed_via_github_app: null,
  }
}

export function issueAnswer(issue: StoredIssue): Record<string, unknown> {
  return {
    ...sampleComponent('issue'),
    id: issue.number,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.state_reason,
    user: userAnswer(issue.user),
    labels: issue.labels,
    assignee: null,
    milestone: null,
    closed_at: issue.state === 'closed' ? DATE : null,
    author_association: 'NONE',
    html_url: `https://github.com/octo/vault/issues/${issue.number}`,
  }
}

function side(repository: string | null, ref: string, sha: string): Record<string, unknown> {
  return {
    label: `x:${ref}`,
    ref,
    sha,
    user: userAnswer({ login: 'octocat', type: 'User' }),
    repo: repository === null ? null : { ...sampleComponent('repository'), full_name: repository },
  }
}

export function pullAnswer(state: GithubState, pull: StoredPull, component: string): Record<string, unknown> {
  return {
    ...sampleComponent(component),
    number: pull.number,
    state: pull.state,
    user: userAnswer({ login: 'octocat', type: 'User' }),
    labels: [],
    requested_teams: [],
    assignee: null,
    milestone: null,
    auto_merge: null,
    merged_at: null,
    closed_at: null,
    head: side(pull.head.repository, pull.head.ref, pull.head.sha),
    base: side(state.repository, pull.base.ref, pull.base.sha),
    author_association: 'NONE',
  }
}

export function advisoryAnswer(advisory: StoredAdvisory): Record<string, unknown> {
  return {
    ...sampleComponent('repository-advisory'),
    ghsa_id: advisory.id,
    html_url: `https://github.com/octo/vault/security/advisories/${advisory.id}`,
    author: userAnswer(advisory.user),
    summary: advisory.summary,
    description: advisory.description,
    state: advisory.state,
    created_at: advisory.created,
    submission: advisory.isReport ? { accepted: advisory.state !== 'triage' } : null,
  }
}
