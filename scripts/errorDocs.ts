import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './runStep.ts'
import { readSources, type SourceFile } from './sourceFiles.ts'

/**
 * What is missing between the error codes of the code, their entries in `docs/errors.md` and their tests. A code counts as
 * the program's when it stands in a source that is no test.
 */
export function errorDocProblems(files: readonly SourceFile[], docs: string): string[] {
  const coded = new Map<string, string>()
  const tested = new Set<string>()
  const declared = new Map<string, string[]>()
  for (const file of files) {
    const isTest = /\.(test\.ts|test\.ts\.snap|fixture\.ts)$/.test(file.path)
    for (const [code] of file.text.matchAll(/\bFB\d{4}\b/g)) {
      if (isTest) tested.add(code)
      else if (!coded.has(code)) coded.set(code, file.path)
    }
    if (isTest) continue
    for (const [, code = ''] of file.text.matchAll(/extends FuzzburstError<'(FB\d{4})'>/g))
      declared.set(code, [...(declared.get(code) ?? []), file.path])
  }
  const headings = [...docs.matchAll(/^## (FB\d{4})\b/gm)].map((match) => match[1] ?? '')
  const problems: string[] = []
  for (const [code, file] of [...coded].sort()) {
    if (!headings.includes(code)) problems.push(`${code} (${file}) has no entry in docs/errors.md`)
    if (!tested.has(code)) problems.push(`${code} (${file}) has no test that mentions it`)
  }
  for (const [code, places] of declared)
    if (places.length > 1) problems.push(`${code} is declared ${places.length} times: ${places.join(', ')}`)
  headings.forEach((code, i) => {
    if (!coded.has(code)) problems.push(`docs/errors.md describes ${code}, which nothing raises`)
    const before = headings[i - 1]
    if (before === code) problems.push(`docs/errors.md describes ${code} twice`)
    else if (before !== undefined && before > code) problems.push(`docs/errors.md: ${code} stands after ${before}`)
  })
  return problems
}

if (import.meta.main) {
  const files = readSources(repositoryRoot, ['src', 'worker', 'bin', 'test'], ['.ts', '.mjs', '.test.ts.snap'])
  const problems = errorDocProblems(files, readFileSync(path.join(repositoryRoot, 'docs', 'errors.md'), 'utf8'))
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
