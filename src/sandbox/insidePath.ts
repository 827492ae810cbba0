import { isAbsolute, normalize, relative, sep } from 'node:path'
import { SandboxCommandWrong } from './errors.ts'
import { SANDBOX_ROOT_PATTERN, type SandboxMounts, type SandboxTier } from './sandbox.ts'

/** `/tmp/fb` and six more characters. */
const ROOT_LENGTH = '/tmp/fb000000'.length

/** Most different sandbox roots in one command: each gets a digit of its own. */
export const ROOTS_LIMIT = 9

/**
 * The sandbox root above a host path.
 * @throws SandboxCommandWrong for a path that is not plain (absolute, normal, without newline) or has no root.
 */
export function sandboxRootOf(hostPath: string): string {
  const root = hostPath.slice(0, ROOT_LENGTH)
  const next = hostPath[ROOT_LENGTH]
  const plain = isAbsolute(hostPath) && normalize(hostPath) === hostPath && !hostPath.includes('\0')
  if (!plain || root.replace(SANDBOX_ROOT_PATTERN, '') !== '' || (next !== undefined && next !== sep))
    throw new SandboxCommandWrong(`${JSON.stringify(hostPath)} is not below a sandbox root`)
  return root
}

/** True when `path` is `directory` or below it. Both are normal absolute paths. */
export function isWithin(directory: string, path: string): boolean {
  const rest = relative(directory, path)
  return rest === '' || !(rest === '..' || rest.startsWith(`..${sep}`) || isAbsolute(rest))
}

/**
 * Where a program sees a host path. In bubblewrap the n-th distinct root of the mounts (read-only ones first) is
 * `/tmp/fb00000n`, so that nothing of the machine shows; the landlock tier cannot rename.
 * @throws SandboxCommandWrong when the path is below no mount, or there are more than {@link ROOTS_LIMIT} roots.
 */
export function insidePath(tier: SandboxTier, mounts: SandboxMounts, hostPath: string): string {
  const all = [...mounts.readOnly, ...mounts.writable]
  const root = sandboxRootOf(hostPath)
  if (!all.some((mount) => isWithin(mount, hostPath)))
    throw new SandboxCommandWrong(`${JSON.stringify(hostPath)} is below none of its mounts`)
  const roots = [...new Set(all.map(sandboxRootOf))]
  if (roots.length > ROOTS_LIMIT)
    throw new SandboxCommandWrong(`it has ${roots.length} roots, at most ${ROOTS_LIMIT} are possible`)
  if (tier === 'landlock') return hostPath
  return `/tmp/fb00000${roots.indexOf(root)}${hostPath.slice(ROOT_LENGTH)}`
}
