import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { planSchema, reportSchema } from '../src/report/jsonSchemas.ts'
import { settingsSchema } from '../src/requester/settingsSchema.ts'
import { repositoryRoot } from './runStep.ts'

/** The published schemas by file, as they should be. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      'schemas/report.v1.json': reportSchema(),
      'schemas/plan.v1.json': planSchema(),
      'schemas/fuzzburst.v1.json': settingsSchema(),
    }).map(([file, schema]) => [file, `${layOut(schema, '')}\n`]),
  )
}

/** Widest line, as the formatter has it. */
const LINE_WIDTH = 120

/** JSON as the formatter of this repository lays it out: objects one member a line, arrays on one line where they fit. */
function layOut(value: unknown, indent: string, before = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    const simple = value.every((item) => typeof item !== 'object' || item === null)
    if (simple && indent.length + before + flat.length < LINE_WIDTH) return flat
    return `[\n${value.map((item) => inner + layOut(item, inner)).join(',\n')}\n${indent}]`
  }
  const members = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `
    return `${inner}${name}${layOut(item, inner, name.length)}`
  })
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

/** Files whose contents are not what the code says. */
export function staleSchemas(read: (file: string) => string | undefined): string[] {
  return [...publishedSchemas()].filter(([file, text]) => read(file) !== text).map(([file]) => file)
}

function readSchema(file: string): string | undefined {
  try {
    return readFileSync(path.join(repositoryRoot, file), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

if (import.meta.main) {
  const stale = staleSchemas(readSchema)
  if (process.argv.includes('--check')) {
    for (const file of stale) console.error(`${file} is out of date: run \`node scripts/schemas.ts\``)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    const schemas = publishedSchemas()
    for (const file of stale) {
      mkdirSync(path.dirname(path.join(repositoryRoot, file)), { recursive: true })
      writeFileSync(path.join(repositoryRoot, file), schemas.get(file) ?? '')
      console.log(`wrote ${file}`)
    }
  }
}
