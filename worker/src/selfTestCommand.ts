import { type Command, Option } from 'commander'
import { toWire } from '../../src/protocol/primitives.ts'
import type { SandboxTier } from '../../src/sandbox/sandbox.ts'
import { selfTestHere } from './selfTestHere.ts'

/** `fuzzburst-worker self-test`. */
export function addSelfTestCommand(program: Command): void {
  program
    .command('self-test')
    .description('Run the built-in campaign and print this machine’s determinism class')
    .addOption(new Option('--tier <tier>', 'Sandbox to use').choices(['bubblewrap', 'landlock']))
    .option('--json', 'Print the outcome as JSON, and nothing else')
    .action(async (flags: { tier?: SandboxTier; json?: boolean }) => {
      const { tier, report } = await selfTestHere(flags.tier)
      process.stdout.write(
        flags.json
          ? `${toWire({ v: 1, tier, ...report })}\n`
          : `self-test passed in the ${tier} tier: ${report.slices} slices, ${report.executions} executions, ` +
              `${report.cpuSeconds.toFixed(1)} s of CPU\ndeterminism class ${report.determinismClass}\n`,
      )
    })
}
