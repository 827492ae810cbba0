/** One night's figures. */
export interface Night {
  /** `2026-11-26` */
  readonly day: string
  readonly executions: number
  readonly findings: number
}

/** Nights that the chart's axis can name. */
const CHART_NIGHTS = 14

/** Executions and findings over the last nights, as mermaid charts. Days and numbers only. Empty below two nights. Pure. */
export function trendChart(nights: readonly Night[]): string {
  const shown = nights.slice(-CHART_NIGHTS)
  if (shown.length < 2) return ''
  const chart = (title: string, values: readonly number[]): string =>
    [
      '```mermaid',
      'xychart-beta',
      `  title "${title}"`,
      `  x-axis [${shown.map(({ day }) => `"${day.slice(5)}"`).join(', ')}]`,
      `  y-axis 0 --> ${Math.max(1, ...values)}`,
      `  bar [${values.join(', ')}]`,
      '```',
    ].join('\n')
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
  ].join('\n\n')
}
