import { lstatSync, readlinkSync } from 'node:fs'

/** Where systems keep the loader and the libraries of dynamically linked programs, and the shell that scripts name. */
const SYSTEM_DIRECTORIES = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32']

/** One system directory as this machine has it. */
export type SystemPath = { readonly path: string; readonly link: string | undefined }

/** The system directories of this machine; on most of them all but /usr are links into it. */
export function systemPaths(): SystemPath[] {
  return SYSTEM_DIRECTORIES.flatMap((path) => {
    const about = lstatSync(path, { throwIfNoEntry: false })
    if (!about) return []
    return [{ path, link: about.isSymbolicLink() ? readlinkSync(path) : undefined }]
  })
}

/** The loader's list of libraries: a file without secrets, and without it some machines' libraries are not found. */
export const LOADER_CACHE = '/etc/ld.so.cache'

/** Devices without state. */
export const PLAIN_DEVICES = ['/dev/null', '/dev/zero', '/dev/full']

/** Randomness: only for programs that need not be deterministic. */
export const RANDOM_DEVICES = ['/dev/random', '/dev/urandom']

/** Read-only files of /proc that runtimes size themselves by. Not those of processes. */
export const MACHINE_FACTS = ['/proc/cpuinfo', '/proc/meminfo', '/proc/sys/vm/overcommit_memory']
