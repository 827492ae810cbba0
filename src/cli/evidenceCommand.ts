import type { Command } from 'commander'
import { jobId, leaseId } from '../protocol/messages.ts'
import { toWire } from '../protocol/primitives.ts'
import { visibleLines } from '../report/visibleText.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { type EvidenceReport, readEvidence, replayEvidence, rootName } from '../requester/readEvidence.ts'
import { WrongArgument } from './errors.ts'
import { exitCodes } from './exitCodes.ts'
import { openTerminal } from './terminal.ts'

interface EvidenceFlags {
  readonly replay?: boolean
  readonly relay?: string
  readonly json?: boolean
}

/** `fuzzburst evidence FILE`: what a burst kept of a slice or a lease that did not agree, and what it is worth. */
export function addEvidenceCommand(program: Command): void {
  program
    .command('evidence')
    .description('Check a piece of evidence: what happened, which signatures hold, and, with --replay, who is right')
    .argument('<file>', 'evidence as a burst keeps it under .fuzzburst/evidence/')
    .option('--replay', 'Run the slice again here; needs --relay, which has the layers')
    .option('--relay <url>', 'The relay that carried the job')
    .option('--json', 'Print the result as JSON on standard output')
    .addHelpText(
      'after',
      '\nExit codes: 0 it is sound, 1 it shows nothing or a re-run refutes it, 3 this machine cannot say.\n',
    )
    .action(show)
}

async function show(file: string, flags: EvidenceFlags): Promise<void> {
  if (flags.replay && flags.relay === undefined)
    throw new WrongArgument('--replay needs --relay: layers come from there.')
  const read = await readEvidence(file)
  const report = flags.replay ? await replayHere(read, flags.relay!) : read
  process.stdout.write(flags.json ? `${toWire(factsOf(report))}\n` : `${inWords(report).join('\n')}\n`)
  process.exitCode = {
    broken: exitCodes.findings,
    refuted: exitCodes.findings,
    open: exitCodes.incomplete,
    accusation: exitCodes.passed,
    proof: exitCodes.passed,
  }[report.worth]
}

async function replayHere(report: EvidenceReport, relay: string): Promise<EvidenceReport> {
  const terminal = openTerminal(process.stderr)
  const root = process.cwd()
  const deps = await connectWorld({ root, env: process.env, progress: () => undefined, say: terminal.say })
  return replayEvidence(report, relay, deps, fetch)
}

const kinds: Readonly<Record<EvidenceReport['evidence']['kind'], string>> = {
  'audit-mismatch': 'two re-runs of a slice agree with each other and not with what its worker signed',
  nondeterminism: 'two re-runs of a slice disagree: the engine is not bit-exact there, and nobody is accused',
  equivocation: 'a worker signed two different roots for one lease',
}

const worths: Readonly<Record<EvidenceReport['worth'], string>> = {
  broken: 'It shows nothing',
  accusation: 'It is sound as an accusation; whether the claim is wrong, a re-run says (--replay)',
  proof: 'It is proven',
  refuted: 'It is refuted: the worker was right',
  open: 'This machine cannot tell',
}

function factsOf({ worth, evidence, text, holds, digest }: EvidenceReport) {
  const { intent, lease, venue, kind } = evidence
  const { worker, slot } = lease.message
  const named = { job: jobId(intent), lease: leaseId(lease.message), root: rootName(evidence) }
  const k = evidence.kind === 'equivocation' ? null : evidence.k
  return { v: 1, worth, kind, text, holds, digest, venue, ...named, worker, slot, k }
}

function inWords(report: EvidenceReport): string[] {
  const { kind, job, lease, worker, k, root } = factsOf(report)
  return [
    `${kind}: ${kinds[kind]}`,
    `  job      ${job}`,
    `  lease    ${lease}${k === null ? '' : `, slice ${k}`}`,
    `  worker   ${worker}`,
    `  root     ${root}`,
    `  file     sha256 ${report.digest}`,
    ...report.holds.map((line) => `  ✓ ${line}`),
    ...visibleLines(`${worths[report.worth]}: ${report.text}`),
  ]
}
