import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './runStep.ts'

/** Who attacks (docs/threat-model.md names them all): none of them may be without a test that mounts the attack. */
const attackers = [
  'lazy worker',
  'hiding worker',
  'copying worker',
  'equivocating worker',
  'silent worker',
  'corpus-poisoning worker',
  'worker that changes its key',
  'colluding auditor',
  'malicious project',
  'malicious requester',
  'malicious requester, later',
  'malicious relay',
  'sponsored repository',
  'fork pull request',
  'stolen CI key',
] as const

/** A row of the table: who, what, and which test mounts it. */
export interface AttackRow {
  readonly attacker: string
  readonly attack: string
  /** `path › title`; several in one row are several entries. Empty when it says "not yet". */
  readonly tests: readonly { readonly file: string; readonly title: string }[]
  readonly notYet: boolean
}

const HEADING = '## Every attack has a test that mounts it'

/** The rows of the page's table of attacks. */
export function attackRows(page: string): AttackRow[] {
  const section = page.split(`${HEADING}\n`)[1]?.split(/^## /m)[0] ?? ''
  const lines = section.split('\n').filter((line) => /^\| (?!Attacker|---)/.test(line))
  return lines.map((line) => {
    const [attacker = '', attack = '', where = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const tests = where
      .split('<br>')
      .map((entry) => /^`([^`]+)` › (.+)$/.exec(entry.trim()))
      .filter((match) => match !== null)
      .map(([, file = '', title = '']) => ({ file, title }))
    return { attacker, attack, tests, notYet: where.startsWith('not yet') }
  })
}

/** What is missing: attackers without a row, rows without a test, tests that are not there. */
export function attackProblems(page: string, read: (file: string) => string | undefined): string[] {
  const rows = attackRows(page)
  const problems = attackers
    .filter((attacker) => !rows.some((row) => row.attacker === attacker))
    .map((attacker) => `no row is about the ${attacker}`)
  for (const row of rows) {
    if (row.tests.length === 0 && !row.notYet) problems.push(`${row.attacker} (${row.attack}): no test is named`)
    for (const { file, title } of row.tests) {
      const text = read(file)
      if (text === undefined) problems.push(`${row.attacker}: there is no ${file}`)
      else if (!isTest(text, title)) problems.push(`${row.attacker}: ${file} has no test "${title}"`)
    }
  }
  return problems
}

/**
 * The title stands there as that of a test which runs, word for word: the first argument of a call that no `skip`, `todo` or `fails` is part of in
 * TypeScript, a function's name in Solidity.
 */
function isTest(text: string, title: string): boolean {
  const at = text.indexOf(`'${title}'`)
  if (at < 0) return text.includes(`function ${title}(`)
  const before = text.slice(0, at)
  // The first cell of a row of cases: the test's title is the cell.
  if (/\[\s*$/.test(before)) return /\btest\.each\b[\s\S]*\)\('%s'/.test(text)
  const call = [...before.matchAll(/^[ \t]*(?:test|it)((?:\.\w+)*)[(`<]/gm)].at(-1)
  return /\(\s*$/.test(before) && call !== undefined && !/\.(skip|todo|fails)\b/.test(call[1] ?? '')
}

/** The page and the tests as they are. */
export function currentAttackProblems(): string[] {
  const read = (file: string): string | undefined => {
    try {
      return readFileSync(path.join(repositoryRoot, file), 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }
  return attackProblems(read('docs/threat-model.md') ?? '', read)
}
