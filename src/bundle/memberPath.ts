/** Longest path of a member, in UTF-8 bytes. PATH_MAX is 4,096 on Linux; the rest is left to the directory it is unpacked in. */
export const MEMBER_PATH_BYTES = 1_024
/** Longest name of one file or directory, in UTF-8 bytes: NAME_MAX of every common file system. */
export const MEMBER_NAME_BYTES = 255

/**
 * Why a path may not be a member of a layer, in words, or null when it may. The packer and the unpacker ask the same
 * question, so what is packed can be unpacked. Allowed are relative paths of plain names, on any operating system.
 */
export function memberPathProblem(path: string): string | null {
  if (path === '') return 'an empty path'
  if (!path.isWellFormed()) return 'a path that is not Unicode text'
  if (hasControl(path)) return 'a path with control characters'
  if (path.includes('\\')) return 'a path with a backslash'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'an absolute path'
  if (Buffer.byteLength(path) > MEMBER_PATH_BYTES) return `a path of more than ${MEMBER_PATH_BYTES} bytes`
  for (const name of path.split('/')) {
    if (name === '..') return 'a path that leaves the project (`..`)'
    if (name === '' || name === '.') return 'a path with empty or `.` parts'
    if (Buffer.byteLength(name) > MEMBER_NAME_BYTES) return `a name of more than ${MEMBER_NAME_BYTES} bytes`
  }
  return null
}

/**
 * The path as file systems that ignore case or Unicode form see it. Two members may not share it: on such a file system
 * the second would replace the first after it was checked.
 */
export function foldPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true
  }
  return false
}

/** Remembers the members of a bundle and tells which one clashes with an earlier one. */
export interface MemberSet {
  /** Adds a file; says in words with what it clashes, or null. */
  add(path: string): string | null
}

/**
 * A set in which no file can hide, replace or contain another, whatever the file system thinks of case. Directories may
 * differ in case alone (`out/test.sol` and `out/Test.sol`, of ds-test and forge-std): where they are one, their files still differ.
 */
export function createMemberSet(): MemberSet {
  const files = new Set<string>()
  const directories = new Set<string>()
  return {
    add(path) {
      const folded = foldPath(path)
      if (files.has(folded)) return 'two members of one name (or names that differ only in case)'
      if (directories.has(folded)) return 'a file where another member has a directory'
      for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        const directory = foldPath(path.slice(0, end))
        if (files.has(directory)) return 'a directory where another member is a file'
        directories.add(directory)
      }
      files.add(folded)
      return null
    },
  }
}
