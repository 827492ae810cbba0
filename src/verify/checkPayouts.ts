import { isAuditShard } from '../protocol/auditShard.ts'
import { sha256 } from '../protocol/digest.ts'
import { type PayoutLine, type PayoutTree, payForSlicesUnits, payoutTree } from '../protocol/payout.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { AuditEntry, Publication, TranscriptLease } from '../protocol/transcript.ts'
import { findingKey } from './findingKey.ts'
import type { OpenedLease } from './openLease.ts'
import type { Complain } from './problem.ts'

/** What the escrow holds of the job. */
export interface ChainFacts {
  readonly state: string
  readonly jobKey: string
  /** Whether a tree is the one that was settled; null when the escrow has no settlement. */
  readonly isSettledAs: ((tree: Pick<PayoutTree, 'root' | 'depth' | 'totalUnits'>) => boolean) | null
  readonly totalUnits: bigint
}

/** That the lines are the ones the escrow was told of, that there is one for every lease, and what each of them pays and why. */
export function checkPayouts(
  publication: Publication,
  opened: ReadonlyMap<Bytes32, OpenedLease>,
  chain: ChainFacts | null,
  complain: Complain,
): void {
  const { settlement, transcript } = publication
  const { lines, message } = settlement
  const wrong = (text: string, lease?: Bytes32): void =>
    complain({ what: 'payout', who: 'requester', text, ...(lease && { lease }) })
  if (new Set(lines.map(({ slot }) => slot)).size !== lines.length) {
    wrong('two lines are for one slot')
    return
  }
  const tree = payoutTree(transcript.job, lines)
  if (tree.root !== message.payoutRoot || tree.depth !== message.payoutDepth || tree.totalUnits !== message.total)
    wrong('the lines do not give the root and the total that were signed')
  if (chain !== null) checkChain(publication, chain, complain)

  const byLease = new Map(lines.map((line) => [line.lease, line]))
  for (const entry of transcript.leases) {
    const line = byLease.get(entry.lease)
    byLease.delete(entry.lease)
    if (line === undefined) {
      wrong('no line is for it', entry.lease)
      continue
    }
    if (line.slot !== entry.message.slot || line.worker !== entry.message.worker)
      wrong('its line names another slot or worker', entry.lease)
    const audits = transcript.audits.filter(({ lease }) => lease === entry.lease)
    const why = lineProblem(line, entry, audits, opened.get(entry.lease), transcript, lines)
    if (why !== undefined) wrong(why, entry.lease)
  }
  for (const lease of byLease.keys()) wrong('a line is for a lease that nobody lists', lease)
  checkRewards(publication, opened, wrong)
}

function checkChain({ settlement, document }: Publication, chain: ChainFacts, complain: Complain): void {
  const wrong = (text: string): void => complain({ what: 'chain', who: 'requester', text })
  if (chain.jobKey !== document.intent.jobKey) wrong('the escrow knows the job under another key')
  if (chain.isSettledAs === null) {
    wrong(`the escrow has no settlement of the job: it is ${chain.state}`)
    return
  }
  const { payoutRoot: root, payoutDepth: depth, total: totalUnits } = settlement.message
  if (!chain.isSettledAs({ root, depth, totalUnits })) wrong('the escrow was told another payout root')
  if (chain.totalUnits !== settlement.message.total)
    wrong(`the escrow was told a total of ${chain.totalUnits} units, not of ${settlement.message.total}`)
}

/** What is wrong with one line's pay or reason. */
function lineProblem(
  line: PayoutLine,
  entry: TranscriptLease,
  audits: readonly AuditEntry[],
  opened: OpenedLease | undefined,
  { leases, determinismClass }: Publication['transcript'],
  lines: readonly PayoutLine[],
): string | undefined {
  const { price, slices, worker } = entry.message
  const done = entry.root?.message.done ?? 0
  const due = payForSlicesUnits(price, done, slices)
  if (line.reason === 'full' || line.reason === 'partial') {
    if (entry.root === null || done === 0) return 'it is paid without a root'
    if (opened?.kind === 'bad') return `it is paid, and its results do not fit its root: ${opened.why}`
    if (opened?.kind === 'none') return 'it is paid, and nothing was delivered'
    if (line.payUnits !== due) return `it is paid ${line.payUnits} units, and ${due} are due`
    return (line.reason === 'full') === (done === slices) ? undefined : `it is called ${line.reason}`
  }
  if (line.payUnits !== 0n || line.rewardUnits !== 0n) return `it is refused as ${line.reason}, and paid`
  const sameRoot = leases.some(
    ({ lease, root }) => lease !== entry.lease && root?.message.root === entry.root?.message.root,
  )
  const isStruck = lines.some(
    (other) =>
      other.worker === worker && ['auditMismatch', 'equivocation', 'copied', 'noResults'].includes(other.reason),
  )
  // Of another class, and a slice differed: nothing of it counts that was not seen to be equal.
  const isDoubted =
    entry.determinismClass !== determinismClass &&
    lines.some((other) => other.worker === worker && other.reason === 'voided')
  const shown = {
    noRoot: entry.root === null || done === 0,
    noResults: opened === undefined || opened.kind !== 'opened',
    auditMismatch: audits.some(({ outcome }) => outcome === 'cheated'),
    copied: entry.root !== null && sameRoot,
    voided: audits.some(({ outcome }) => outcome === 'void'),
    unaudited: (isStruck || isDoubted) && audits.every(({ outcome }) => outcome !== 'agreed'),
    equivocation: entry.secondRoot !== null,
    // No transcript of this version can show it.
    findingNotReplayed: false,
  }[line.reason]
  return shown ? undefined : `it is refused as ${line.reason}, and nothing here shows it`
}

/** Rewards as the rule gives them: in equal parts to all paid slices that hold a finding. Sealed results leave it open. */
function checkRewards(
  { settlement, transcript, document }: Publication,
  opened: ReadonlyMap<Bytes32, OpenedLease>,
  wrong: (text: string, lease?: Bytes32) => void,
): void {
  const total = settlement.lines.reduce((sum, line) => sum + line.rewardUnits, 0n)
  if (total > document.intent.finderReserve) wrong('rewards are above their reserve')
  const paid = settlement.lines.filter(({ reason }) => reason === 'full' || reason === 'partial')
  if (paid.some(({ lease }) => opened.get(lease)?.kind !== 'opened')) return
  const due = dueRewards(transcript, document.intent.finderReserve, paid, opened)
  for (const line of paid) {
    const units = due.get(line.lease) ?? 0n
    if (line.rewardUnits !== units) wrong(`its reward is ${line.rewardUnits} units, and ${units} are due`, line.lease)
  }
}

function dueRewards(
  { rewards, leases }: Publication['transcript'],
  reserveUnits: bigint,
  paid: readonly PayoutLine[],
  opened: ReadonlyMap<Bytes32, OpenedLease>,
): Map<Bytes32, bigint> {
  const due = new Map<Bytes32, bigint>()
  // An audit only repeats what was found.
  const audits = new Set(leases.filter(({ shard }) => isAuditShard(shard)).map(({ lease }) => lease))
  const finders = paid.filter(({ lease }) => !audits.has(lease))
  let leftUnits = reserveUnits
  for (const name of rewards.findings) {
    if (rewards.perFindingUnits <= 0n || leftUnits < rewards.perFindingUnits) break
    const counts = finders.map(({ lease }) => ({ lease, count: countSlices(opened.get(lease), name) }))
    const all = counts.reduce((sum, { count }) => sum + count, 0n)
    if (all === 0n) continue
    for (const { lease, count } of counts)
      if (count > 0n) due.set(lease, (due.get(lease) ?? 0n) + (rewards.perFindingUnits / all) * count)
    leftUnits -= rewards.perFindingUnits
  }
  return due
}

function countSlices(opened: OpenedLease | undefined, name: Bytes32): bigint {
  if (opened?.kind !== 'opened') return 0n
  const holders = opened.slices.filter(({ result }) =>
    result.targets.some(({ finding }) => finding !== null && sha256(findingKey(finding)) === name),
  )
  return BigInt(holders.length)
}
