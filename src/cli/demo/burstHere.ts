import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toWire } from '../../protocol/primitives.ts'
import { renderTerminal } from '../../report/renderTerminal.ts'
import type { Report } from '../../report/report.ts'
import { connectWorld } from '../../requester/connectWorld.ts'
import { loadOptions } from '../../requester/loadOptions.ts'
import { freshNonce, runBurst } from '../../requester/runBurst.ts'
import { writeOutputs } from '../../requester/writeOutputs.ts'
import { exitCodeOf, exitCodes } from '../exitCodes.ts'
import { type Interrupts, listenForInterrupts } from '../interrupts.ts'
import { openTerminal, type Terminal } from '../terminal.ts'
import { startDemoChain } from './demoChain.ts'
import { startDemoPool } from './demoPool.ts'
import { payOut } from './payOut.ts'

/** npm's solc: what runs here must not depend on what else the machine has. */
const solc = fileURLToPath(new URL('../../../scripts/solc.mjs', import.meta.url))

/** A burst through a chain, a relay and workers that live only for it. */
export interface BurstHere {
  readonly root: string
  /** Options as flags would give them. */
  readonly options: Readonly<Record<string, unknown>>
  /** Worker processes, of one slot each. */
  readonly workers: number
  readonly expectFindings: boolean
  /** Print the report as JSON, and nothing else, on standard output. */
  readonly json: boolean
}

/**
 * Bursts a project on this machine alone, prints progress and verdict, pays its workers, and ends every process it started.
 * @returns the exit code: that of the report, or a failure when the money does not add up
 */
export async function burstHere(request: BurstHere): Promise<number> {
  const terminal = openTerminal(process.stderr)
  const interrupts = listenForInterrupts(terminal.say)
  const dir = await mkdtemp(join(tmpdir(), 'fuzzburst-demo-'))
  try {
    const { report, balanced } = await burst(request, dir, terminal, interrupts)
    if (!balanced) return exitCodes.failure
    const { expectFindings } = request
    return exitCodeOf(report, { expectFindings, allowIncomplete: false, stopped: interrupts.stop.aborted })
  } catch (error) {
    if (!interrupts.stop.aborted) throw error
    return exitCodes.stopped
  } finally {
    interrupts.release()
    await rm(dir, { recursive: true, force: true })
  }
}

async function burst(
  { root, workers, json, ...request }: BurstHere,
  dir: string,
  terminal: Terminal,
  interrupts: Interrupts,
): Promise<{ report: Report; balanced: boolean }> {
  const { say } = terminal
  const chain = await startDemoChain(say)
  try {
    const pool = await startDemoPool(chain, dir, workers, say)
    try {
      const options = await loadOptions(root, { ...request.options, solc, workers: String(workers) })
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
        json ? `${toWire(report)}\n` : renderTerminal(report, { color, width: process.stdout.columns ?? 100 }),
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
