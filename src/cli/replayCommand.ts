import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { toWire } from '../protocol/primitives.ts'
import { visibleLines, visibleText } from '../report/visibleText.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import { replayFinding } from '../requester/replayFinding.ts'
import { readReport } from '../requester/writeOutputs.ts'
import { exitCodes } from './exitCodes.ts'
import { openTerminal } from './terminal.ts'

/** `fuzzburst replay F-…`: one finding, executed once on the project as it is now. */
export function addReplayCommand(program: Command): void {
  program
    .command('replay')
    .description('Execute a finding of the last report once, on the project as it is now')
    .argument('<finding>', 'id of the finding, such as F-1a2b3c4d')
    .argument('[project]', 'the project’s root', '.')
    .option('--solc <value>', 'Version or path of solc')
    .option('--profile <value>', 'Foundry profile')
    .option('--json', 'Print the result as JSON on standard output')
    .addHelpText('after', '\nExit codes: 1 the failure shows again, 0 it does not.\n')
    .action(async (id: string, project: string, flags: { solc?: string; profile?: string; json?: boolean }) => {
      const root = resolve(project)
      const options = await loadOptions(root, { solc: flags.solc, profile: flags.profile })
      const terminal = openTerminal(process.stderr)
      const report = await readReport(join(root, '.fuzzburst'))
      const deps = await connectWorld({ root, env: process.env, progress: terminal.progress, say: terminal.say })
      const { finding, replay } = await replayFinding(root, report, id, options, deps)
      if (flags.json) process.stdout.write(`${toWire({ id: finding.id, ...replay })}\n`)
      else {
        const verdict = replay.reproduced ? `fails again: ${replay.reason}` : 'does not fail any more'
        process.stdout.write(`${finding.id} ${visibleText(finding.title)}\n${visibleText(verdict)}\n\n`)
        for (const line of visibleLines(replay.trace)) process.stdout.write(`${line}\n`)
      }
      process.exitCode = replay.reproduced ? exitCodes.findings : exitCodes.passed
    })
}
