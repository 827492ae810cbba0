import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { BuiltProject } from '../engines/engine.ts'
import type { Layer } from '../protocol/shardSpec.ts'
import { BundleTooLarge, UnshippableFile } from './errors.ts'
import { createMemberSet, memberPathProblem } from './memberPath.ts'
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
 * Reads files of a project as they ship: links are followed only inside the root (or `linkRoots`), secrets are withheld by
 * name, by the name they link to and by what they hold, and replaced files never touch the disk.
 * @param mostBytes largest file that may ship, in bytes
 * @throws BundleTooLarge; UnshippableFile when a listed file is missing, is no file, or links elsewhere.
 */
export async function createMemberReader(
  project: BuiltProject,
  linkRoots: LinkRoots,
  mostBytes: number,
): Promise<MemberReader> {
  const root = await realpath(project.root)
  const roots = [root, ...(await Promise.all(linkRoots.map((directory) => realpath(directory))))]
  return async (path) => {
    const replaced = project.replaced.get(path)
    if (replaced) return { path, executable: replaced.executable, bytes: replaced.bytes }
    const named = secretReason(path)
    if (named !== null) return { path, why: `looks like: ${named}` }
    const { target, size } = await resolveMember(join(root, path), path)
    const home = roots.find((directory) => isInside(directory, target))
    if (home === undefined) throw new UnshippableFile(path, 'it is a link to somewhere outside the project')
    const linked = secretReason(relative(home, target).split(sep).join('/'))
    if (linked !== null) return { path, why: `links to what looks like: ${linked}` }
    // Asked before it is read, so that a huge file cannot fill the memory first.
    if (size > mostBytes) throw new BundleTooLarge('unpacked bytes', size, mostBytes, [{ path, bytes: size }])
    const bytes = await readFile(target)
    const held = secretContents(path, bytes)
    if (held !== null) return { path, why: `holds what looks like: ${held}` }
    return { path, executable: false, bytes }
  }
}

async function resolveMember(file: string, path: string): Promise<{ target: string; size: number }> {
  try {
    const target = await realpath(file)
    const found = await stat(target)
    if (found.isFile()) return { target, size: found.size }
  } catch (cause) {
    throw new UnshippableFile(path, 'it cannot be found or read', cause)
  }
  throw new UnshippableFile(path, 'it is not a regular file')
}

function isInside(directory: string, file: string): boolean {
  const way = relative(directory, file)
  return way !== '' && !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`)
}
