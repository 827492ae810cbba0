import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './runStep.ts'

// `node scripts/githubOperations.ts api.github.com.json`: extracts the operations below from GitHub's OpenAPI description
// (package/generated/api.github.com.json of the npm package @octokit/openapi, which is 404 MB whole) to the fixture that
// test/servers/github checks requests and answers against.

/** What the Action calls, and what its libraries call on its behalf. */
const OPERATIONS = [
  'actions/create-workflow-dispatch',
  'actions/download-artifact',
  'actions/get-artifact',
  'actions/get-workflow-run',
  'actions/list-workflow-run-artifacts',
  'checks/create',
  'checks/list-for-ref',
  'checks/update',
  'code-scanning/upload-sarif',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/update',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-files',
  'reactions/create-for-issue-comment',
  'repos/compare-commits-with-basehead',
  'repos/get-collaborator-permission-level',
  'repos/list-pull-requests-associated-with-commit',
  'security-advisories/create-repository-advisory',
  'security-advisories/list-repository-advisories',
  'security-advisories/update-repository-advisory',
  'users/get-authenticated',
] as const

/** Words for readers: they are most of the description and check nothing. */
const FOR_READERS = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'x-github',
  'title',
  'summary',
  'tags',
])

interface Json {
  [key: string]: unknown
}

const source = process.argv[2]
if (source === undefined) {
  console.error('Usage: node scripts/githubOperations.ts api.github.com.json')
  process.exit(2)
}
const description = JSON.parse(readFileSync(source, 'utf8')) as {
  info: { version: string }
  paths: Record<string, Record<string, Json & { operationId?: string }>>
}

const operations: Json[] = []
const components: Record<string, Json> = {}
for (const [route, methods] of Object.entries(description.paths))
  for (const [method, operation] of Object.entries(methods))
    if ((OPERATIONS as readonly string[]).includes(operation.operationId ?? ''))
      operations.push({ id: operation.operationId, method: method.toUpperCase(), path: route, ...parts(operation) })
const missing = OPERATIONS.filter((id) => !operations.some((operation) => operation.id === id))
if (missing.length > 0) throw new Error(`not in the description: ${missing.join(', ')}`)
operations.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))

const file = path.join(repositoryRoot, 'test/servers/github/operations.json')
writeFileSync(file, `${JSON.stringify({ openapi: description.info.version, operations, components }, null, 1)}\n`)
console.log(`Wrote ${operations.length} operations to ${path.relative(repositoryRoot, file)}.`)

function parts(operation: Json): Json {
  const body = operation.requestBody as
    | { required?: boolean; content?: Record<string, { schema?: unknown }> }
    | undefined
  const responses = operation.responses as Record<
    string,
    { $ref?: string; content?: Record<string, { schema?: unknown }> }
  >
  return {
    parameters: ((operation.parameters ?? []) as Json[]).map((parameter) => {
      const { name, in: place, required, schema } = resolve(parameter)
      return { name, in: place, required: required === true, schema: trim(schema) }
    }),
    body:
      body?.content?.['application/json']?.schema === undefined ? null : trim(body.content['application/json'].schema),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const content = (resolve(response) as { content?: Record<string, { schema?: unknown }> }).content
        const schema = content?.['application/json']?.schema
        return [status, schema === undefined ? null : trim(schema)]
      }),
    ),
  }
}

function lookUp(ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], description)
}

function resolve(node: Json): Json {
  return typeof node.$ref === 'string' ? (lookUp(node.$ref) as Json) : node
}

/** A schema without words, and the components that it names, kept once each. */
function trim(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => trim(item))
  if (typeof node !== 'object' || node === null) return node
  const { $ref } = node as Json
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? ''
    if (components[name] === undefined) {
      components[name] = {}
      components[name] = trim(lookUp($ref)) as Json
    }
    return { $ref: `#/components/${name}` }
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isNames || !FOR_READERS.has(key))
      .map(([key, value]) => [key, key === 'enum' ? value : trim(value, key === 'properties')]),
  )
}
