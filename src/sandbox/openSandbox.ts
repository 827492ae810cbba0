import { NoSandbox } from './errors.ts'
import { insidePath } from './insidePath.ts'
import { probeTiers, type TierProbe } from './probeTiers.ts'
import { runSandboxed } from './runSandboxed.ts'
import type { Sandbox, SandboxTier } from './sandbox.ts'

/** Strongest first. */
const tiers: readonly SandboxTier[] = ['bubblewrap', 'landlock']

/**
 * The strongest sandbox of this machine, or the tier asked for. A program is really started in it before it is returned.
 * It keeps nothing open.
 * @throws NoSandbox (FB4001) when no tier, or not the one asked for, works: other people's code is not run then.
 */
export async function openSandbox(options: { readonly tier?: SandboxTier } = {}): Promise<Sandbox> {
  const failed: string[] = []
  for (const tier of options.tier ? [options.tier] : tiers) {
    const [probe] = await probeTiers([tier])
    if (probe?.works) return sandboxOf(probe)
    failed.push(`${tier}: ${probe?.why}`)
  }
  throw new NoSandbox(failed)
}

function sandboxOf({ tier, holds, holdsPorts, setup }: Extract<TierProbe, { works: true }>): Sandbox {
  return {
    tier,
    holds,
    holdsPorts,
    inside: (hostPath, mounts) => insidePath(tier, mounts, hostPath),
    run: (command) => runSandboxed(setup, command),
  }
}
