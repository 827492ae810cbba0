import path from 'node:path'
import { repositoryRoot } from './runStep.ts'
import { readSources, type SourceFile } from './sourceFiles.ts'

/**
 * Folders by height: a folder imports only from lower or equal ranks, and folders of one rank never import each other in
 * a circle. docs/architecture.md draws this.
 */
const ranks: ReadonlyMap<string, number> = new Map([
  ['action', 4],
  ['cli', 4],
  ['relay', 4],
  ['worker', 4],
  ['index', 4],
  ['requester', 3],
  ['campaign', 2],
  ['verify', 2],
  ['bundle', 2],
  ['escrow', 2],
  ['pool', 2],
  ['report', 2],
  ['engines', 1],
  ['sandbox', 1],
  ['protocol', 0],
])
const SHELL_RANK = 4

export interface ImportViolation {
  readonly file: string
  readonly imported: string
  readonly why: string
}

/**
 * Every import that points the wrong way: upwards, from shell to shell, out of `src/` and `worker/`, in a circle between
 * folders, or into a folder that has no rank. Tests and their fixtures may import what they like: they need the real other side.
 */
export function importViolations(files: readonly SourceFile[]): ImportViolation[] {
  const violations: ImportViolation[] = []
  const edges = new Map<string, { to: string; file: string; imported: string }[]>()
  for (const file of files) {
    if (isForTests(file.path)) continue
    const from = folderOf(file.path)
    const fromRank = from === undefined ? undefined : ranks.get(from)
    if (from === undefined || fromRank === undefined) {
      violations.push({ file: file.path, imported: '', why: `its folder has no rank in scripts/importDirection.ts` })
      continue
    }
    for (const specifier of importSpecifiers(file.text)) {
      if (!specifier.startsWith('.')) {
        if (/^(fuzzburst|fuzzburst-worker)(\/|$)/.test(specifier))
          violations.push({ file: file.path, imported: specifier, why: 'own packages are imported by relative path' })
        continue
      }
      const imported = path.posix.normalize(path.posix.join(path.posix.dirname(file.path), specifier))
      const why = wrongWay(from, fromRank, imported)
      if (why !== undefined) violations.push({ file: file.path, imported, why })
      const to = folderOf(imported)
      if (to !== undefined && to !== from)
        edges.set(from, [...(edges.get(from) ?? []), { to, file: file.path, imported }])
    }
  }
  return [...violations, ...circles(edges)]
}

function wrongWay(from: string, fromRank: number, imported: string): string | undefined {
  // Data of the package itself, not code: its version, and the digests of the programs that it ships.
  if (/^((worker\/)?package|dist\/native\/programs)\.json$/.test(imported)) return undefined
  if (isForTests(imported)) return 'only tests import what is for tests'
  const to = folderOf(imported)
  if (to === undefined) return 'src and worker import nothing outside themselves'
  if (to === from) return undefined
  const toRank = ranks.get(to)
  if (toRank === undefined) return `${to} has no rank in scripts/importDirection.ts`
  if (toRank === SHELL_RANK)
    return fromRank === SHELL_RANK ? 'a shell never imports another shell' : `${from} is below ${to}`
  if (toRank > fromRank) return `${from} is below ${to}`
  return undefined
}

/** Circles between folders of equal rank; between ranks the order forbids them already. */
function circles(
  edges: ReadonlyMap<string, readonly { to: string; file: string; imported: string }[]>,
): ImportViolation[] {
  const found: ImportViolation[] = []
  const reaches = (start: string, goal: string, seen: Set<string>): boolean => {
    if (start === goal) return true
    if (seen.has(start)) return false
    seen.add(start)
    return (edges.get(start) ?? []).some(
      (edge) => ranks.get(edge.to) === ranks.get(start) && reaches(edge.to, goal, seen),
    )
  }
  for (const [from, outgoing] of edges) {
    for (const { to, file, imported } of outgoing) {
      if (ranks.get(to) === ranks.get(from) && ranks.get(from) !== SHELL_RANK && reaches(to, from, new Set()))
        found.push({ file, imported, why: `${from} and ${to} import each other` })
    }
  }
  return found
}

/** `x.test.ts`, and the `x.fixture.ts` that tests share. */
function isForTests(file: string): boolean {
  return /\.(test|fixture)\.ts$/.test(file)
}

/** `src/engines/forge/x.ts` -> `engines`, `worker/src/x.ts` -> `worker`, `src/index.ts` -> `index`. */
function folderOf(file: string): string | undefined {
  if (file.startsWith('worker/')) return 'worker'
  if (file === 'src/index.ts') return 'index'
  return /^src\/([^/]+)\//.exec(file)?.[1]
}

/** What a file imports, statically or dynamically, types included. */
function importSpecifiers(text: string): string[] {
  const statics = text.matchAll(/^[ \t]*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"\n]+)['"]/gm)
  const dynamics = text.matchAll(/\bimport\(\s*['"`]([^'"`\n]+)['"`]/g)
  return [...statics, ...dynamics].map((match) => match[1] ?? '')
}

if (import.meta.main) {
  const violations = importViolations(readSources(repositoryRoot, ['src', 'worker/src'], ['.ts']))
  for (const { file, imported, why } of violations)
    console.error(`${file}${imported && ` imports ${imported}`}: ${why}`)
  process.exitCode = violations.length > 0 ? 1 : 0
}
