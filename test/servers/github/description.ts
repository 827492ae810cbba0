import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formatsModule from 'ajv-formats'

/** A JSON Schema as OpenAPI 3.0 has it. */
export type Schema = Readonly<Record<string, unknown>>

/** One operation of GitHub's description, extracted by scripts/githubOperations.ts. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly body: Schema | null
  readonly responses: Readonly<Record<string, Schema | null>>
}

/** A request that some operation describes. */
export interface Matched {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

const document = JSON.parse(readFileSync(path.join(import.meta.dirname, 'operations.json'), 'utf8')) as {
  operations: Operation[]
  components: Record<string, Schema>
}
export const operations: readonly Operation[] = document.operations

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false })
const addFormats = formatsModule as unknown as (to: Ajv) => void
addFormats(ajv)
// The description writes dates, addresses and templates in ways that these formats refuse.
for (const format of ['uri', 'uri-template', 'timestamp', 'int64', 'repo.nwo']) ajv.addFormat(format, true)
ajv.addSchema({ $id: 'github', components: absolute(document.components) })
const compiled = new Map<Schema, ValidateFunction>()

const placed = operations.map((operation) => ({ operation, pattern: pathPattern(operation.path) }))

function pathPattern(route: string): RegExp {
  const source = route
    .split(/(\{[a-z_]+\})/)
    .map((part) => (part.startsWith('{') ? `(?<${part.slice(1, -1)}>[^/]+)` : part.replaceAll('.', '\\.')))
    .join('')
  return new RegExp(`^${source}$`)
}

/** The operation of a request, or undefined when GitHub's description (as extracted) has none. */
export function matchOperation(method: string, pathname: string): Matched | undefined {
  for (const { operation, pattern } of placed) {
    const match = operation.method === method ? pattern.exec(pathname) : null
    if (match !== null)
      return {
        operation,
        params: Object.fromEntries(
          Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
        ),
      }
  }
  return undefined
}

/** What of a request is not as described; empty when all is. */
export function requestProblems({ operation, params }: Matched, query: URLSearchParams, body: unknown): string[] {
  const problems: string[] = []
  for (const [name, text] of query) {
    const known = operation.parameters.find((parameter) => parameter.in === 'query' && parameter.name === name)
    if (known === undefined) problems.push(`query ${name} is not of ${operation.id}`)
    else problems.push(...schemaProblems(known.schema, typed(text, known.schema), `query ${name}`))
  }
  for (const parameter of operation.parameters) {
    if (parameter.in === 'path')
      problems.push(
        ...schemaProblems(parameter.schema, typed(params[parameter.name] ?? '', parameter.schema), parameter.name),
      )
    if (parameter.in === 'query' && parameter.required && !query.has(parameter.name))
      problems.push(`query ${parameter.name} is missing`)
  }
  if (operation.body !== null) problems.push(...schemaProblems(closed(operation.body), body ?? {}, 'body'))
  else if (body !== undefined) problems.push('a body where none belongs')
  return problems
}

/** What of an answer is not as described. */
export function answerProblems(operation: Operation, status: number, body: unknown): string[] {
  const schema = operation.responses[String(status)]
  if (schema === undefined) return [`${operation.id} never answers ${status}`]
  if (schema === null) return body === undefined ? [] : [`${operation.id} answers ${status} without a body`]
  return schemaProblems(schema, body, `answer of ${operation.id}`)
}

/** The schema's own properties and no others at its top: a misspelt field is a mistake of the sender's. */
function closed(schema: Schema): Schema {
  return schema.properties === undefined || schema.oneOf !== undefined || schema.anyOf !== undefined
    ? schema
    : (closedSchemas.get(schema) ?? remember(schema))
}
const closedSchemas = new Map<Schema, Schema>()
function remember(schema: Schema): Schema {
  const made = { ...schema, additionalProperties: false }
  closedSchemas.set(schema, made)
  return made
}

function typed(text: string, schema: Schema): unknown {
  const { type } = resolved(schema)
  if ((type === 'integer' || type === 'number') && /^-?\d+$/.test(text)) return Number(text)
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  return text
}

function schemaProblems(schema: Schema, value: unknown, where: string): string[] {
  let validate = compiled.get(schema)
  if (validate === undefined) {
    validate = ajv.compile(absolute(schema) as Schema)
    compiled.set(schema, validate)
  }
  if (validate(value)) return []
  return (validate.errors ?? []).slice(0, 5).map((error) => `${where}${error.instancePath} ${error.message ?? ''}`)
}

/** References into the shared document, and OpenAPI's `nullable` as JSON Schema says it. */
function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = node as Record<string, unknown>
  const kept = Object.fromEntries(
    Object.entries(typeof nullable === 'boolean' ? rest : node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#') ? `github${value}` : absolute(value),
    ]),
  )
  return nullable === true ? { anyOf: [kept, { type: 'null' }] } : kept
}

function resolved(schema: Schema): Schema {
  const ref = schema.$ref
  return typeof ref === 'string' ? resolved(document.components[ref.split('/').at(-1) ?? ''] ?? {}) : schema
}

/** The least value that a schema takes: what is required and nothing else. Answers start from it. */
export function sampleOf(schema: Schema): unknown {
  const {
    type,
    enum: choices,
    properties,
    required,
    oneOf,
    anyOf,
    allOf,
    items,
    format,
    nullable,
  } = resolved(schema) as {
    type?: string
    enum?: unknown[]
    properties?: Record<string, Schema>
    required?: string[]
    oneOf?: Schema[]
    anyOf?: Schema[]
    allOf?: Schema[]
    items?: Schema
    format?: string
    nullable?: boolean
  }
  if (nullable === true) return null
  if (choices !== undefined) return choices[0]
  if (allOf !== undefined) return Object.assign({}, ...allOf.map(sampleOf))
  const choice = oneOf?.[0] ?? anyOf?.[0]
  if (choice !== undefined && properties === undefined) return sampleOf(choice)
  if (type === 'array') return items === undefined ? [] : []
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return false
  if (type === 'object' || properties !== undefined)
    return Object.fromEntries((required ?? []).map((name) => [name, sampleOf(properties?.[name] ?? {})]))
  if (format === 'date-time') return '2026-01-01T00:00:00Z'
  if (format === 'email') return 'a@example.com'
  return 'text'
}

/** The least answer of an operation, to be filled with what the state holds. */
export function sampleAnswer(id: string, status: number): unknown {
  const schema = operations.find((operation) => operation.id === id)?.responses[String(status)]
  return schema ? sampleOf(schema) : undefined
}

/** The least value of a component (`check-run`, `issue`). */
export function sampleComponent(name: string): Record<string, unknown> {
  const { nullable: _nullable, ...schema } = document.components[name] ?? {}
  return sampleOf(schema) as Record<string, unknown>
}
