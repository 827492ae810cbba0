import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { isFuzzburstError } from '../protocol/errors.ts'
import { toWire } from '../protocol/primitives.ts'
import { printedError } from '../report/printedError.ts'
import { renderTerminal } from '../report/renderTerminal.ts'
import type { BurstRequest } from '../requester/burstRequest.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { SpenderKeyMissing } from '../requester/errors.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import { loadJob } from '../requester/projectState.ts'
import { readSpenderKey } from '../requester/readSpenderKey.ts'
import { freshNonce, resumeBurst, runBurst } from '../requester/runBurst.ts'
import { writeOutputs } from '../requester/writeOutputs.ts'
import { addBurstFlags, flagOverrides } from './burstFlags.ts'
import { exitCodeOf, exitCodes } from './exitCodes.ts'
import { listenForInterrupts } from './interrupts.ts'
import { openTerminal } from './terminal.ts'

interface RunFlags extends Record<string, unknown> {
  readonly local?: boolean
  readonly json?: boolean
  readonly resume?: string
  readonly expectFindings?: boolean
  readonly public?: boolean
  readonly commit?: string
  readonly tier?: 'bubblewrap' | 'landlock'
}

/** `fuzzburst run`: one burst of one project. */
export function addRunCommand(program: Command): void {
  const command = program
    .command('run')
    .description('Fuzz a Foundry project: here (--local), or through a pool')
    .argument('[project]', 'the project’s root', '.')
    .option('--local', 'Run everything on this machine; needs no pool, chain or money')
    .option('--resume <job>', 'Take up a job that an earlier process opened')
    .option('--expect-findings', 'Exit 0 when there are findings, 1 when there are none')
    .option('--public', 'The repository is public: its code may go to a public pool')
    .option('--commit <sha>', 'Commit to name in the report')
    .option('--json', 'Print the report as JSON, and nothing else, on standard output')
    .addOption(new Option('--tier <tier>', 'Sandbox to use').choices(['bubblewrap', 'landlock']))
  addBurstFlags(command).action((project: string, flags: RunFlags) => run(resolve(project), flags))
}

async function run(root: string, flags: RunFlags): Promise<void> {
  const options = await loadOptions(root, flagOverrides(flags))
  const terminal = openTerminal(process.stderr)
  const interrupts = listenForInterrupts(terminal.say)
  try {
    const deps = await connectWorld({
      root,
      env: process.env,
      progress: terminal.progress,
      say: terminal.say,
      signal: interrupts.stop,
      settleSignal: interrupts.now,
      ...(flags.tier && { tier: flags.tier }),
    })
    const common = {
      root,
      options,
      visibility: flags.public ? 'public' : 'private',
      commit: flags.commit ?? null,
    } as const
    const pool = flags.local ? undefined : options.pool
    const saved = flags.resume === undefined ? undefined : await loadJob(deps.trustedDir, flags.resume)
    const relay = saved?.relay ?? pool?.relay
    const spenderKey = relay === undefined ? undefined : await readSpenderKey(process.env)
    if (relay !== undefined && spenderKey === undefined) throw new SpenderKeyMissing()
    const funding: BurstRequest['funding'] =
      relay === undefined || spenderKey === undefined
        ? null
        : {
            relay,
            rpcUrl: pool?.['rpc-url'] ?? null,
            account: pool?.account ?? null,
            spenderKey,
            nonce: saved?.nonce ?? freshNonce(deps),
          }
    const report =
      saved !== undefined && funding !== null
        ? await resumeBurst({ ...common, funding }, saved, deps)
        : await runBurst({ ...common, funding }, deps)
    terminal.end()
    await writeOutputs(deps.stateDir, report)
    const color = process.stdout.isTTY === true
    process.stdout.write(
      flags.json ? `${toWire(report)}\n` : renderTerminal(report, { color, width: process.stdout.columns ?? 100 }),
    )
    process.exitCode = exitCodeOf(report, {
      expectFindings: flags.expectFindings === true,
      allowIncomplete: options['allow-incomplete'],
      stopped: interrupts.stop.aborted,
    })
  } catch (error) {
    if (!interrupts.stop.aborted) throw error
    if (isFuzzburstError(error)) process.stderr.write(`${printedError(error)}\n`)
    process.exitCode = exitCodes.stopped
  } finally {
    interrupts.release()
  }
}
