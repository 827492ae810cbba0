import { guardLog } from './guardLog.ts'
import { formatCount, formatDuration, formatMoney, plural } from './humanUnits.ts'
import { visibleText, wellFormedStart } from './visibleText.ts'

/** Where a burst stands: what a live display shows. */
export interface BurstProgress {
  /** What the burst is doing, in words: `calibrating`, `fuzzing`, `settling`. */
  readonly phase: string
  readonly targets: number
  readonly shardsDone: number
  readonly shards: number
  readonly findings: number
  /** Workers with a lease now; 0 on the runner alone. */
  readonly workers: number
  /** Owed so far for what was done, in token units. */
  readonly spendUnits: bigint
  /** Untrusted text of the token; null when the burst costs nothing. */
  readonly symbol: string | null
  readonly decimals: number
  /** Seconds until the shards are done; null while nobody knows. */
  readonly etaSeconds: number | null
  readonly executions: number
}

const BAR_WIDTH = 20
/** Narrower terminals are treated as this wide. */
const NARROWEST = 20

/** How progress is shown: `live` lines are redrawn in place on a terminal, otherwise each is a line of a log. */
export interface ProgressStyle {
  readonly live: boolean
  /** Columns of the terminal; only live lines are cut to it. */
  readonly width: number
}

/** Progress as lines: one with a bar and one with figures on a terminal, a single plain one in a log. Pure. */
export function renderProgress(progress: BurstProgress, style: ProgressStyle): string[] {
  const figures = progressFigures(progress)
  const phase = visibleText(progress.phase)
  if (!style.live) return [guardLog([phase, ...figures].join(', '))]
  const width = Math.max(NARROWEST, style.width)
  const head = progress.shards > 0 ? `${bar(progress.shardsDone / progress.shards)} ${phase}` : phase
  const lines = figures.length > 0 ? [head, `  ${figures.join(' \u00b7 ')}`] : [head]
  return lines.map((line) => guardLog(line.length > width ? `${wellFormedStart(line, width - 1)}\u2026` : line))
}

function progressFigures(progress: BurstProgress): string[] {
  const { shards, shardsDone, targets, findings, workers, spendUnits, symbol, decimals, etaSeconds, executions } =
    progress
  const figures: string[] = []
  if (targets > 0) figures.push(plural(targets, 'target'))
  if (shards > 0) figures.push(`${shardsDone}/${shards} shards`)
  if (executions > 0) figures.push(`${formatCount(executions)} executions`)
  if (shards > 0) figures.push(plural(findings, 'finding'))
  if (workers > 0) figures.push(plural(workers, 'worker'))
  if (symbol !== null && shards > 0) figures.push(formatMoney(spendUnits, { symbol, decimals }))
  if (etaSeconds !== null) figures.push(`about ${formatDuration(etaSeconds)} left`)
  return figures
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH)
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}]`
}
