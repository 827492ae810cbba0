import type { Command } from 'commander'
import type { Address } from 'viem'
import { fetchWorkerRecord } from '../pool/fetchWorkerRecord.ts'
import { formatShare } from '../report/humanUnits.ts'
import { visibleText } from '../report/visibleText.ts'
import { PPM } from '../verify/auditPicks.ts'
import { auditRatePpm } from '../verify/credibility.ts'
import { parseAddress, print } from './escrowAccess.ts'

/** Leases that `worker show` lists one by one. */
const SHOWN = 10

/** `fuzzburst worker …`: what is publicly known of a worker. */
export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description('Look at a worker’s public record')
    .command('show')
    .description('Show what became of a worker’s leases, and how much of its next shard is audited')
    .argument('<address>', 'the worker', parseAddress)
    .requiredOption('--relay <url>', 'The relay whose record is asked for')
    .option('--json', 'Print the record as JSON on standard output')
    .action(async (worker: Address, flags: { relay: string; json?: boolean }) => {
      const record = await fetchWorkerRecord(flags.relay, worker, null, fetch)
      const ppm = auditRatePpm(0, record.paidShards)
      const { hello } = record
      const time = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')
      const outcomes = Object.entries(record.outcomes).map(([reason, count]) => `${count} ${reason}`)
      const lines = [
        `worker     ${worker}`,
        ...(hello === null
          ? ['           has never been at this relay']
          : [
              `name       ${visibleText(hello.name)}, version ${visibleText(hello.version)}, sandbox ${visibleText(hello.tier)}, seen ${time(hello.seenAt)}`,
              `class      ${hello.determinismClass}`,
            ]),
        `leases     ${outcomes.length === 0 ? 'none in settled jobs' : outcomes.join(', ')}`,
        `strike     ${record.lastStrikeAt === null ? 'none' : time(record.lastStrikeAt)}`,
        `audits     ${record.paidShards} paid shards since then: its next shard is audited at ${formatShare(ppm / PPM)} or more`,
        ...record.recent
          .slice(0, SHOWN)
          .map(({ job, slot, reason, settledAt }) => `  ${time(settledAt)} job ${job} slot ${slot}: ${reason}`),
      ]
      print(flags, { ...record, nextAuditPpm: ppm }, lines.join('\n'))
    })
}
