import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { EscrowReader } from '../escrow/escrow.ts'
import { isSettlementOf } from '../escrow/settlementHash.ts'
import { fetchPublication, fetchPublicBlob } from '../pool/fetchPublication.ts'
import { fetchWorkerRecord } from '../pool/fetchWorkerRecord.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { type Bytes32, toWire } from '../protocol/primitives.ts'
import type { Publication } from '../protocol/transcript.ts'
import { plural } from '../report/humanUnits.ts'
import { visibleLines } from '../report/visibleText.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { type Replayed, replayAudits } from '../requester/replayAudits.ts'
import type { ChainFacts } from '../verify/checkPayouts.ts'
import { isSameVenue } from '../verify/checkPromises.ts'
import type { Problem } from '../verify/problem.ts'
import { RESULTS_LIMIT_BYTES } from '../verify/readResults.ts'
import { recordTime } from '../verify/recordTime.ts'
import { type VerifiedJob, verifyJob } from '../verify/verifyJob.ts'
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
  const which = flags.replay === true ? 'audited' : flags.replay
  if (which !== undefined && which !== 'audited' && which !== 'all')
    throw new WrongArgument(`--replay takes audited or all, not ${JSON.stringify(which)}.`)
  const publication = await fetchPublication(flags.relay, job, fetch)
  const { document } = publication
  const isPrivate = document.venue.chainId === 0
  const escrow = isPrivate ? null : await readerFrom(flags)
  const venueProblems: Problem[] =
    escrow === null || isSameVenue(escrow.venue, document.venue)
      ? []
      : [{ what: 'chain', who: 'relay', lease: null, text: 'the job is of another chain or escrow than the one asked' }]
  const verified = await verifyJob(job, publication, {
    chain: await chainFacts(escrow, job),
    sealedResults: ({ results }) => sealedResults(flags.relay, job, results!.digest),
    known: await knownShards(flags.relay, publication),
  })
  const replayed = which === undefined ? null : await replay(job, publication, verified, which, flags)
  const problems = [...venueProblems, ...verified.problems, ...(replayed?.problems ?? [])]
  const { counts } = verified
  const whole = counts.unseen === 0 && (replayed?.unproven ?? 0) === 0
  const facts = {
    job,
    holds: problems.length === 0,
    whole,
    chain: isPrivate ? null : document.venue,
    problems,
    counts,
    replayed: replayed && { slices: replayed.slices, unproven: replayed.unproven },
  }
  process.stdout.write(flags.json ? `${toWire(facts)}\n` : `${inWords(facts).join('\n')}\n`)
  process.exitCode = problems.length > 0 ? exitCodes.findings : whole ? exitCodes.passed : exitCodes.incomplete
}

/** Other bytes than were delivered are for the check to name, not an end of it. */
async function sealedResults(relay: string, job: Bytes32, digest: Bytes32): Promise<Uint8Array | undefined> {
  try {
    return await fetchPublicBlob(relay, job, digest, RESULTS_LIMIT_BYTES, fetch)
  } catch (error) {
    if (isFuzzburstError(error) && error.code === 'FB3104') return new Uint8Array()
    throw error
  }
}

async function chainFacts(escrow: EscrowReader | null, job: Bytes32): Promise<ChainFacts | null> {
  if (escrow === null) return null
  const view = await escrow.job(job)
  if (view === undefined) return { state: 'unknown', jobKey: '', isSettledAs: null, totalUnits: 0n }
  return { ...view, isSettledAs: view.settlementHash === null ? null : (tree) => isSettlementOf(view, tree) }
}

/** From the relay's records. It could lie for a worker it favours, down to the floor: the jobs that it names can be looked up. */
async function knownShards(relay: string, { document, transcript }: Publication): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  for (const worker of new Set(transcript.leases.map(({ message }) => message.worker))) {
    const record = await fetchWorkerRecord(relay, worker, recordTime(document.intent), fetch)
    known.set(worker, record.paidShards)
  }
  return known
}

async function replay(
  job: Bytes32,
  publication: Publication,
  verified: VerifiedJob,
  which: 'audited' | 'all',
  flags: VerifyFlags,
): Promise<Replayed> {
  const terminal = openTerminal(process.stderr)
  const root = process.cwd()
  const deps = await connectWorld({ root, env: process.env, progress: () => undefined, say: terminal.say })
  return replayAudits(publication, verified.opened, which, {
    engine: deps.engine,
    sandbox: deps.sandbox,
    layer: (layer) => fetchPublicBlob(flags.relay, job, layer.digest, layer.bytes, fetch),
    jobs: Math.max(1, availableParallelism() - 1),
    onSlice: (done, all) => {
      if (done === all || done % 10 === 0) terminal.say(`${done} of ${all} slices run again`)
    },
  })
}

function inWords(facts: {
  readonly job: Bytes32
  readonly problems: readonly Problem[]
  readonly whole: boolean
  readonly counts: VerifiedJob['counts']
  readonly replayed: { readonly slices: number; readonly unproven: number } | null
}): string[] {
  const { counts, problems, replayed } = facts
  const verdict =
    problems.length > 0 ? `${plural(problems.length, 'problem')} found` : 'everything that can be seen holds'
  return [
    `job ${facts.job}: ${verdict}`,
    `  leases   ${counts.leases}, of which ${counts.paidLeases} are paid ${counts.paidUnits} units`,
    `  results  ${counts.opened} opened and held against their roots${counts.unseen > 0 ? `, ${counts.unseen} not to be seen` : ''}`,
    `  audits   ${counts.audits}; the revealed secret picks ${counts.promisedAudits}`,
    ...(replayed === null
      ? []
      : [`  replay   ${replayed.slices} slices run again here, ${replayed.unproven} of them prove nothing`]),
    ...problems.flatMap(({ what, who, lease, text }) =>
      visibleLines(`  ✗ ${what} (${who})${lease === null ? '' : ` ${lease.slice(0, 10)}`}: ${text}`),
    ),
  ]
}
