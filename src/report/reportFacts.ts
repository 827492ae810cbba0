import { HOSTED_PRICES, hostedDollars } from './hostedPrices.ts'
import { formatCount, formatDuration, formatMoney, formatShare, plural } from './humanUnits.ts'
import type { Report, ReportFinding } from './report.ts'
import { visibleText, wellFormedStart } from './visibleText.ts'

/** The same facts in every surface's words. All texts are one visible line; markup is the surface's to escape. */
export interface ReportFacts {
  /** Verdict first. */
  readonly headline: string
  readonly subject: string
  /** Why a verdict is not green, and why the pool was not used. */
  readonly reasons: readonly string[]
  readonly targets: string
  /** Which targets were chosen and why; empty when nothing was chosen. */
  readonly selection: readonly string[]
  /** What became of failing cases of earlier runs. */
  readonly earlier: readonly string[]
  readonly work: readonly string[]
  readonly audit: readonly string[]
  /** Empty when nothing was paid. */
  readonly money: readonly string[]
  /** The same work on a hosted runner; empty when the burst was not paid for. */
  readonly cost: readonly string[]
  readonly limited: readonly string[]
  readonly cut: readonly string[]
  readonly notes: readonly string[]
}

const whyWords: Readonly<Record<NonNullable<Report['targets'][number]['why']>, string>> = {
  'low-entropy': 'its digests prove little',
  fork: 'it needs a forked chain',
  ffi: 'it needs ffi',
  fallback: 'the pool was not used',
  local: 'the burst was local',
}

/** Why a target ran on the runner, in words; undefined when it did not. */
export function whereText(target: Report['targets'][number]): string | undefined {
  if (target.where === 'pool') return undefined
  return target.why === null ? 'on the runner' : `on the runner: ${whyWords[target.why]}`
}

/** What a report says, sentence by sentence. */
export function reportFacts(report: Report): ReportFacts {
  return {
    headline: headline(report),
    subject: subject(report),
    reasons: [
      ...(report.fallbackReason === null
        ? []
        : [`The pool was not used: ${report.fallbackReason} Everything ran on this machine.`]),
      ...report.verdictReasons,
    ].map(visibleText),
    targets: targetsText(report),
    selection:
      report.selection === null
        ? []
        : [
            `${report.selection.chosen} of ${plural(report.selection.of, 'target')} chosen: ${visibleText(report.selection.why)}`,
          ],
    earlier: earlierTexts(report),
    work: workTexts(report),
    audit: auditTexts(report),
    money: moneyTexts(report),
    cost: costTexts(report),
    limited: report.work.limited.map(({ shard, k, what }) => `Slice ${k} of shard ${shard}: ${visibleText(what)}`),
    cut: report.cut.map(({ by, text }) => `${visibleText(by)}: ${visibleText(text)}`),
    notes: report.notes.map(({ text }) => visibleText(text)),
  }
}

function headline(report: Report): string {
  const { findings, targets, work } = report
  const ran = `${plural(targets.length, 'target')}, ${formatCount(work.executions)} executions`
  const old = findings.filter(isPreExisting).length
  const news = findings.length - old
  switch (report.verdict) {
    case 'failed':
      if (findings.length === 0) return `FAILED: ${ran}`
      return old === 0
        ? `FAILED: ${plural(findings.length, 'finding')} in ${ran}`
        : `FAILED: ${plural(news, 'new finding')}, and ${old} that the base has too, in ${ran}`
    case 'passed':
      return old === 0
        ? `PASSED: no finding in ${ran}`
        : `PASSED: nothing new in ${ran}; ${plural(old, 'finding')} that the base has too`
    case 'neutral':
      if (targets.length === 0) return 'NEUTRAL, not green: nothing ran'
      return `NEUTRAL, not green: nothing ${old === 0 ? '' : 'new '}failed, but not everything ran (${ran})`
  }
}

/** Whether the commit that the change is compared with fails in the same way: not this change's doing. */
export function isPreExisting({ origin }: ReportFinding): boolean {
  return origin === 'pre-existing'
}

/** Whether some replay of the same input did not fail. */
export function isFlaky({ replays, reproduced }: ReportFinding): boolean {
  return reproduced < replays
}

const originWords = { new: 'New', 'pre-existing': 'Not new', unknown: 'New or not: unknown' } as const

/** Where a finding comes from, in one sentence; undefined when there was nothing to compare with. */
export function originText({ origin, originWhy }: ReportFinding): string | undefined {
  if (origin === null) return undefined
  return originWhy === null ? originWords[origin] : `${originWords[origin]}. ${visibleText(originWhy)}`
}

/** Characters shown of a commit's id. */
const COMMIT_CHARACTERS = 12

function subject({ project, engine, mode }: Report): string {
  const commit = project.commit === null ? '' : ` at ${wellFormedStart(visibleText(project.commit), COMMIT_CHARACTERS)}`
  const place = { pool: 'on the pool', local: 'on this machine', fallback: 'on this machine instead of the pool' }[mode]
  const differs = engine.userVersion !== null && engine.userVersion !== engine.version
  const user = differs ? ` (yours is ${visibleText(engine.userVersion ?? '')})` : ''
  return `${visibleText(project.name)}${commit}, ${visibleText(engine.name)} ${visibleText(engine.version)}${user}, ${place}`
}

const statusWords = {
  passed: 'passed',
  failed: 'failed',
  'not-run': 'not run',
  'engine-error': 'without a result',
} as const

/** A target's status in words. */
export function statusText(status: Report['targets'][number]['status']): string {
  return statusWords[status]
}

function earlierTexts({ earlier }: Report): string[] {
  if (earlier === null) return []
  return [
    `${plural(earlier.replayed, 'failing case')} of earlier runs executed again first: ${earlier.passed.length} no longer fail`,
    ...earlier.passed.map(({ id, title }) => `${id} no longer fails: ${visibleText(title)}`),
  ]
}

function targetsText({ targets }: Report): string {
  const parts = (['failed', 'engine-error', 'not-run', 'passed'] as const)
    .map((status) => [targets.filter((target) => target.status === status).length, statusWords[status]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
  return parts.length === 0 ? 'no targets' : `${plural(targets.length, 'target')}: ${parts.join(', ')}`
}

function workTexts({ work, startedAt, finishedAt, workers, corpus }: Report): string[] {
  const spent = workers.length === 0 ? '' : ` by ${plural(workers.length, 'worker')}`
  return [
    `${formatCount(work.executions)} executions in ${formatDuration(work.cpuSeconds)} of processor time and ${formatDuration(finishedAt - startedAt)} by the clock${spent}`,
    `${work.shardsDone} of ${plural(work.shards, 'shard')} and ${work.slicesDone} of ${plural(work.slices, 'slice')} done`,
    ...(corpus === null
      ? []
      : [
          `corpus of inputs that reach new code: ${corpus.before} before, ${corpus.after} merged and kept for the next run`,
        ]),
  ]
}

function auditTexts({ audit, mode }: Report): string[] {
  if (mode !== 'pool') return []
  const mismatches =
    audit.mismatches.length === 0 ? 'all agreed' : `${plural(audit.mismatches.length, 'slice')} did not agree`
  const { slicesAuditedByOthers: others } = audit
  const where = others === 0 ? 'here' : `here or, ${others} of them, by workers of other owners`
  return [
    `${audit.slicesAudited} of ${plural(audit.slicesDelivered, 'delivered slice')} run again ${where} (${formatShare(audit.alpha)} on average): ${mismatches}`,
    ...(audit.bound === '' ? [] : [visibleText(audit.bound)]),
    ...audit.mismatches.map(
      ({ worker, k, text }) => `Slice ${k} of worker ${worker}: ${visibleText(text)}; thrown away and not paid`,
    ),
  ]
}

/** Limits on spending, in words. */
const capWords: Readonly<Record<NonNullable<Report['money']>['caps'][number]['name'], string>> = {
  'max-spend': 'limit for this burst (max-spend)',
  'max-spend-per-pr': 'limit for this pull request (max-spend-per-pr)',
  'max-spend-per-day': 'limit for today, locks counted (max-spend-per-day)',
  'key-per-day': "the key's own limit for today, which the escrow holds",
}

function moneyTexts({ money }: Report): string[] {
  if (money === null) return []
  const amount = (units: bigint): string => formatMoney(units, money)
  const fee = money.relayerFeeUnits === 0n ? '' : `, ${amount(money.relayerFeeUnits)} to the relayer`
  return [
    `${amount(money.paidUnits)} to workers${fee}; ${amount(money.refundUnits)} of ${amount(money.lockedUnits)} locked returns after the contest window`,
    ...(money.unitsPerFuzzHour === null ? [] : [`${amount(money.unitsPerFuzzHour)} per fuzz-hour`]),
    money.sponsored
      ? `a free burst: a sponsor pays, and ${amount(money.balanceUnits)} of its money are left for this repository this month`
      : `${amount(money.balanceUnits)} left in the account`,
    ...money.caps.map(
      ({ name, capUnits, leftUnits }) => `${capWords[name]}: ${amount(leftUnits)} of ${amount(capUnits)} left`,
    ),
    ...money.transactions.map(({ what, hash }) => `${visibleText(what)}: ${hash}`),
  ]
}

function costTexts({ money, work }: Report): string[] {
  if (money === null || work.cpuSeconds === 0) return []
  const { source, since, runners } = HOSTED_PRICES
  const dollars = hostedDollars(work.cpuSeconds)
  const perHour = hostedDollars(3_600).toFixed(2)
  return [
    `The same ${formatDuration(work.cpuSeconds)} of processor time on a hosted ${runners[0]!.name} runner: ${dollars < 0.01 ? 'less than 0.01' : dollars.toFixed(2)} US dollars for a private repository (${perHour} per fuzz-hour), nothing for a public one (prices since ${since}, ${source})`,
  ]
}

/** How sure a finding is, in one sentence. */
export function confirmationText(finding: ReportFinding): string {
  const workers = new Set(finding.slices.map(({ worker }) => worker).filter((worker) => worker !== null)).size
  if (finding.slices.length === 0)
    return `Reproduced in ${finding.reproduced} of ${plural(finding.replays, 'replay')}${isFlaky(finding) ? ', so it may be flaky' : ''}; a failing case of an earlier run`
  const found = `found in ${plural(finding.slices.length, 'slice')}${workers > 0 ? ` by ${plural(workers, 'worker')}` : ''}`
  const flaky = finding.reproduced < finding.replays ? ', so it may be flaky' : ''
  return `Reproduced in ${finding.reproduced} of ${plural(finding.replays, 'replay')}${flaky}; ${found}`
}

/** Where a finding is shown: the failing place, else the property's. */
export function findingPlace(finding: ReportFinding): { readonly path: string; readonly line: number } | null {
  return finding.failure ?? finding.property
}
