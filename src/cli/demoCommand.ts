import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { burstHere } from './demo/burstHere.ts'

const vault = fileURLToPath(new URL('../../examples/vault', import.meta.url))

/** A burst of about half a minute on two cores. */
const demoOptions = {
  budget: 40,
  'slice-time': 2,
  'shard-time': 6,
  'audit-rate': 0.1,
  'slot-price': '0.02',
  'finder-reward': '0.05',
  'finder-reserve': '0.5',
}

interface DemoFlags {
  readonly expectFindings?: boolean
  readonly json?: boolean
  readonly workers: string
}

/** `fuzzburst demo`: the whole system on this machine, on a chain that costs nothing. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('Start a chain, a relay and two workers here, and burst a vault with planted bugs through them')
    .argument('[project]', 'the project to burst', vault)
    .option('--expect-findings', 'Exit 0 when there are findings, 1 when there are none')
    .option('--workers <n>', 'worker processes', '2')
    .option('--json', 'Print the report as JSON, and nothing else, on standard output')
    .action(async (project: string, flags: DemoFlags) => {
      process.exitCode = await burstHere({
        root: resolve(project),
        options: demoOptions,
        workers: Number(flags.workers),
        expectFindings: flags.expectFindings === true,
        json: flags.json === true,
      })
    })
}
