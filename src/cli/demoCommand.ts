import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { toWire } from '../protocol/primitives.ts'
import { renderTerminal } from '../report/renderTerminal.ts'
import type { Report } from '../report/report.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import { freshNonce, runBurst } from '../requester/runBurst.ts'
import { writeOutputs } from '../requester/writeOutputs.ts'
import { startDemoChain } from './demo/demoChain.ts'
import { startDemoPool } from './demo/demoPool.ts'
import { payOut } from './demo/payOut.ts'
import { exitCodeOf, exitCodes } from './exitCodes.ts'
import { type Interrupts, listenForInterrupts } from './interrupts.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const vault = fileURLToPath(new URL('../../examples/vault', import.meta.url))
/** npm's solc: the demo must not depend on what else the machine has. */
const solc = fileURLToPath(new URL('../../scripts/solc.mjs', import.meta.url))

/** A burst of about half a minute on two cores. */
const demoOptions = {
  budget: 40,
  'slice-time': 2,
  'shard-time': 6,
  workers: 2,
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
    .action(runDemo)
}

async function runDemo(project: string, flags: DemoFlags): Promise<void> {
  const terminal = openTerminal(process.stderr)
  const interrupts = listenForInterrupts(terminal.say)
  const dir = await mkdtemp(join(tmpdir(), 'fuzzburst-demo-'))
  try {
    const { report, balanced } = await demo(resolve(project), flags, dir, terminal, interrupts)
    process.exitCode = balanced
      ? exitCodeOf(report, {
          expectFindings: flags.expectFindings === true,
          allowIncomplete: false,
          stopped: interrupts.stop.aborted,
        })
      : exitCodes.failure
  } catch (error) {
    if (!interrupts.stop.aborted) throw error
    process.exitCode = exitCodes.stopped
  } finally {
    interrupts.release()
    await rm(dir, { recursive: true, force: true })
  }
}

async function demo(
  root: string,
  flags: DemoFlags,
  dir: string,
  terminal: Terminal,
  interrupts: Interrupts,
): Promise<{ report: Report; balanced: boolean }> {
  const { say } = terminal
  const chain = await startDemoChain(say)
  try {
    const pool = await startDemoPool(chain, dir, Number(flags.workers), say)
    try {
      const options = await loadOptions(root, { ...demoOptions, solc, workers: flags.workers })
      const deps = await connectWorld({
        root,
        env: process.env,
        progress: terminal.progress,
        say,
        signal: interrupts.stop,
        settleSignal: interrupts.now,
      })
      const funding = {
        relay: pool.relayUrl,
        rpcUrl: chain.anvil.rpcUrl,
        account: chain.account,
        spenderKey: chain.spenderKey,
        nonce: freshNonce(deps),
      }
      const report = await runBurst({ root, options, funding, visibility: 'public', commit: null }, deps)
      terminal.end()
      // Beside the project, where `fuzzburst replay` looks, and here, where the user is.
      for (const stateDir of new Set([deps.stateDir, resolve('.fuzzburst')])) await writeOutputs(stateDir, report)
      const color = process.stdout.isTTY === true
      process.stdout.write(
        flags.json ? `${toWire(report)}\n` : renderTerminal(report, { color, width: process.stdout.columns ?? 100 }),
      )
      const balanced = report.job === null || (await payOut(chain, report.job, say)).balanced
      say('left in .fuzzburst/: report.json, report.md, report.sarif, repro/')
      return { report, balanced }
    } finally {
      await pool.stop()
    }
  } finally {
    await chain.anvil.stop()
  }
}
