import type { z } from 'zod'
import type { zOpenRequest, zTransactionResponse } from '../protocol/api.ts'
import type { JobId } from '../protocol/primitives.ts'
import { NothingSubmitted } from './jobErrors.ts'
import type { RelayWorld, Submitter } from './world.ts'

type Submitted = z.output<typeof zTransactionResponse>

function requireSubmitter(world: RelayWorld): Submitter {
  if (world.pool.kind === 'private') throw new NothingSubmitted('a private pool has no chain')
  if (world.submitter === null) throw new NothingSubmitted('it has no key that pays gas')
  return world.submitter
}

/**
 * Opens a job on chain for a requester without gas. Safe to repeat.
 * @throws NothingSubmitted, and the escrow's own coded errors
 */
export async function submitOpen(world: RelayWorld, request: z.output<typeof zOpenRequest>): Promise<Submitted> {
  const { writer, feeUnits } = requireSubmitter(world)
  const { intent, signature } = request
  // One half for the open, one for the settlement.
  if (intent.relayerFeeCap < 2n * feeUnits)
    throw new NothingSubmitted(`the fee cap of ${intent.relayerFeeCap} units is below twice its fee of ${feeUnits}`)
  await writer.checkOpen(intent, signature)
  const mined = await writer.open(intent, signature, undefined, feeUnits)
  if (mined === 'already-done') return { transaction: null, alreadyDone: true }
  return { transaction: mined.transaction, alreadyDone: false }
}

/** Returns the rest of a settled job's lock to its account. Safe to repeat. @throws NothingSubmitted, and the escrow's own coded errors */
export async function submitClose(world: RelayWorld, job: JobId): Promise<Submitted> {
  const { writer } = requireSubmitter(world)
  const mined = await writer.close(job)
  if (mined === 'already-done') return { transaction: null, alreadyDone: true }
  return { transaction: mined.transaction, alreadyDone: false }
}
