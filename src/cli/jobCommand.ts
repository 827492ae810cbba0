import type { Command } from 'commander'
import { type Bytes32, toWire } from '../protocol/primitives.ts'
import { formatMoney } from '../report/humanUnits.ts'
import {
  addVenueFlags,
  addYesFlag,
  confirm,
  parseBytes32,
  readerFrom,
  type VenueFlags,
  writerFrom,
} from './escrowAccess.ts'
import { exitCodes } from './exitCodes.ts'

/** `fuzzburst job …`: what the escrow knows of a burst. */
export function addJobCommand(program: Command): void {
  const job = program.command('job').description('Look at a job in the escrow, or return the rest of its lock')
  const show = job
    .command('show')
    .description('Show lock, state and payouts')
    .argument('<job>', 'the job', parseBytes32)
  addVenueFlags(show).action(async (id: Bytes32, flags: VenueFlags) => {
    const escrow = readerFrom(flags)
    const view = await escrow.job(id)
    if (view === undefined) {
      process.stdout.write(flags.json ? 'null\n' : `There is no job ${id}.\n`)
      process.exitCode = exitCodes.findings
      return
    }
    const token = await escrow.token(view.account)
    const money = (units: bigint): string => formatMoney(units, token)
    const when = (seconds: number | null): string => (seconds === null ? '-' : new Date(seconds * 1_000).toISOString())
    const lines = [
      `job        ${id}`,
      `state      ${view.state}`,
      `locked     ${money(view.lockUnits)} for ${view.slots} slots and ${view.spares} spares at ${money(view.slotPriceUnits)}`,
      `settle by  ${when(view.settleBy)}`,
      `claimable  ${when(view.claimableAt)}`,
      `payable    ${money(view.totalUnits)}, of which ${money(view.claimedUnits)} is claimed`,
    ]
    process.stdout.write(flags.json ? `${toWire(view)}\n` : `${lines.join('\n')}\n`)
  })
  const close = job
    .command('close')
    .description('Return the rest of a settled or abandoned job’s lock to its account')
    .argument('<job>', 'the job', parseBytes32)
  addYesFlag(addVenueFlags(close)).action(async (id: Bytes32, flags: VenueFlags) => {
    const escrow = writerFrom(flags)
    await confirm(`Close job ${id.slice(0, 18)}?`, flags)
    const mined = await escrow.close(id)
    const text = mined === 'already-done' ? 'It was closed before.' : `Closed in ${mined.transaction}.`
    process.stdout.write(flags.json ? `${toWire({ job: id, result: mined })}\n` : `${text}\n`)
  })
}
