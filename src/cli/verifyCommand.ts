import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import { type Bytes32, toWire } from '../protocol/primitives.ts'
import { plural } from '../report/humanUnits.ts'
import { visibleLines } from '../report/visibleText.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { ownClass } from '../requester/ownClass.ts'
import { type ReplayOrder, type VerifiedReport, verifyAtRelay } from '../requester/verifyAtRelay.ts'
import { WrongArgument } from './errors.ts'
import { addVenueFlags, parseBytes32, readerFrom, type VenueFlags } from './escrowAccess.ts'
import { exitCodes } from './exitCodes.ts'
import { openTerminal } from './terminal.ts'

interface VerifyFlags extends VenueFlags {
  readonly relay: string
  readonly replay?: true | string
}

/** `fuzzburst verify JOB`: checks a finished job from public data alone. */
export function addVerifyCommand(program: Command): void {
  const command = program
    .command('verify')
    .description('Check a finished job from what is public: audits, roots, signatures, payouts')
    .argument('<job>', 'the job', parseBytes32)
    .requiredOption('--relay <url>', 'The relay that carried it')
    .option('--replay [which]', 'Run slices again too: `audited` (those that were audited) or `all`')
  addVenueFlags(command)
    .addHelpText('after', '\nExit codes: 0 all holds, 1 something does not, 3 part of it could not be seen.\n')
    .action(verify)
}

async function verify(job: Bytes32, flags: VerifyFlags): Promise<void> {
  const which = readWhich(flags.replay)
  const order = which === null ? null : { which, world: await replayWorld() }
  const report = await verifyAtRelay(job, { relay: flags.relay, escrow: () => readerFrom(flags), fetch }, order)
  process.stdout.write(flags.json ? `${toWire(report)}\n` : `${inWords(report).join('\n')}\n`)
  const held = report.whole ? exitCodes.passed : exitCodes.incomplete
  process.exitCode = report.holds ? held : exitCodes.findings
}

function readWhich(replay: VerifyFlags['replay']): ReplayOrder['which'] | null {
  if (replay === undefined) return null
  if (replay === true || replay === 'audited') return 'audited'
  if (replay === 'all') return 'all'
  throw new WrongArgument(`--replay takes audited or all, not ${JSON.stringify(replay)}.`)
}

async function replayWorld(): Promise<ReplayOrder['world']> {
  const terminal = openTerminal(process.stderr)
  const root = process.cwd()
  const deps = await connectWorld({ root, env: process.env, progress: () => undefined, say: terminal.say })
  return {
    engine: deps.engine,
    sandbox: deps.sandbox,
    ownClass: await ownClass(deps),
    jobs: Math.max(1, availableParallelism() - 1),
    onSlice: (done, all) => {
      if (done === all || done % 10 === 0) terminal.say(`${done} of ${all} slices run again`)
    },
  }
}

function inWords({ job, counts, problems, replayed }: VerifiedReport): string[] {
  const verdict =
    problems.length > 0 ? `${plural(problems.length, 'problem')} found` : 'everything that can be seen holds'
  const unseen = counts.unseen > 0 ? `, ${counts.unseen} not to be seen` : ''
  return [
    `job ${job}: ${verdict}`,
    `  leases   ${counts.leases}, of which ${counts.paidLeases} are paid ${counts.paidUnits} units`,
    `  results  ${counts.opened} opened and held against their roots${unseen}`,
    `  audits   ${counts.audits}; the revealed secret picks ${counts.promisedAudits}`,
    ...(replayed === null
      ? []
      : [`  replay   ${replayed.slices} slices run again here, ${replayed.unproven} of them prove nothing`]),
    ...problems.flatMap(({ what, who, lease, text }) =>
      visibleLines(`  ✗ ${what} (${who})${lease === null ? '' : ` ${lease.slice(0, 10)}`}: ${text}`),
    ),
  ]
}
