import { toFunctionSelector } from 'viem'
import { z } from 'zod'

const zArtifact = z.looseObject({
  abi: z.array(
    z.looseObject({ type: z.string(), name: z.string().optional(), inputs: z.array(z.unknown()).optional() }),
  ),
  bytecode: z.looseObject({ object: z.string() }),
})

const AFTER_INVARIANT_ABI = {
  type: 'function',
  name: 'afterInvariant',
  inputs: [],
  outputs: [],
  stateMutability: 'nonpayable',
}

/**
 * The artifact of an invariant contract, changed so that every campaign of it fails at the end of its first run: forge calls
 * `afterInvariant()` there when the ABI names it, and here nothing answers. Undefined when the text is no artifact.
 */
export function baitArtifact(artifactJson: string): string | undefined {
  const parsed = zArtifact.safeParse(JSON.parse(artifactJson))
  if (!parsed.success) return undefined
  const artifact = parsed.data
  const real = artifact.abi.some((item) => item.name === 'afterInvariant' && (item.inputs ?? []).length === 0)
  if (!real) artifact.abi.push(AFTER_INVARIANT_ABI)
  else {
    // A contract that has the function loses its way to it: the selector that its dispatch compares (PUSH4) is changed.
    const selector = toFunctionSelector('afterInvariant()').slice(2)
    artifact.bytecode.object = artifact.bytecode.object.replaceAll(`63${selector}`, `63${complement(selector)}`)
  }
  return JSON.stringify(artifact)
}

function complement(selector: string): string {
  return (~Number.parseInt(selector, 16) >>> 0).toString(16).padStart(8, '0')
}
