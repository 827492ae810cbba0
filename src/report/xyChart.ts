/** Height in pixels: the default's 500 fill a screen with one figure. */
const HEIGHT = 260
/** GitHub's own blue: the first colour of mermaid's default theme cannot be seen on white. */
const COLOUR = '#0969da'

/** One row of figures as a mermaid chart that GitHub draws. Words of ours and numbers only. Pure. */
export function xyChart(
  title: string,
  kind: 'line' | 'bar',
  labels: readonly string[],
  values: readonly number[],
): string {
  const settings = { xyChart: { height: HEIGHT }, themeVariables: { xyChart: { plotColorPalette: COLOUR } } }
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(settings)}}%%`,
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis [${labels.map((label) => `"${label}"`).join(', ')}]`,
    `  y-axis 0 --> ${Math.max(1, ...values)}`,
    `  ${kind} [${values.join(', ')}]`,
    '```',
  ].join('\n')
}
