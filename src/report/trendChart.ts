import { xyChart } from './xyChart.ts'

/** One night's figures. */
export interface Night {
  /** `2026-11-26` */
  readonly day: string
  readonly executions: number
  readonly findings: number
  /** Inputs that reach new code; not known of nights without coverage-guided invariants. */
  readonly corpus?: number | undefined
}

/** Nights that the chart's axis can name. */
const CHART_NIGHTS = 14

/** Executions and findings over the last nights, as mermaid charts. Days and numbers only. Empty below two nights. Pure. */
export function trendChart(nights: readonly Night[]): string {
  const shown = nights.slice(-CHART_NIGHTS)
  if (shown.length < 2) return ''
  const labels = shown.map(({ day }) => day.slice(5))
  const chart = (title: string, values: readonly number[]): string => xyChart(title, 'bar', labels, values)
  const coverage = shown.some(({ corpus }) => corpus !== undefined)
    ? [
        chart(
          'Inputs that reach new code',
          shown.map(({ corpus = 0 }) => corpus),
        ),
      ]
    : []
  return [
    '### Nights',
    chart(
      'Executions a night',
      shown.map(({ executions }) => executions),
    ),
    chart(
      'Findings a night',
      shown.map(({ findings }) => findings),
    ),
    ...coverage,
  ].join('\n\n')
}
