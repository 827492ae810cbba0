import { zRootRequest } from '../protocol/api.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { zRoot } from '../protocol/messages.ts'
import { findUnproven } from './sql/findUnproven.ts'
import { markProven } from './sql/markProven.ts'
import { readLease } from './storedDocument.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** Proofs sent in one sweep: each is a transaction. */
const PROOFS_A_SWEEP = 5

/**
 * Brings two roots that a worker signed for one lease to the chain, where its stake is. A courtesy that costs the relay gas and earns it
 * nothing; anyone who has both may do it (`fuzzburst equivocation prove`).
 */
export async function proveEquivocations(world: RelayWorld): Promise<void> {
  const { stake, database, clock, log } = world
  if (stake === null || stake.prove === null) return
  for (const row of await findUnproven(database, PROOFS_A_SWEEP)) {
    const proof = {
      lease: { message: readLease({ message: row.granted }), signature: row.leaseSignature },
      one: zRootRequest.parse(JSON.parse(row.root)),
      other: { message: zRoot.parse(JSON.parse(row.message)), signature: row.signature },
    }
    try {
      await stake.prove(proof)
      log.warn({ lease: row.lease, worker: proof.lease.message.worker }, 'two roots of a worker proven on chain')
    } catch (error) {
      // A chain that does not answer is asked again. What the contract refuses once, it refuses for ever.
      if (!isFuzzburstError(error) || error.code !== 'FB2051') throw error
      log.warn({ lease: row.lease, code: error.code }, 'two roots of a worker cannot be proven on chain')
    }
    await markProven(database, row.lease, nowSeconds(clock))
  }
}
