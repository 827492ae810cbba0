import { resolve } from 'node:path'
import type { Command } from 'commander'
import { toWire } from '../protocol/primitives.ts'
import { renderPlan } from '../report/renderPlan.ts'
import { connectWorld } from '../requester/connectWorld.ts'
import { loadOptions } from '../requester/loadOptions.ts'
import { planBurst } from '../requester/planBurst.ts'
import { addBurstFlags, flagOverrides } from './burstFlags.ts'
import { listenForInterrupts } from './interrupts.ts'
import { openTerminal } from './terminal.ts'

/** `fuzzburst plan`: what a burst would do, send and leave out. */
export function addPlanCommand(program: Command): void {
  const command = program
    .command('plan')
    .description('Show what a burst would run and which files would ship; sends and spends nothing')
    .argument('[project]', 'the project’s root', '.')
    .option('--json', 'Print the plan as JSON, and nothing else, on standard output')
  addBurstFlags(command).action(async (project: string, flags: Record<string, unknown> & { json?: boolean }) => {
    const root = resolve(project)
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
      })
      const offer = { slotPriceUnits: 0n, finderReserveUnits: 0n, maxSpendUnits: null, relayerFeeCapUnits: 0n }
      const view = await planBurst(root, options, offer, deps)
      process.stdout.write(flags.json ? `${toWire(view.plan)}\n` : renderPlan(view))
    } finally {
      interrupts.release()
    }
  })
}
