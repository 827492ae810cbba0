import { formatBytes } from '../bundle/formatBytes.ts'
import type { BundleListing } from '../bundle/packLayers.ts'
import type { Plan, PlannedShard } from '../campaign/plan.ts'
import type { ProjectNote } from '../engines/engine.ts'
import { guardLog } from './guardLog.ts'
import { formatCount, formatDuration, plural } from './humanUnits.ts'
import { cutText, visibleText } from './visibleText.ts'

/** What a plan is shown with. */
export interface PlannedBurst {
  readonly plan: Plan
  readonly listing: BundleListing
  readonly notes: readonly ProjectNote[]
}

/** Characters of a path or note. */
const FIELD_CHARACTERS = 300

/** What a burst would run, ship, keep at home and leave out, for people. All paths are listed, withheld ones too. Pure. */
export function renderPlan({ plan, listing, notes }: PlannedBurst): string {
  const lines = [
    `${plural(plan.targets.length, 'target')}, ${shardsText('for workers', plan.shards)}, ${shardsText('for the runner', plan.runnerShards)}`,
    ...section(
      'Invocations',
      plan.invocations.map(({ invocation, sliceMs }, i) => {
        const shards = [...plan.shards, ...plan.runnerShards].filter((shard) => shard.invocation === i)
        const slices = shards.reduce((sum, shard) => sum + shard.slices, 0)
        return `#${i}  ${plural(invocation.targets.length, 'target')}, ${plural(shards.length, 'shard')}, ${plural(slices, 'slice')} of about ${formatDuration(sliceMs / 1_000)}`
      }),
    ),
    ...section(
      'Targets',
      plan.targets.map(({ id, where, why, plannedRuns }) => {
        const place = where === 'pool' ? '' : `, on the runner${why === null ? '' : ` (${why})`}`
        return `${cutText(id, FIELD_CHARACTERS)}  ${plannedRuns === 0 ? 'not run' : `${formatCount(plannedRuns)} runs`}${place}`
      }),
    ),
    ...section(
      'Left out',
      plan.cut.map(({ by, text }) => `${by}: ${visibleText(text)}`),
    ),
    ...listing.layers.flatMap((listed, i) => {
      const layer = plan.layers[i]
      const size = layer === undefined ? '' : `, ${formatBytes(layer.bytes)} compressed`
      return section(
        `Ships in the ${listed.kind} layer (${plural(listed.files.length, 'file')}${size})`,
        listed.files.map(({ path, bytes }) => `${cutText(path, FIELD_CHARACTERS)}  ${formatBytes(bytes)}`),
      )
    }),
    ...section(
      'Stays here',
      listing.withheld.map(({ path, why }) => `${cutText(path, FIELD_CHARACTERS)}  ${cutText(why, FIELD_CHARACTERS)}`),
    ),
    ...section(
      'Notes',
      notes.map(({ text }) => cutText(text, FIELD_CHARACTERS)),
    ),
  ]
  return `${guardLog(lines.join('\n'))}\n`
}

function shardsText(whose: string, shards: readonly PlannedShard[]): string {
  const time = shards.reduce((sum, shard) => sum + shard.estimatedMs, 0) / 1_000
  return shards.length === 0
    ? `none ${whose}`
    : `${plural(shards.length, 'shard')} ${whose} (${formatDuration(time)} of processor time)`
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', title, ...items.map((item) => `  ${item}`)]
}
