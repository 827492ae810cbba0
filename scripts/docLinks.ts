import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './runStep.ts'
import { readSources, type SourceFile } from './sourceFiles.ts'

/** Relative links of Markdown pages, and `docs/*.md` named anywhere in pages or sources, that lead to no file. */
export function brokenLinks(files: readonly SourceFile[], exists: (file: string) => boolean): string[] {
  const broken: string[] = []
  for (const { path: file, text } of files) {
    const named = new Set([...text.matchAll(/\bdocs\/[a-z0-9/-]+\.md\b/g)].map(([page]) => page))
    if (file.endsWith('.md')) {
      for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(target)) continue
        const page = path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
        if (!exists(page)) broken.push(`${file} links to ${target}`)
        named.delete(target)
      }
    }
    for (const page of named) if (!exists(page)) broken.push(`${file} names ${page}`)
  }
  return broken
}

if (import.meta.main) {
  const top = readdirSync(repositoryRoot)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, text: readFileSync(path.join(repositoryRoot, name), 'utf8') }))
  const folders = readSources(
    repositoryRoot,
    ['docs', 'examples', 'src', 'worker', 'scripts'],
    ['.md', '.ts', '.mjs'],
  ).filter((file) => !file.path.endsWith('.test.ts'))
  const broken = brokenLinks([...top, ...folders], (file) => existsSync(path.join(repositoryRoot, file)))
  for (const line of broken) console.error(line)
  process.exitCode = broken.length > 0 ? 1 : 0
}
