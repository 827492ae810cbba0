import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { toWire } from '../../src/protocol/primitives.ts'
import { openSandbox } from '../../src/sandbox/openSandbox.ts'
import type { SandboxTier } from '../../src/sandbox/sandbox.ts'
import { openEngine } from './openEngine.ts'
import { runSelfTest } from './selfTest.ts'
import { selfTestDir } from './selfTestDir.ts'

/** `fuzzburst-worker self-test`. */
export function addSelfTestCommand(program: Command): void {
  program
    .command('self-test')
    .description('Run the built-in campaign and print this machine’s determinism class')
    .addOption(new Option('--tier <tier>', 'Sandbox to use').choices(['bubblewrap', 'landlock']))
    .option('--json', 'Print the outcome as JSON, and nothing else')
    .action(async (flags: { tier?: SandboxTier; json?: boolean }) => {
      const sandbox = await openSandbox(flags.tier === undefined ? {} : { tier: flags.tier })
      const world = { platform: `${process.platform}-${process.arch}`, env: process.env }
      const engine = await openEngine(join(tmpdir(), 'fuzzburst-engines'), world)
      const report = await runSelfTest(selfTestDir, engine, sandbox)
      process.stdout.write(
        flags.json
          ? `${toWire({ v: 1, tier: sandbox.tier, ...report })}\n`
          : `self-test passed in the ${sandbox.tier} tier: ${report.slices} slices, ${report.executions} executions, ` +
              `${report.cpuSeconds.toFixed(1)} s of CPU\ndeterminism class ${report.determinismClass}\n`,
      )
    })
}
