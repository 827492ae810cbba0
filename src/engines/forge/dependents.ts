import { readFile, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Affected, BuiltProject, ChangedFile } from '../engine.ts'
import { zMembers } from './compilerCache.ts'
import { ForgeFailed } from './errors.ts'
import { COMPILER_CACHE, cacheFolder } from './projectPaths.ts'

/** source -> the sources it imports, as forge resolved them: remappings and all. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

const zCache = z.looseObject({ files: zMembers })
const zFile = z.looseObject({ imports: z.array(z.string()).default([]) })

/** Files that no compiler and no test reads. */
const READ_BY_NOBODY = /(^|\/)(LICEN[CS]E[^/]*|[^/]+\.mdx?|\.gitignore|CODEOWNERS)$|^\.github\//
/** Outside of the project: what installs or resolves dependencies. */
const DEPENDENCY_FILE =
  /(^|\/)(\.gitmodules|package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|soldeer\.lock)$/
const SOLIDITY = /\.sol$/
/** Sources of others: cheatcode libraries name every cheatcode, whoever calls it. */
const LIBRARY = /(^|\/)(lib|node_modules|dependencies)\//
/** Cheatcodes that load a contract by its name: an edge that no import shows. */
const LOADS_BY_NAME = /\b(?:getCode|getDeployedCode|deployCode|deployCodeTo)\s*\(/

/**
 * The sources that a change can affect: what was changed and whatever imports it, by the compiler's own graph. All of them
 * when that cannot be told for sure, and why. Paths are relative to the project's root; those of a monorepo's other
 * folders start with `../`.
 * @throws ForgeFailed when the compiler cache cannot be read
 */
export async function affectedSources(project: BuiltProject, changed: readonly ChangedFile[]): Promise<Affected> {
  const { root, profile } = project
  const graph = readImportGraph(await readFile(join(root, cacheFolder(profile), COMPILER_CACHE), 'utf8'))
  const linked = await namesOfLinked(root, graph)
  const named = changed.flatMap((file) => {
    const names = linked.get(resolve(root, file.path))
    return names === undefined ? [file] : [file, ...names.map((path) => ({ ...file, path }))]
  })
  return affectedBy(graph, named, await loadersByName(root, graph))
}

/** A change names the file itself; the compiler may know it by a path over a link. Absolute path -> sources. */
async function namesOfLinked(root: string, graph: ImportGraph): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, string[]>()
  await Promise.all(
    [...graph.keys()].map(async (source) => {
      const lexical = join(root, source)
      const real = await realpath(lexical).catch(() => lexical)
      if (real !== lexical) names.set(real, [...(names.get(real) ?? []), source])
    }),
  )
  return names
}

/** @throws ForgeFailed */
export function readImportGraph(cache: string): ImportGraph {
  try {
    return new Map(zCache.parse(JSON.parse(cache)).files.map(([source, file]) => [source, zFile.parse(file).imports]))
  } catch (cause) {
    throw new ForgeFailed('write a compiler cache that can be read', String(cause))
  }
}

/** Own sources that load contracts by name. */
async function loadersByName(root: string, graph: ImportGraph): Promise<Set<string>> {
  const own = [...graph.keys()].filter((source) => !LIBRARY.test(source) && !source.startsWith('../'))
  const loads = await Promise.all(
    own.map(async (source) => LOADS_BY_NAME.test(await readFile(join(root, source), 'utf8'))),
  )
  return new Set(own.filter((_, i) => loads[i]))
}

/** Pure. @param loaders sources that may depend on any other */
export function affectedBy(
  graph: ImportGraph,
  changed: readonly ChangedFile[],
  loaders: ReadonlySet<string>,
): Affected {
  const seeds = new Set<string>()
  for (const { path, kind } of changed) {
    const isOutside = path.startsWith('../')
    if (kind === 'submodule') return unsure(`the submodule ${path} changed`)
    if (graph.has(path)) seeds.add(path)
    else if (SOLIDITY.test(path)) {
      // Whatever imported it resolves to something else now, although it was not edited itself.
      if (kind === 'deleted') return unsure(`${path} was deleted`)
      if (!isOutside) return unsure(`${path} is not among the sources that were compiled`)
    } else if (isOutside ? DEPENDENCY_FILE.test(path) : !READ_BY_NOBODY.test(path)) return unsure(`${path} changed`)
  }
  if (seeds.size > 0) for (const loader of loaders) seeds.add(loader)
  return { kind: 'affected', paths: dependents(graph, seeds) }
}

function unsure(why: string): Affected {
  return { kind: 'all', why }
}

/** The seeds and everything that imports them, directly or not. */
function dependents(graph: ImportGraph, seeds: ReadonlySet<string>): Set<string> {
  const importers = new Map<string, string[]>()
  for (const [source, imports] of graph)
    for (const imported of imports) importers.set(imported, [...(importers.get(imported) ?? []), source])
  const reached = new Set(seeds)
  const open = [...seeds]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const importer of importers.get(next) ?? [])
      if (!reached.has(importer)) {
        reached.add(importer)
        open.push(importer)
      }
  return reached
}
