import { callSequence } from './callSequence.ts'
import { guardLog } from './guardLog.ts'
import { formatDuration, formatMoney, plural } from './humanUnits.ts'
import type { Report, ReportFinding } from './report.ts'
import { confirmationText, originText, reportFacts, statusText, whereText } from './reportFacts.ts'
import { cutText, visibleLines, visibleText } from './visibleText.ts'

/** What the terminal can do. */
export interface TerminalStyle {
  readonly color: boolean
  /** Columns; lines are wrapped at words. */
  readonly width: number
}

type Color = 'red' | 'green' | 'yellow' | 'bold' | 'dim'
/** SGR codes (ECMA-48, section 8.3.117). */
const sgr: Readonly<Record<Color, number>> = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 }

const verdictColor = { failed: 'red', passed: 'green', neutral: 'yellow' } as const
/** Narrower terminals are treated as this wide. */
const NARROWEST = 40
/** Lines of a trace or list that a terminal shows; files hold the rest. */
const SHOWN_LINES = 20
/** Characters of a reason. */
const SHOWN_REASON = 600

/** The report for a terminal or a log, verdict first. No line can be a workflow command; no text can move the cursor. Pure. */
export function renderTerminal(report: Report, style: TerminalStyle): string {
  const paint = (color: Color, text: string): string =>
    style.color && text !== '' ? `\u001b[${sgr[color]}m${text}\u001b[0m` : text
  const width = Math.max(NARROWEST, style.width)
  const facts = reportFacts(report)
  const lines: string[] = []
  const put = (indent: number, text: string, color?: Color): void => {
    for (const line of wrap(text, width, indent)) lines.push(color ? paint(color, line) : line)
  }
  const section = (title: string, texts: readonly string[], color?: Color): void => {
    if (texts.length === 0) return
    lines.push('', paint('bold', title))
    for (const text of texts.slice(0, SHOWN_LINES)) put(2, text, color)
    if (texts.length > SHOWN_LINES) put(2, `and ${texts.length - SHOWN_LINES} more in report.json`, 'dim')
  }

  put(0, facts.headline, verdictColor[report.verdict])
  put(0, facts.subject, 'dim')
  for (const reason of facts.reasons) put(2, `! ${reason}`, 'yellow')
  for (const finding of report.findings) putFinding(finding, lines, put, paint)
  section(
    'Not confirmed',
    report.unconfirmed.map(
      ({ target, reason, slice }) =>
        `${visibleText(target)}: ${cutText(reason, SHOWN_REASON)} (${visibleText(slice)}); no replay showed it again`,
    ),
    'yellow',
  )
  section('Earlier', facts.earlier)
  section('Targets', [facts.targets, ...facts.selection])
  for (const target of report.targets.filter(({ status }) => status !== 'passed').slice(0, SHOWN_LINES))
    put(4, `${statusText(target.status)}: ${visibleText(target.id)}`, target.status === 'failed' ? 'red' : 'yellow')
  const elsewhere = report.mode === 'pool' ? report.targets.filter(({ where }) => where === 'runner') : []
  for (const target of elsewhere.slice(0, SHOWN_LINES)) put(4, `${whereText(target)}: ${visibleText(target.id)}`, 'dim')
  section('Work', facts.work)
  section('Slices without a result', facts.limited, 'yellow')
  section('Left out', facts.cut, 'yellow')
  section('Audits', facts.audit, report.audit.mismatches.length > 0 ? 'red' : undefined)
  section('Workers', workerTexts(report))
  section('Money', [...facts.money, ...facts.cost])
  section('Notes', facts.notes)
  return `${guardLog(lines.join('\n'))}\n`
}

function putFinding(
  finding: ReportFinding,
  lines: string[],
  put: (indent: number, text: string, color?: Color) => void,
  paint: (color: Color, text: string) => string,
): void {
  lines.push('')
  put(0, `${finding.id}  ${visibleText(finding.title)}`, 'bold')
  put(2, cutText(finding.finding.reason, SHOWN_REASON), 'red')
  if (finding.failure) put(2, `at ${visibleText(finding.failure.path)}:${finding.failure.line}`)
  if (finding.property) put(2, `property ${visibleText(finding.property.path)}:${finding.property.line}`)
  lines.push(paint('dim', '  Call sequence'))
  for (const call of callSequence(finding.finding, finding.test)) put(4, call)
  const trace = finding.trace === '' ? [] : visibleLines(finding.trace)
  if (trace.length > 0) {
    lines.push(paint('dim', '  Trace'))
    for (const line of trace.slice(0, SHOWN_LINES)) lines.push(paint('dim', `    | ${cutText(line, 200)}`))
    if (trace.length > SHOWN_LINES) put(4, `| and ${trace.length - SHOWN_LINES} more lines in report.md`, 'dim')
  }
  put(2, `Replay: ${visibleText(finding.replayCommand)}`)
  if (finding.repro)
    put(
      2,
      `Test, seen to fail: repro/${visibleText(finding.repro.fileName)}; ${visibleText(finding.repro.forgeCommand)}`,
    )
  else if (finding.reproImpossible !== null) put(2, `No repro test: ${visibleText(finding.reproImpossible)}`)
  put(2, confirmationText(finding), 'dim')
  const origin = originText(finding)
  if (origin !== undefined) put(2, origin, 'dim')
}

/** One line a worker: what it did and earned, and what it was refused. */
export function workerTexts({ workers, money }: Report): string[] {
  return workers.flatMap((worker) => {
    const earned = money === null ? '' : `, earned ${formatMoney(worker.earnedUnits, money)}`
    return [
      `${worker.worker}  ${plural(worker.slicesDone, 'slice')}, ${formatDuration(worker.cpuSeconds)}${earned}`,
      ...worker.refused.map(
        ({ slot, reason, text }) => `  slot ${slot} not paid (${visibleText(reason)}): ${visibleText(text)}`,
      ),
    ]
  })
}

/** Breaks at spaces; words that are longer than a line stay whole, so that they can be copied. */
function wrap(text: string, width: number, indent: number): string[] {
  const lead = /^ */.exec(text)![0]
  const pad = ' '.repeat(indent) + lead
  const lines: string[] = []
  let line = ''
  for (const word of text.slice(lead.length).split(' ')) {
    if (line !== '' && pad.length + line.length + 1 + word.length > width) {
      lines.push(pad + line)
      line = `  ${word}`
    } else line = line === '' && lines.length === 0 ? word : `${line} ${word}`
  }
  return [...lines, pad + line]
}
