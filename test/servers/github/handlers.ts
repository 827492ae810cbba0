import { gunzipSync } from 'node:zlib'
import { advisoryAnswer, checkAnswer, commentAnswer, issueAnswer, pullAnswer, userAnswer } from './answers.ts'
import { sampleAnswer, sampleComponent } from './description.ts'
import type { Actor, GithubState, StoredAnnotation, StoredCheck } from './state.ts'

/** One request, checked. */
export interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  // biome-ignore lint/suspicious/noExplicitAny: the body was checked against the operation's schema
  readonly body: any
  readonly state: GithubState
  /** Whose token it is. */
  readonly actor: Actor
  readonly nextId: () => number
  /** The server's own address. */
  readonly origin: string
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Characters of a comment or an issue's body. The answer of GitHub: "body is too long (maximum is 65536 characters)" */
const BODY_CHARACTERS = 65_536

const ok = (body: unknown): Answer => ({ status: 200, body })
const created = (body: unknown): Answer => ({ status: 201, body })
const notFound: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
}
const invalid = (message: string): Answer => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    documentation_url: 'https://docs.github.com/rest',
    errors: [{ resource: 'x', field: 'body', code: 'custom', message }],
  },
})

/** Entries of one page, and the `link` header when there are more. */
function page(items: readonly unknown[], { query, origin }: Call, pathname: string): Answer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const number = Number(query.get('page') ?? 1)
  const rest = new URLSearchParams(query)
  rest.set('page', String(number + 1))
  const more = items.length > number * size
  return {
    status: 200,
    body: items.slice((number - 1) * size, number * size),
    ...(more && { headers: { link: `<${origin}${pathname}?${rest}>; rel="next"` } }),
  }
}

function write(check: StoredCheck, body: Call['body']): void {
  check.writes++
  if (body.name !== undefined) check.name = body.name
  if (body.status !== undefined) check.status = body.status
  if (body.details_url !== undefined) check.details_url = body.details_url
  if (body.external_id !== undefined) check.external_id = body.external_id
  if (body.conclusion !== undefined) {
    check.conclusion = body.conclusion
    check.status = 'completed'
  }
  if (body.output !== undefined) {
    const { title = check.output.title, summary, text = check.output.text, annotations = [] } = body.output
    check.output = { title, summary, text }
    check.annotations.push(...(annotations as StoredAnnotation[]))
  }
}

/** What the server does for each operation; what the schema cannot say is refused here, as GitHub does. */
export const handlers: Readonly<Record<string, (call: Call) => Answer>> = {
  'checks/create': ({ state, body, nextId }) => {
    const check: StoredCheck = {
      id: nextId(),
      name: body.name,
      head_sha: body.head_sha,
      status: 'queued',
      conclusion: null,
      external_id: '',
      details_url: null,
      output: { title: null, summary: null, text: null },
      annotations: [],
      writes: 0,
    }
    write(check, body)
    state.checks.push(check)
    return created(checkAnswer(check))
  },
  'checks/update': ({ state, params, body }) => {
    const check = state.checks.find(({ id }) => id === Number(params.check_run_id))
    if (check === undefined) return notFound
    write(check, body)
    return ok(checkAnswer(check))
  },
  'checks/list-for-ref': ({ state, params, query }) => {
    const name = query.get('check_name')
    const found = state.checks.filter(
      (check) => check.head_sha === params.ref && (name === null || check.name === name),
    )
    return ok({ total_count: found.length, check_runs: found.map(checkAnswer) })
  },
  'issues/list-comments': (call) =>
    page(
      call.state.comments.filter(({ issue }) => issue === Number(call.params.issue_number)).map(commentAnswer),
      call,
      `/repos/${call.state.repository}/issues/${call.params.issue_number}/comments`,
    ),
  'issues/get-comment': ({ state, params }) => {
    const comment = state.comments.find(({ id }) => id === Number(params.comment_id))
    return comment === undefined ? notFound : ok(commentAnswer(comment))
  },
  'issues/create-comment': ({ state, params, body, actor, nextId }) => {
    const issue = Number(params.issue_number)
    if (![...state.issues, ...state.pulls].some(({ number }) => number === issue)) return notFound
    if (body.body.length > BODY_CHARACTERS)
      return invalid(`body is too long (maximum is ${BODY_CHARACTERS} characters)`)
    const comment = { id: nextId(), issue, user: actor, body: body.body as string, edits: 0 }
    state.comments.push(comment)
    return created(commentAnswer(comment))
  },
  'issues/update-comment': ({ state, params, body }) => {
    const comment = state.comments.find(({ id }) => id === Number(params.comment_id))
    if (comment === undefined) return invalid('no such comment')
    if (body.body.length > BODY_CHARACTERS)
      return invalid(`body is too long (maximum is ${BODY_CHARACTERS} characters)`)
    comment.body = body.body
    comment.edits++
    return ok(commentAnswer(comment))
  },
  'issues/delete-comment': ({ state, params }) => {
    const at = state.comments.findIndex(({ id }) => id === Number(params.comment_id))
    if (at >= 0) state.comments.splice(at, 1)
    return { status: 204 }
  },
  'issues/list-for-repo': (call) => {
    const labels = (call.query.get('labels') ?? '').split(',').filter((label) => label !== '')
    const wanted = call.query.get('state') ?? 'open'
    const creator = call.query.get('creator')
    const found = call.state.issues.filter(
      (issue) =>
        (wanted === 'all' || issue.state === wanted) &&
        (creator === null || issue.user.login === creator) &&
        labels.every((label) => issue.labels.includes(label)),
    )
    return page(found.map(issueAnswer), call, `/repos/${call.state.repository}/issues`)
  },
  'issues/create': ({ state, body, actor, nextId }) => {
    if ((body.body?.length ?? 0) > BODY_CHARACTERS)
      return invalid(`body is too long (maximum is ${BODY_CHARACTERS} characters)`)
    if (body.title.length > 256) return invalid('title is too long (maximum is 256 characters)')
    const issue = {
      number: nextId(),
      user: actor,
      title: String(body.title),
      body: String(body.body ?? ''),
      state: 'open' as const,
      labels: (body.labels ?? []) as string[],
      state_reason: null,
    }
    state.issues.push(issue)
    return created(issueAnswer(issue))
  },
  'issues/update': ({ state, params, body }) => {
    const issue = state.issues.find(({ number }) => number === Number(params.issue_number))
    if (issue === undefined) return notFound
    if (body.title !== undefined) issue.title = body.title
    if (body.body !== undefined) issue.body = body.body
    if (body.state !== undefined) issue.state = body.state
    if (body.state_reason !== undefined) issue.state_reason = body.state_reason
    return ok(issueAnswer(issue))
  },
  'pulls/get': ({ state, params }) => {
    const pull = state.pulls.find(({ number }) => number === Number(params.pull_number))
    return pull === undefined ? notFound : ok(pullAnswer(state, pull, 'pull-request'))
  },
  'pulls/list': (call) => {
    const wanted = call.query.get('state') ?? 'open'
    const head = call.query.get('head')
    const found = call.state.pulls.filter(
      (pull) =>
        (wanted === 'all' || pull.state === wanted) &&
        (head === null || head === `${pull.head.repository?.split('/')[0]}:${pull.head.ref}`),
    )
    return page(
      found.map((pull) => pullAnswer(call.state, pull, 'pull-request-simple')),
      call,
      `/repos/${call.state.repository}/pulls`,
    )
  },
  'pulls/list-files': (call) => {
    const pull = call.state.pulls.find(({ number }) => number === Number(call.params.pull_number))
    if (pull === undefined) return invalid('no such pull request')
    const files = pull.files.map((file) => ({ ...sampleComponent('diff-entry'), ...file, sha: '1'.repeat(40) }))
    return page(files, call, `/repos/${call.state.repository}/pulls/${call.params.pull_number}/files`)
  },
  'repos/list-pull-requests-associated-with-commit': (call) =>
    page(
      // GitHub lists none of another repository's: a fork's commit is not of this one.
      call.state.pulls
        .filter(({ head }) => head.sha === call.params.commit_sha && head.repository === call.state.repository)
        .map((pull) => pullAnswer(call.state, pull, 'pull-request-simple')),
      call,
      `/repos/${call.state.repository}/commits/${call.params.commit_sha}/pulls`,
    ),
  'repos/compare-commits-with-basehead': ({ state, params }) => {
    const [base = '', head = ''] = (params.basehead ?? '').split('...')
    const pull = state.pulls.find((one) => one.head.sha === head)
    if (pull === undefined) return notFound
    const answer = sampleAnswer('repos/compare-commits-with-basehead', 200) as Record<string, unknown>
    const commit = sampleComponent('commit')
    return ok({
      ...answer,
      base_commit: { ...commit, sha: base },
      merge_base_commit: { ...commit, sha: pull.base.sha },
      commits: [],
      files: pull.files.map((file) => ({ ...sampleComponent('diff-entry'), ...file, sha: '1'.repeat(40) })),
    })
  },
  'repos/get-collaborator-permission-level': ({ state, params }) => {
    const login = params.username ?? ''
    const permission = state.permissions.get(login) ?? 'read'
    return ok({ permission, role_name: permission, user: { ...sampleComponent('nullable-collaborator'), login } })
  },
  'reactions/create-for-issue-comment': ({ state, params, body, actor, nextId }) => {
    state.reactions.push({ comment: Number(params.comment_id), content: body.content })
    return created({
      ...sampleComponent('reaction'),
      id: nextId(),
      content: body.content,
      user: userAnswer(actor),
    })
  },
  'code-scanning/upload-sarif': ({ state, body, nextId }) => {
    let text: string
    try {
      text = gunzipSync(Buffer.from(body.sarif, 'base64'), { maxOutputLength: 64 * 2 ** 20 }).toString('utf8')
    } catch {
      return { status: 400, body: { message: 'sarif is not gzipped' } }
    }
    // docs.github.com, "SARIF support for code scanning": 10 MB gzipped.
    if (Buffer.byteLength(body.sarif, 'base64') > 10 * 2 ** 20) return { status: 413 }
    state.sarifs.push({ commit_sha: body.commit_sha, ref: body.ref, sarif: JSON.parse(text) })
    return { status: 202, body: { id: String(nextId()), url: 'https://api.github.com/' } }
  },
  'security-advisories/create-repository-advisory': ({ state, body, actor, nextId }) => {
    const advisory = {
      id: `GHSA-2222-3333-${String(nextId()).padStart(4, '0')}`,
      user: actor,
      created: new Date().toISOString(),
      summary: body.summary,
      description: body.description,
      state: 'draft' as const,
      isReport: false,
    }
    state.advisories.push(advisory)
    return created(advisoryAnswer(advisory))
  },
  'security-advisories/list-repository-advisories': ({ state, query }) => {
    const wanted = query.get('state')
    return ok(state.advisories.filter((one) => wanted === null || one.state === wanted).map(advisoryAnswer))
  },
  'security-advisories/update-repository-advisory': ({ state, params, body }) => {
    const advisory = state.advisories.find(({ id }) => id === params.ghsa_id)
    if (advisory === undefined) return notFound
    Object.assign(advisory, body)
    return ok(advisoryAnswer(advisory))
  },
  'actions/create-workflow-dispatch': ({ state, params, body }) => {
    state.dispatches.push({ workflow: params.workflow_id ?? '', ref: body.ref, inputs: body.inputs })
    return { status: 204 }
  },
  'actions/list-workflow-run-artifacts': ({ state, params, query }) => {
    const name = query.get('name')
    const found = state.artifacts.filter(
      (artifact) => artifact.run === Number(params.run_id) && (name === null || artifact.name === name),
    )
    return ok({ total_count: found.length, artifacts: found.map(artifactAnswer) })
  },
  'actions/get-workflow-run': ({ state, params }) => {
    const run = state.runs.find(({ id }) => id === Number(params.run_id))
    return run === undefined ? notFound : ok({ ...sampleComponent('workflow-run'), ...run })
  },
  'actions/get-artifact': ({ state, params }) => {
    const artifact = state.artifacts.find(({ id }) => id === Number(params.artifact_id))
    return artifact === undefined ? notFound : ok(artifactAnswer(artifact))
  },
  'actions/download-artifact': ({ state, params, origin }) => {
    const artifact = state.artifacts.find(({ id }) => id === Number(params.artifact_id))
    if (artifact === undefined) return { status: 410, body: { message: 'Gone', documentation_url: '' } }
    return { status: 302, headers: { location: `${origin}/blobs/artifact-${artifact.id}` } }
  },
}

function artifactAnswer({ id, name, zip, run }: GithubState['artifacts'][number]): Record<string, unknown> {
  return {
    ...sampleComponent('artifact'),
    id,
    name,
    size_in_bytes: zip.length,
    expired: false,
    workflow_run: { id: run },
  }
}
