import { type Report, TIMELINE_POINTS } from '../report/report.ts'
import type { BurstDeps } from './burstDeps.ts'

/** A burst's world that remembers how it went. */
export interface RecordedTimeline {
  readonly deps: BurstDeps
  /** The points so far, evenly thinned. */
  points(): Report['timeline']
}

/** Remembers what progress says, by the world's clock, beside showing it. */
export function recordTimeline(deps: BurstDeps): RecordedTimeline {
  const startedMs = deps.clock.now()
  let points: Report['timeline'] = [{ second: 0, executions: 0, findings: 0 }]
  return {
    deps: {
      ...deps,
      progress(progress) {
        const { executions, findings } = progress
        const second = Math.max(0, Math.floor((deps.clock.now() - startedMs) / 1_000))
        const last = points.at(-1)
        // Pool bursts can take work back: what was seen stays seen.
        const point = {
          second,
          executions: Math.max(executions, last?.executions ?? 0),
          findings: Math.max(findings, last?.findings ?? 0),
        }
        if (last?.second === second) points[points.length - 1] = point
        else points.push(point)
        // Twice as many as are wanted: every second one goes, so a long burst costs no more than a short one.
        if (points.length > 2 * TIMELINE_POINTS)
          points = points.filter((_, i) => i % 2 === 0 || i === points.length - 1)
        deps.progress(progress)
      },
    },
    points() {
      const every = Math.ceil(points.length / TIMELINE_POINTS)
      const thinned = points.filter((_, i) => i % every === 0)
      const last = points.at(-1)
      if (last !== undefined && thinned.at(-1) !== last) thinned[thinned.length - 1] = last
      return thinned
    },
  }
}
