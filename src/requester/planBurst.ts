import type { BundleListing } from '../bundle/packLayers.ts'
import type { Plan } from '../campaign/plan.ts'
import type { ProjectNote } from '../engines/engine.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstOptions } from './options.ts'
import { type Offer, prepareBurst } from './prepareBurst.ts'

/** What `fuzzburst plan` shows: the plan itself, what would ship, and what was noticed. */
export interface PlanView {
  readonly plan: Plan
  readonly listing: BundleListing
  readonly notes: readonly ProjectNote[]
}

/** Builds, calibrates and plans; sends nothing and spends nothing. */
export async function planBurst(root: string, options: BurstOptions, offer: Offer, deps: BurstDeps): Promise<PlanView> {
  const prepared = await prepareBurst(root, options, offer, deps)
  await prepared.bench.close()
  const notes = [
    ...prepared.project.notes,
    ...prepared.discovery.notes,
    ...prepared.unitTestNotes,
    ...prepared.bench.reach.notes(),
  ]
  return { plan: prepared.plan, listing: prepared.packed.listing, notes }
}
