import { formatDuration } from './humanUnits.ts'
import type { Report } from './report.ts'
import { xyChart } from './xyChart.ts'

/** Points of the chart: more make its axis unreadable. */
const CHART_POINTS = 12

/**
 * Executions and findings over the time of the burst, as mermaid charts that GitHub draws. Numbers and words of ours only.
 * Empty when there is nothing to draw.
 */
export function timelineChart({ timeline }: Report): string {
  const points = thinned(timeline)
  const last = points.at(-1)
  if (last === undefined || points.length < 2 || last.executions === 0) return ''
  const labels = points.map(({ second }) => formatDuration(second))
  const chart = (title: string, values: readonly number[]): string => xyChart(title, 'line', labels, values)
  return [
    chart(
      'Executions',
      points.map(({ executions }) => executions),
    ),
    ...(last.findings > 0
      ? [
          chart(
            'Findings',
            points.map(({ findings }) => findings),
          ),
        ]
      : []),
  ].join('\n\n')
}

/** At most {@link CHART_POINTS} of the points, the first and the last among them. */
function thinned<T>(points: readonly T[]): T[] {
  if (points.length <= CHART_POINTS) return [...points]
  return Array.from(
    { length: CHART_POINTS },
    (_, i) => points[Math.round((i * (points.length - 1)) / (CHART_POINTS - 1))]!,
  )
}
