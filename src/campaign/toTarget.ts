import type { Target } from '../engines/engine.ts'
import type { PlannedTarget } from './plan.ts'

/** The engine's target that a plan speaks of. */
export function toTarget(planned: PlannedTarget): Target {
  const { id, kind, path, contract, test, line, inline } = planned
  return { id, kind, path, contract, test, line, inline }
}
