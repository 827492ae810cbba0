import type { Command } from 'commander'
import { findForge } from '../engines/forge/program.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { printedError } from '../report/printedError.ts'
import { forgeWhere } from '../requester/connectWorld.ts'
import { probeTiers } from '../sandbox/probeTiers.ts'
import { exitCodes } from './exitCodes.ts'

/** `fuzzburst doctor`: what this machine has of what a burst needs. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Check what this machine has of what a burst needs')
    .option('--json', 'Print the findings as JSON on standard output')
    .action(async (flags: { json?: boolean }) => {
      const tiers = await probeTiers()
      const engine = await findForge(forgeWhere(process.env)).then(
        (forge) => ({ works: true, text: `forge ${forge.program.version}` }),
        (error: unknown) => {
          if (!isFuzzburstError(error)) throw error
          return { works: false, text: printedError(error) }
        },
      )
      const works = engine.works && tiers.some((tier) => tier.works)
      if (flags.json) process.stdout.write(`${JSON.stringify({ works, node: process.version, engine, tiers })}\n`)
      else {
        const mark = (ok: boolean): string => (ok ? 'ok  ' : 'no  ')
        process.stdout.write(`${mark(true)}Node ${process.version}\n${mark(engine.works)}${engine.text}\n`)
        for (const tier of tiers) {
          process.stdout.write(`${mark(tier.works)}sandbox tier ${tier.tier}${tier.works ? '' : `: ${tier.why}`}\n`)
          if (tier.works) for (const line of tier.holds) process.stdout.write(`      ${line}\n`)
        }
      }
      process.exitCode = works ? exitCodes.passed : exitCodes.failure
    })
}
