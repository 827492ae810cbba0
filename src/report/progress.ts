import { guardLog } from './guardLog.ts'
import { formatCount, formatDuration, formatMoney, plural } from './humanUnits.ts'

/** What a burst is doing, in the order in which it does it. */
export type BurstPhase =
  | 'build'
  | 'discover'
  | 'calibrate'
  | 'plan'
  | 'bundle'
  | 'open'
  | 'run'
  | 'replay'
  | 'settle'
  | 'report'
  | 'done'

/** Where a burst stands: what a live display shows. */
export interface BurstProgress {
  readonly phase: BurstPhase
  readonly targets: number
  readonly shardsDone: number
  readonly shards: number
  readonly findings: number
  /** Workers with a lease now; 0 on the runner alone. */
  readonly workers: number
  /** Owed so far for what was done, in token units; null when the burst costs nothing. */
  readonly spendUnits: bigint | null
  readonly symbol: string
  readonly decimals: number
  /** Seconds until the shards are done; null while nobody knows. */
  readonly etaSeconds: number | null
  readonly executions: number
}

const phaseWords: Readonly<Record<BurstPhase, string>> = {
  build: 'building',
  discover: 'finding targets',
  calibrate: 'calibrating',
  plan: 'planning',
  bundle: 'packing',
  open: 'opening the job',
  run: 'fuzzing',
  replay: 'replaying findings',
  settle: 'settling',
  report: 'writing the report',
  done: 'done',
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
  const phase = phaseWords[progress.phase]
  if (!style.live) return [guardLog([phase, ...figures].join(', '))]
  const width = Math.max(NARROWEST, style.width)
  const head = progress.shards > 0 ? `${bar(progress.shardsDone / progress.shards)} ${phase}` : phase
  const lines = figures.length > 0 ? [head, `  ${figures.join(' \u00b7 ')}`] : [head]
  return lines.map((line) => guardLog(line.length > width ? `${line.slice(0, width - 1)}\u2026` : line))
}

function progressFigures(progress: BurstProgress): string[] {
  const { shards, shardsDone, targets, findings, workers, spendUnits, etaSeconds, executions } = progress
  const figures: string[] = []
  if (targets > 0) figures.push(plural(targets, 'target'))
  if (shards > 0) figures.push(`${shardsDone}/${shards} shards`)
  if (executions > 0) figures.push(`${formatCount(executions)} executions`)
  if (shards > 0) figures.push(plural(findings, 'finding'))
  if (workers > 0) figures.push(plural(workers, 'worker'))
  if (spendUnits !== null && shards > 0) figures.push(formatMoney(spendUnits, progress))
  if (etaSeconds !== null && progress.phase === 'run') figures.push(`about ${formatDuration(etaSeconds)} left`)
  return figures
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH)
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}]`
}
