import { join } from 'node:path'
import type { PackedLayers } from '../bundle/packLayers.ts'
import { unpackLayers } from '../bundle/unpackLayers.ts'
import type { Plan } from '../campaign/plan.ts'
import type { BuiltProject, Discovery, Workbench } from '../engines/engine.ts'
import type { Invocation } from '../protocol/shardSpec.ts'
import { createSandboxRoot, removeSandboxRoot } from '../sandbox/sandboxRoot.ts'
import type { BurstDeps } from './burstDeps.ts'
import { openReach, type Reach } from './reach/openReach.ts'

/** An unpacked bundle on this machine, until it is closed. */
export interface OpenWorkbench {
  /** What workers have: audits and all targets that workers may run. */
  readonly workbench: Workbench
  /** What else this machine offers to the targets that no worker may run. */
  readonly reach: Reach
  close(): Promise<void>
}

/** Unpacks the very layers that workers get: an audit must not see more of the project than they do. */
export async function openWorkbench(
  built: {
    readonly project: BuiltProject
    readonly discovery: Pick<Discovery, 'runnerOnly'>
    readonly packed: PackedLayers
  },
  deps: BurstDeps,
): Promise<OpenWorkbench> {
  const root = await createSandboxRoot()
  const workbench: Workbench = { sandbox: deps.sandbox, projectDir: join(root, 'project') }
  const { packed } = built
  try {
    await unpackLayers(
      packed.layers.map((layer) => ({ layer, from: packed.blobs.get(layer.digest)! })),
      workbench.projectDir,
    )
    const reach = await openReach(built.project, built.discovery, workbench, deps)
    const close = async (): Promise<void> => {
      await reach.close()
      await removeSandboxRoot(root)
    }
    return { workbench, reach, close }
  } catch (error) {
    await removeSandboxRoot(root)
    throw error
  }
}

/** Where this machine runs an invocation of the plan. */
export function benchFor(bench: OpenWorkbench, plan: Pick<Plan, 'targets'>, invocation: Invocation): Workbench {
  const planned = plan.targets.find(({ id }) => id === invocation.targets[0])
  return benchForTarget(bench, planned?.why ?? null)
}

/** Where this machine runs a target that stays here for that reason. */
export function benchForTarget(bench: OpenWorkbench, why: Plan['targets'][number]['why']): Workbench {
  return (why === 'fork' || why === 'ffi' ? bench.reach.for(why)?.workbench : undefined) ?? bench.workbench
}
