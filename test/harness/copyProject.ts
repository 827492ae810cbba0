import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** npm's solc, as any path that forge can run. */
export const solc = path.join(root, 'scripts', 'solc.mjs')
/** The command line, as users start it. */
export const cli = path.join(root, 'bin', 'fuzzburst.mjs')

/** A copy of a project of this repository (`test/fixtures/passing`, `examples/vault`), without anything built. */
export function copyProject(from: string): { dir: string; remove: () => void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'fuzzburst-project-'))
  cpSync(path.join(root, from), dir, {
    recursive: true,
    filter: (source) => !/\/(\.fuzzburst|out|cache)$/.test(source),
  })
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
