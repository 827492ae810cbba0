import { z } from 'zod'

const zNode = z.looseObject({
  children: z.array(z.number().int().min(0)),
  trace: z.looseObject({
    address: z.string(),
    kind: z.string(),
    success: z.boolean(),
    output: z.string(),
    /** Program counters, when the steps were recorded and shrunk. */
    steps: z.array(z.number().int().min(0)).optional(),
  }),
  /** Numbers are steps; calls and logs stay objects. */
  ordering: z.array(z.union([z.number().int().min(0), z.looseObject({ Call: z.number().int().min(0).optional() })])),
})
type Node = z.output<typeof zNode>

/** The traces of one test, after the steps were shrunk to numbers. */
export const zShrunkTraces = z.array(z.tuple([z.string(), z.looseObject({ arena: z.array(zNode) })]))
export type ShrunkTraces = z.output<typeof zShrunkTraces>

/** A frame through which a failure went. */
export interface FailingFrame {
  readonly address: string
  /** Runtime code of the contract, when the trace shows how it was created. */
  readonly code: string | null
  /** Program counters up to where the frame failed, the last one first. */
  readonly pcs: readonly number[]
}

/**
 * The frames through which the last failing execution of a test failed, the innermost first. Empty when none failed by
 * reverting. An inner frame is followed as long as its own words are what the outer one failed with.
 */
export function failingFrames(traces: ShrunkTraces): FailingFrame[] {
  const executions = traces.filter(([kind]) => kind === 'Execution')
  const failed = executions.findLast(([, { arena }]) => arena[0]?.trace.success === false)
  if (failed === undefined) return []
  const codes = createdCode(traces)
  const { arena } = failed[1]
  const frames: FailingFrame[] = []
  const seen = new Set<Node>()
  let node = arena[0]
  while (node !== undefined && !seen.has(node)) {
    seen.add(node)
    const inner = bubblingCall(arena, node)
    const steps = node.trace.steps ?? []
    const upTo = inner === undefined ? steps : steps.slice(0, inner.stepsBefore)
    const isCreation = node.trace.kind.startsWith('CREATE')
    frames.unshift({
      address: node.trace.address.toLowerCase(),
      // The code that runs in a creation is not the code that it leaves.
      code: isCreation ? null : (codes.get(node.trace.address.toLowerCase()) ?? null),
      pcs: upTo.toReversed(),
    })
    node = inner?.node
  }
  return frames
}

/** The last call of a frame, when it failed with the same output as the frame, and how many steps came before it. */
function bubblingCall(arena: readonly Node[], node: Node): { node: Node; stepsBefore: number } | undefined {
  let stepsBefore = 0
  let last: { node: Node; stepsBefore: number } | undefined
  for (const item of node.ordering) {
    if (typeof item === 'number') stepsBefore = item + 1
    else if (item.Call !== undefined) {
      const child = arena[node.children[item.Call] ?? -1]
      last = child && { node: child, stepsBefore }
    }
  }
  if (last === undefined || last.node.trace.success || last.node.trace.output !== node.trace.output) return undefined
  return last
}

function createdCode(traces: ShrunkTraces): Map<string, string> {
  const codes = new Map<string, string>()
  for (const [, { arena }] of traces)
    for (const { trace } of arena)
      if (trace.kind.startsWith('CREATE') && trace.success) codes.set(trace.address.toLowerCase(), trace.output)
  return codes
}
