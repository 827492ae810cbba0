import { join } from 'node:path'
import type { PackedLayers } from '../bundle/packLayers.ts'
import { unpackLayers } from '../bundle/unpackLayers.ts'
import type { Workbench } from '../engines/engine.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../sandbox/sandboxRoot.ts'

/** An unpacked bundle on this machine, until it is closed. */
export interface OpenWorkbench {
  readonly workbench: Workbench
  close(): Promise<void>
}

/** Unpacks the very layers that workers get: an audit must not see more of the project than they do. */
export async function openWorkbench(packed: PackedLayers, sandbox: Sandbox): Promise<OpenWorkbench> {
  const root = await createSandboxRoot()
  const projectDir = join(root, 'project')
  try {
    await unpackLayers(
      packed.layers.map((layer) => ({ layer, from: packed.blobs.get(layer.digest)! })),
      projectDir,
    )
  } catch (error) {
    await removeSandboxRoot(root)
    throw error
  }
  return { workbench: { sandbox, projectDir }, close: () => removeSandboxRoot(root) }
}
