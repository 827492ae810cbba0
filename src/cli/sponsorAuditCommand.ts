import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { createForgeEngine } from '../engines/forge/forgeEngine.ts'
import { findForge } from '../engines/forge/program.ts'
import { RelayRefused } from '../pool/errors.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { zBytes32 } from '../protocol/primitives.ts'
import { forgeWhere } from '../requester/connectWorld.ts'
import { auditSponsoredJob, type SponsorAuditWorld } from '../requester/sponsorAudit.ts'
import { openSandbox } from '../sandbox/openSandbox.ts'
import { PPM } from '../verify/auditPicks.ts'
import { runSelfTest } from '../verify/selfTest.ts'
import { parseCount, print } from './escrowAccess.ts'
import { listenForInterrupts } from './interrupts.ts'
import { openRelaySession, sleep } from './relaySession.ts'
import { openTerminal } from './terminal.ts'

/** Milliseconds between two questions for work when there is none. */
const ASK_EVERY_MS = 5_000
const KEY_VARIABLE = 'FUZZBURST_AUDITOR_KEY'

interface AuditFlags {
  readonly relay: string
  readonly rate: number
  readonly jobs?: number
  readonly once?: boolean
  readonly json?: boolean
}

/** `fuzzburst sponsor audit`: runs slices of sponsored jobs again before they are paid. */
export function addAudit(parent: Command): void {
  parent
    .command('audit')
    .description(
      `Audit sponsored jobs, with the key in ${KEY_VARIABLE}: the sponsor pays only what this finds in order`,
    )
    .requiredOption('--relay <url>', 'the relay that the sponsor pays at')
    .option('--rate <share>', 'share of the slices that are run again; at least one of every lease is', parseShare, 0.1)
    .option('--jobs <n>', 'slices that may run at once; one for each core when not given', parseCount)
    .option('--once', 'end when no job waits')
    .option('--json', 'Print each job’s verdict as one line of JSON on standard output')
    .action(audit)
}

function parseShare(text: string): number {
  const share = Number(text)
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError('Expected a share such as 0.1.')
  return share
}

async function audit(flags: AuditFlags): Promise<void> {
  const terminal = openTerminal(process.stderr)
  const interrupts = listenForInterrupts(terminal.say)
  const { stop } = interrupts
  try {
    const { auditor } = await openRelaySession(flags.relay, KEY_VARIABLE, stop)
    const engine = await createForgeEngine(await findForge(forgeWhere(process.env)))
    const sandbox = await openSandbox({})
    const { determinismClass: ownClass } = await runSelfTest(engine, sandbox)
    const world: SponsorAuditWorld = {
      ...{ engine, sandbox, ownClass },
      jobs: flags.jobs ?? availableParallelism(),
      ratePpm: Math.round(flags.rate * PPM),
      secret: zBytes32.parse(process.env[KEY_VARIABLE]),
      say: terminal.say,
      signal: stop,
    }
    while (!stop.aborted) {
      const task = await orNothing(() => auditor.nextAudit(), terminal.say)
      if (task === undefined) {
        if (flags.once) return
        await sleep(ASK_EVERY_MS, stop)
        continue
      }
      const leases = await orNothing(() => auditSponsoredJob(task, auditor, world), terminal.say)
      // Half an audit is none: the job goes to the next auditor that asks.
      if (leases === undefined || stop.aborted) continue
      const { job } = task.job
      const verdict = await orNothing(() => auditor.audit(job, leases), terminal.say)
      if (verdict !== undefined) print(flags, { job, ...verdict, leases }, `job ${job}: ${verdict.verdict}`)
    }
  } finally {
    interrupts.release()
  }
}

/** One job that cannot be audited must not keep the others: what failed is said, and tried again when it comes up again. */
async function orNothing<T>(work: () => Promise<T>, say: (line: string) => void): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!isFuzzburstError(error) || isForGood(error)) throw error
    say(`${error.code}: ${error.summary}`)
    return undefined
  }
}

/** This key is no auditor here: no other job changes that. */
function isForGood(error: unknown): boolean {
  return error instanceof RelayRefused && ['FB3050', 'FB3060'].includes(error.relayCode)
}
