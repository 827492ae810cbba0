import { mkdir, realpath, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { FoundryConfig } from './foundryConfig.ts'
import { buildFolder } from './projectPaths.ts'

/** A project whose dependencies lie above its folder (a monorepo), as if they lay inside. */
export interface Workspace {
  /** The configuration, with paths through the link below. */
  readonly config: FoundryConfig
  /** Folders outside of the project from which sources may ship. Absolute. */
  readonly roots: readonly string[]
  /** Where the link stands, relative to the project's root; null when nothing lies outside. */
  readonly link: string | null
  /** What forge writes for libraries that are links or lie outside, to the paths that a slice has for them. */
  readonly libraries: ReadonlyMap<string, string>
}

/**
 * Makes libraries, remappings and include paths that lead out of the project (`../../node_modules`) lead through a link
 * inside of it, to the nearest folder above all of them. What is compiled through it has a path below the project's root, and
 * so it ships. Sources that others import by a relative path out of the project stay outside.
 */
export async function linkWorkspace(root: string, profile: string, config: FoundryConfig): Promise<Workspace> {
  const remappings = strings(config.remappings)
  const includes = strings(config.include_paths)
  const outside = [...config.libs, ...includes, ...remappings.map((text) => splitRemapping(text).target)].filter(
    leadsOut,
  )
  if (outside.length === 0) return { config, roots: [], link: null, libraries: await libraryNames(root, config.libs) }
  const roots = [...new Set(outside.map((path) => resolve(root, path)))].sort()
  const top = roots.reduce((above, path) => commonFolder(above, path), dirname(root))
  const link = `${buildFolder(profile)}/workspace`
  await mkdir(join(root, buildFolder(profile)), { recursive: true })
  await rm(join(root, link), { force: true })
  await symlink(top, join(root, link))
  const through = (path: string): string => {
    if (!leadsOut(path)) return path
    const inside = relative(top, resolve(root, path)).split(sep).join('/')
    return `${link}/${inside}${path.endsWith('/') && inside !== '' ? '/' : ''}`
  }
  return {
    config: {
      ...config,
      libs: config.libs.map(through),
      include_paths: includes.map(through),
      remappings: remappings.map((text) => {
        const { name, target } = splitRemapping(text)
        return `${name}=${through(target)}`
      }),
    },
    roots,
    link,
    libraries: await libraryNames(root, config.libs, through),
  }
}

/** forge follows a library that is a link, and writes where it ends: relative to the root if inside of it, else absolute. */
async function libraryNames(
  root: string,
  libs: readonly string[],
  named: (path: string) => string = (path) => path,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const path of libs) {
    const lexical = resolve(root, path)
    const real = await realpath(lexical).catch(() => lexical)
    if (real === lexical && !leadsOut(path)) continue
    names.set(lexical, named(path))
    names.set(real, named(path))
    if (real.startsWith(`${root}${sep}`)) names.set(relative(root, real).split(sep).join('/'), named(path))
  }
  return names
}

function splitRemapping(text: string): { name: string; target: string } {
  const at = text.indexOf('=')
  return { name: text.slice(0, at), target: text.slice(at + 1) }
}

function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../')
}

function commonFolder(a: string, b: string): string {
  let folder = a
  while (folder !== dirname(folder) && b !== folder && !b.startsWith(`${folder}${sep}`)) folder = dirname(folder)
  return folder
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
