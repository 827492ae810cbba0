/** What a workflow's token may do, as `permissions:` grants it. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>

/**
 * What a token has when a workflow grants everything that the Action can use. Advisories are not among it: workflows have no such
 * permission. docs.github.com, "Workflow syntax", `permissions`
 */
export const ALL: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'read',
  issues: 'write',
  'pull-requests': 'write',
  'security-events': 'write',
}

/** A fine-grained token, or an App's, that a maintainer made for advisories alone. */
export const ADVISORIES: Permissions = { 'repository-advisories': 'write' }

/** What a pull request from a fork gets. docs.github.com, "Automatic token authentication" */
export const READ_ONLY: Permissions = Object.fromEntries(Object.keys(ALL).map((name) => [name, 'read']))

/** docs.github.com/rest/authentication/permissions-required-for-github-apps. One of the named ones is enough. */
const needed: Readonly<Record<string, readonly [names: readonly string[], level: 'read' | 'write']>> = {
  'actions/create-workflow-dispatch': [['actions'], 'write'],
  'actions/download-artifact': [['actions'], 'read'],
  'actions/get-artifact': [['actions'], 'read'],
  'actions/get-workflow-run': [['actions'], 'read'],
  'actions/list-workflow-run-artifacts': [['actions'], 'read'],
  'checks/create': [['checks'], 'write'],
  'checks/list-for-ref': [['checks'], 'read'],
  'checks/update': [['checks'], 'write'],
  'code-scanning/upload-sarif': [['security-events'], 'write'],
  'issues/create': [['issues'], 'write'],
  'issues/create-comment': [['issues', 'pull-requests'], 'write'],
  'issues/delete-comment': [['issues', 'pull-requests'], 'write'],
  'issues/get-comment': [['issues', 'pull-requests'], 'read'],
  'issues/list-comments': [['issues', 'pull-requests'], 'read'],
  'issues/list-for-repo': [['issues', 'pull-requests'], 'read'],
  'issues/update': [['issues', 'pull-requests'], 'write'],
  'issues/update-comment': [['issues', 'pull-requests'], 'write'],
  'pulls/get': [['pull-requests'], 'read'],
  'pulls/list': [['pull-requests'], 'read'],
  'pulls/list-files': [['pull-requests'], 'read'],
  'reactions/create-for-issue-comment': [['issues', 'pull-requests'], 'write'],
  'repos/compare-commits-with-basehead': [['contents'], 'read'],
  'repos/get-collaborator-permission-level': [['contents'], 'read'],
  'repos/list-pull-requests-associated-with-commit': [['pull-requests', 'contents'], 'read'],
  'security-advisories/create-repository-advisory': [['repository-advisories'], 'write'],
  'security-advisories/list-repository-advisories': [['repository-advisories'], 'read'],
  'security-advisories/update-repository-advisory': [['repository-advisories'], 'write'],
  // An installation token belongs to no user: GitHub answers 403.
  'users/get-authenticated': [['user'], 'read'],
}

/** Whether a token with these permissions may call an operation. */
export function isPermitted(operation: string, granted: Permissions): boolean {
  const rule = needed[operation]
  if (rule === undefined) throw new Error(`permissions.ts does not know ${operation}`)
  const [names, level] = rule
  return names.some((name) => granted[name] === 'write' || (level === 'read' && granted[name] === 'read'))
}
