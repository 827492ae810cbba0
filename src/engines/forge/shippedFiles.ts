import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltProject } from '../engine.ts'
import { canonicalBuild } from './canonicalBuild.ts'
import { COMPILER_CACHE, cacheFolder, outFolder, SOLC_STUB, svmStub } from './projectPaths.ts'
import { type ConfigRequest, sliceConfig } from './sliceConfig.ts'

/**
 * The files that ship with other contents than a build wrote: configuration without secrets, the compiler cache and build
 * infos without what this machine put into them, and stubs that answer for the compilers.
 */
export async function shippedFiles(
  root: string,
  request: ConfigRequest & { readonly solcVersions: readonly string[] },
  builds: readonly string[],
  cache: { readonly text: string; readonly libraries: ReadonlyMap<string, string> },
): Promise<BuiltProject['replaced']> {
  const { profile, solcVersions } = request
  const plain = (text: string) => ({ bytes: new TextEncoder().encode(text), executable: false })
  const infoPath = (id: string) => `${outFolder(profile)}/build-info/${id}.json`
  const infos = new Map<string, string>()
  for (const id of builds) infos.set(id, await readFile(join(root, infoPath(id)), 'utf8'))
  const canonical = canonicalBuild(cache.text, infos, cache.libraries)
  const files = new Map<string, ReturnType<typeof solcStub>>([
    ['foundry.toml', plain(sliceConfig(request))],
    [`${cacheFolder(profile)}/${COMPILER_CACHE}`, plain(canonical.cache)],
  ])
  for (const [id, text] of canonical.infos) files.set(infoPath(id), plain(text))
  const [only] = solcVersions
  if (solcVersions.length === 1 && only !== undefined) files.set(SOLC_STUB, solcStub(only))
  for (const version of solcVersions) files.set(svmStub(version), solcStub(version))
  return files
}

/** Files without the right to be executed. */
export function plainFiles(files: ReadonlyMap<string, Uint8Array>): BuiltProject['replaced'] {
  return new Map([...files].map(([path, bytes]) => [path, { bytes, executable: false }]))
}

/** forge asks a compiler for its version only; anything else would be a compilation, which must not happen. */
function solcStub(version: string): { bytes: Uint8Array; executable: boolean } {
  const answer = `solc, a stub: this build is finished\nVersion: ${version}+commit.00000000.Linux.g++`
  return { bytes: new TextEncoder().encode(`#!/bin/sh\necho '${answer}'\n`), executable: true }
}
