import type { Command } from 'commander'
import { explainJob } from '../escrow/explainJob.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { formatMoney, plural } from '../report/humanUnits.ts'
import { openWithheld } from '../requester/openWithheld.ts'
import { readSpenderKey } from '../requester/readSpenderKey.ts'
import { answerContests } from './answerContests.ts'
import { KeyMissing } from './errors.ts'
import {
  addVenueFlags,
  addYesFlag,
  anyWriterFrom,
  confirm,
  parseBytes32,
  print,
  readerFrom,
  resultOf,
  type VenueFlags,
  writerFrom,
} from './escrowAccess.ts'
import { exitCodes } from './exitCodes.ts'
import { sleep } from './relaySession.ts'

/** `fuzzburst job …`: what the escrow knows of a burst, and what people can do with it. */
export function addJobCommand(program: Command): void {
  const job = program.command('job').description('Look at a job in the escrow, and see it to its end')
  addShow(job)
  addClose(job)
  addAnswer(job)
  addVoid(job)
  addFreeze(job)
  addChallenge(job)
  addPublish(job)
}

function jobCommand(parent: Command, name: string, description: string): Command {
  return parent.command(name).description(description).argument('<job>', 'the job', parseBytes32)
}

function addShow(parent: Command): void {
  const command = jobCommand(parent, 'show', 'Show lock and payouts, and say where it stands and what can be done')
  addVenueFlags(command).action(async (id: Bytes32, flags: VenueFlags) => {
    const escrow = await readerFrom(flags)
    const view = await escrow.job(id)
    if (view === undefined) {
      print(flags, null, `There is no job ${id}.`)
      process.exitCode = exitCodes.findings
      return
    }
    const [token, windows, now] = await Promise.all([escrow.token(view.account), escrow.windows(), escrow.now()])
    const contests = view.contests === 0 ? [] : await escrow.openContests(id, view.settledAt ?? 0)
    const explanation = explainJob(view, windows, now)
    const money = (units: bigint): string => formatMoney(units, token)
    const time = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')
    const lines = [
      `job        ${id}`,
      `account    ${view.account}`,
      `locked     ${money(view.lockUnits)} for ${view.slots} slots and ${view.spares} spares at ${money(view.slotPriceUnits)}`,
      ...(view.settledAt === null
        ? []
        : [`payable    ${money(view.totalUnits)}, of which ${money(view.claimedUnits)} is claimed`]),
      ...(view.burnUnits === 0n ? [] : [`burned     ${money(view.burnUnits)}, when the job closes`]),
      ...(view.postedUnits === 0n ? [] : [`by default ${money(view.postedUnits)} paid to, or held for, workers`]),
      ...(view.relayerFeeUnits === 0n ? [] : [`fees       ${money(view.relayerFeeUnits)} to relays`]),
      ...contests.map(
        ({ lease, worker, dueUnits, answerBy }) =>
          `contest    ${worker} wants ${money(dueUnits ?? 0n)} for lease ${lease.slice(0, 10)}; to be answered by ${time(answerBy)}`,
      ),
      '',
      explanation.now,
      ...explanation.next.map((line) => `- ${line}`),
    ]
    print(flags, { ...view, openContests: contests, explanation }, lines.join('\n'))
  })
}

function addPublish(parent: Command): void {
  const command = jobCommand(
    parent,
    'publish',
    'Let everybody see results that were withheld because they hold findings',
  )
    .requiredOption('--relay <url>', 'The relay that carried it')
    .option('--json', 'Print the result as JSON on standard output')
  addYesFlag(command).action(async (id: Bytes32, flags: VenueFlags & { readonly relay: string }) => {
    const key = await readSpenderKey(process.env)
    if (key === undefined) throw new KeyMissing('FUZZBURST_KEY')
    await confirm('Publish the findings of this job? They cannot be made private again.', flags)
    const facts = await openWithheld(id, flags.relay, key, { fetch, clock: { nowMs: () => Date.now(), sleep } })
    print(flags, facts, `${plural(facts.opened, 'sealed result')} opened for everybody; ${facts.left} cannot be`)
  })
}

function addClose(parent: Command): void {
  const command = jobCommand(parent, 'close', 'Return the rest of a settled or abandoned job’s lock to its account')
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, flags: VenueFlags) => {
    const escrow = await anyWriterFrom(flags)
    await confirm(`Close job ${id.slice(0, 18)}?`, flags)
    const { facts, text } = resultOf(await escrow.close(id), 'closed')
    print(flags, { job: id, ...facts }, text)
  })
}

function addAnswer(parent: Command): void {
  const command = jobCommand(parent, 'answer', 'Answer a settled job’s contests with its lines; anyone may').option(
    '--relay <url>',
    'Where the lines are, if not in .fuzzburst/settlements/ here',
  )
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, flags: VenueFlags & { relay?: string }) => {
    const escrow = await anyWriterFrom(flags)
    const answers = await answerContests(escrow, id, flags)
    const left = answers.filter(({ transaction }) => transaction === null).length
    const lines = answers.map(({ lease, line, transaction }) => {
      if (line === null) return `${lease}: the settlement has no line for it; it will be void`
      return `${lease}: ${transaction === null ? 'was answered meanwhile' : `answered in ${transaction}`}`
    })
    print(flags, { job: id, answers }, answers.length === 0 ? 'No contest waits for an answer.' : lines.join('\n'))
    if (answers.some(({ line }) => line === null) && left > 0) process.exitCode = exitCodes.findings
  })
}

function addVoid(parent: Command): void {
  const command = jobCommand(parent, 'void', 'End a settlement that left a contest unanswered; anyone may')
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, flags: VenueFlags) => {
    const escrow = await anyWriterFrom(flags)
    const since = (await escrow.job(id))?.settledAt ?? 0
    const contests = await escrow.openContests(id, since)
    const first = contests.toSorted((a, b) => a.answerBy - b.answerBy)[0]
    if (first === undefined) {
      print(flags, { job: id, transaction: null }, 'No contest waits for an answer.')
      process.exitCode = exitCodes.findings
      return
    }
    await confirm(`Void the settlement of job ${id.slice(0, 18)}? Its workers then claim by themselves.`, flags)
    const { facts, text } = resultOf(await escrow.voidUnanswered(id, first.lease), 'voided')
    print(flags, { job: id, lease: first.lease, ...facts }, text)
  })
}

function addFreeze(parent: Command): void {
  const command = jobCommand(parent, 'freeze', 'Void a job whose key may be stolen; only the account’s owner may')
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, flags: VenueFlags) => {
    const escrow = await writerFrom(flags)
    await confirm(
      `Freeze job ${id.slice(0, 18)}? Its settlement then never counts; workers claim after the freeze.`,
      flags,
    )
    const { facts, text } = resultOf(await escrow.freeze(id), 'frozen')
    print(flags, { job: id, ...facts }, text)
  })
}

function addChallenge(parent: Command): void {
  const command = jobCommand(
    parent,
    'challenge',
    'Burn a worker’s default claim; only the account’s owner may',
  ).argument('<slot>', 'the slot that it claims', (text: string) => Number.parseInt(text, 10))
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, slot: number, flags: VenueFlags) => {
    const escrow = await writerFrom(flags)
    const [view, post] = await Promise.all([
      escrow.job(id),
      Number.isInteger(slot) ? escrow.postOf(id, slot) : undefined,
    ])
    if (view === undefined || post === undefined) {
      print(flags, null, `Nobody claims slot ${slot} of job ${id}.`)
      process.exitCode = exitCodes.findings
      return
    }
    const amount = formatMoney(post.units, await escrow.token(view.account))
    await confirm(`Burn ${amount}, claimed by ${post.worker}? Nobody gets it, not you either.`, flags)
    const { facts, text } = resultOf(await escrow.challengeDefault(id, slot), `burned ${amount}`)
    print(flags, { job: id, slot, units: post.units, ...facts }, text)
  })
}
