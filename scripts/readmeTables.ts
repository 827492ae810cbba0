import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { zBurstOptions } from '../src/requester/options.ts'
import { type ActionField, readActionFields } from './actionYaml.ts'
import { repositoryRoot } from './runStep.ts'

/** README text with the tables between its `<!-- inputs -->` and `<!-- outputs -->` marks written anew from action.yml. */
export function withTables(readme: string, actionYaml: string): string {
  const { inputs, outputs } = readActionFields(actionYaml)
  const inputRows = inputs.map((field) => [`\`${field.name}\``, defaultOf(field.name), field.description])
  const outputRows = outputs.map((field: ActionField) => [`\`${field.name}\``, field.description])
  return replaceBetween(
    replaceBetween(readme, 'inputs', table(['Input', 'Default', 'What it sets'], inputRows)),
    'outputs',
    table(['Output', 'What it holds'], outputRows),
  )
}

/** docs/configuration.md with the tables of `fuzzburst.toml`'s keys written anew from the schema. */
export function withOptionTables(page: string): string {
  const { pool, ...options } = zBurstOptions.shape
  const rows = (shape: Readonly<Record<string, { description?: string | undefined }>>): string[][] =>
    Object.entries(shape).map(([name, { description }]) => [`\`${name}\``, defaultOf(name), description ?? ''])
  const head = ['Key', 'Default', 'What it sets']
  return replaceBetween(
    replaceBetween(page, 'options', table(head, rows(options))),
    'pool',
    table(head, rows(pool.unwrap().shape)),
  )
}

/** Defaults of the inputs that only the Action has. */
const actionDefaults: Readonly<Record<string, string>> = {
  'working-directory': '.',
  token: 'github.token',
  findings: 'public',
  targets: 'auto',
  mode: 'auto',
  issues: 'true',
  workflow: 'fuzz.yml',
  cache: 'true',
}

/** What an input is when neither the workflow nor fuzzburst.toml sets it: the schema's default. */
function defaultOf(name: string): string {
  const own = actionDefaults[name]
  if (own !== undefined) return `\`${own}\``
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>> =
    zBurstOptions.shape
  const value = shape[name]?.safeParse(undefined).data
  if (value === undefined) return ''
  // Durations are seconds once they are parsed.
  const isDuration = /^(budget|.*-time|.*-patience)$/.test(name)
  return `\`${isDuration ? `${String(value)}s` : String(value)}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function replaceBetween(text: string, mark: string, content: string): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`the page has no ${start} ... ${end}`)
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const actionYaml = readFileSync(path.join(repositoryRoot, 'action.yml'), 'utf8')
  const pages: readonly [file: string, write: (page: string) => string][] = [
    ['README.md', (readme) => withTables(readme, actionYaml)],
    ['docs/configuration.md', withOptionTables],
  ]
  for (const [file, write] of pages) {
    const full = path.join(repositoryRoot, file)
    const page = readFileSync(full, 'utf8')
    const written = write(page)
    if (!values.check) writeFileSync(full, written)
    else if (written !== page) {
      console.error(`The tables of ${file} are not what action.yml and the schema say. Run: npm run readme`)
      process.exitCode = 1
    }
  }
}
