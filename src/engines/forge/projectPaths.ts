import { join } from 'node:path'

/**
 * Where things of ours lie below a project's root. The user's own `out` and `cache` are never touched: their compiler cache
 * belongs to another version of forge, which could not read ours.
 */
const OURS = '.fuzzburst'

/** Folder of one profile's build, relative to the project's root, with forward slashes. */
export function buildFolder(profile: string): string {
  return `${OURS}/build/${profile}`
}

/** Artifacts of one profile, relative to the project's root. */
export function outFolder(profile: string): string {
  return `${buildFolder(profile)}/out`
}

/** Compiler cache of one profile, relative to the project's root. */
export function cacheFolder(profile: string): string {
  return `${buildFolder(profile)}/cache`
}

/** Name of the compiler cache in {@link cacheFolder}. */
export const COMPILER_CACHE = 'solidity-files-cache.json'

/** The stub that answers for a project's one compiler, relative to the project's root. */
export const SOLC_STUB = `${OURS}/solc`

/** XDG data folder of a slice, relative to the project's root: forge looks for `svm/<version>/solc-<version>` in it. */
export const DATA_HOME = `${OURS}/share`

/** Where forge looks for an installed compiler, relative to the project's root. */
export function svmStub(version: string): string {
  return `${DATA_HOME}/svm/${version}/solc-${version}`
}

/** Absolute path of a build's configuration on the requester's machine. */
export function buildConfigPath(root: string, profile: string): string {
  return join(root, buildFolder(profile), 'foundry.toml')
}
