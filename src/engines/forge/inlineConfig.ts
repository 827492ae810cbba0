import type { Target, TargetKind } from '../engine.ts'

/** forge 1.7.1: INLINE_CONFIG_PREFIX in crates/config/src/inline/mod.rs. */
const PREFIX = 'forge-config:'
/** Applies under every profile, where the profile's own line says nothing. */
const DEFAULT_PROFILE = 'default'

/**
 * What documentation comments set for one kind of test under a profile: runs, and depth of invariants. A function's own
 * lines beat its contract's, a profile's beat `default`'s. Numbers that cannot be read count as not set.
 */
export function inlineBudget(
  kind: TargetKind,
  profile: string,
  contractDocs: string,
  functionDocs: string,
): Target['inline'] {
  const find = (key: string): number | null => {
    for (const docs of [functionDocs, contractDocs])
      for (const name of [profile, DEFAULT_PROFILE]) {
        const value = settingIn(docs, `${name}.${kind}.${key}`)
        if (value !== null) return value
      }
    return null
  }
  return { runs: find('runs'), depth: kind === 'invariant' ? find('depth') : null }
}

function settingIn(docs: string, key: string): number | null {
  let found: number | null = null
  for (const line of docs.split('\n')) {
    const at = line.indexOf(PREFIX)
    if (at === -1) continue
    const [name = '', value = ''] = line
      .slice(at + PREFIX.length)
      .replace(/\*\/\s*$/, '')
      .split('=')
    const digits = value.trim().replaceAll(/["'_]/g, '')
    if (name.trim().toLowerCase() === key.toLowerCase() && /^\d{1,10}$/.test(digits)) found = Number(digits)
  }
  return found
}
