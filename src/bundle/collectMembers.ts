import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { BuiltProject } from '../engines/engine.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import { BundleTooLarge, UnshippableFile } from './errors.ts'
import { createMemberSet, memberPathProblem } from './memberPath.ts'
import { readUnlinked } from './readUnlinked.ts'
import { secretContents, secretReason } from './secretPatterns.ts'

/** A file on its way into a layer. */
export interface SourceMember {
  readonly path: string
  readonly executable: boolean
  readonly bytes: Uint8Array
}

/** A file that stays at home, and why. */
export interface WithheldFile {
  readonly path: string
  readonly why: string
}

/** Directories, besides the project's root, in which a symbolic link may end: the rest of a monorepo. Absolute. */
export type LinkRoots = readonly string[]

/** Reads one file of a layer, or says why it is withheld. */
export type MemberReader = (path: string) => Promise<SourceMember | WithheldFile>

/** The paths of each layer, each path once, ordered by UTF-16 code units: the order of listing never matters. */
export function layerPaths(
  project: BuiltProject,
): { readonly kind: Layer['kind']; readonly paths: readonly string[] }[] {
  const claimed = new Set(project.replaced.keys())
  const take = (paths: readonly string[]): string[] => {
    const own = [...new Set(paths)].filter((path) => !claimed.has(path))
    for (const path of own) claimed.add(path)
    return own
  }
  const dependencies = take(project.files.dependencies)
  const sources = [...take(project.files.project), ...project.replaced.keys()]
  const layers = [
    { kind: 'dependencies' as const, paths: dependencies.sort() },
    { kind: 'project' as const, paths: sources.sort() },
    { kind: 'artifacts' as const, paths: take(project.files.artifacts).sort() },
  ]
  const members = createMemberSet()
  for (const path of layers.flatMap((layer) => layer.paths)) {
    const problem = memberPathProblem(path)
    if (problem !== null) throw new UnshippableFile(path, `it has ${problem}`)
    const clash = members.add(path)
    if (clash !== null) throw new UnshippableFile(path, `the project has ${clash}`)
  }
  return layers.filter((layer) => layer.paths.length > 0)
}

/**
 * Reads files of a project as they ship: links are followed only inside the root (or `linkRoots`; for compiled sources
 * anywhere in their repository), secrets are withheld by name, by the name they link to and by what they hold, and replaced
 * files never touch the disk. A file's path and contents ship, never where it really lies.
 * @param mostBytes largest file that may ship, in bytes
 * @throws BundleTooLarge; UnshippableFile when a listed file is missing, is no file, links elsewhere, or moves meanwhile.
 */
export async function createMemberReader(
  project: BuiltProject,
  linkRoots: LinkRoots,
  mostBytes: number,
): Promise<MemberReader> {
  const root = await realpath(project.root)
  const roots = [root, ...(await Promise.all(linkRoots.map((directory) => realpath(directory))))]
  const linked = project.linkedSources
  const top = linked === undefined ? null : await realpath(linked.top)
  return async (path) => {
    const replaced = project.replaced.get(path)
    if (replaced) return { path, executable: replaced.executable, bytes: replaced.bytes }
    const named = secretReason(path)
    if (named !== null) return { path, why: `looks like: ${named}` }
    const target = await realpath(join(root, path)).catch((cause: unknown) => {
      throw new UnshippableFile(path, 'it cannot be found or read', { cause })
    })
    const homes = top !== null && linked?.paths.has(path) ? [...roots, top] : roots
    const home = homes.find((directory) => isInside(directory, target))
    if (home === undefined) throw strayLink(path, top !== null)
    // Beside the project the whole way counts, or a folder of secrets (`.git`) could be named as a home itself.
    const base = home !== root && top !== null && isInside(top, target) ? top : home
    const secret = secretReason(relative(base, target).split(sep).join('/'))
    if (secret !== null) return { path, why: `links to what looks like: ${secret}` }
    const bytes = await readMember(target, path, mostBytes)
    const held = secretContents(path, bytes)
    if (held !== null) return { path, why: `holds what looks like: ${held}` }
    return { path, executable: false, bytes }
  }
}

function strayLink(path: string, hasRepository: boolean): UnshippableFile {
  return new UnshippableFile(path, 'it is a link to somewhere outside the project', {
    steps: [
      hasRepository
        ? 'Sources may be links to anywhere inside their git repository: move what this one leads to there, or'
        : 'Sources may be links to anywhere inside their git repository; this project is in none, so links must stay inside the project. Or',
      'install the dependency inside the project (`forge install`, `npm ci`) instead of linking to it.',
      'Files that are no sources must lie inside the project itself.',
    ],
  })
}

async function readMember(target: string, path: string, mostBytes: number): Promise<Uint8Array> {
  const read = await readUnlinked(target, mostBytes).catch((cause: unknown) => {
    throw new UnshippableFile(path, 'it cannot be found or read', { cause })
  })
  if ('bytes' in read) return read.bytes
  if (read.problem === 'too large')
    throw new BundleTooLarge('unpacked bytes', read.size, mostBytes, [{ path, bytes: read.size }])
  throw new UnshippableFile(
    path,
    read.problem === 'moved' ? 'it was swapped for a link while it was read' : 'it is not a regular file',
  )
}

function isInside(directory: string, file: string): boolean {
  const way = relative(directory, file)
  return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`)
}
