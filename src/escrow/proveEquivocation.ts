import { type Address, encodeFunctionData } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { connectChain } from './chainConnection.ts'
import type { WriterSettings } from './connectEscrowWriter.ts'
import { NoEquivocation } from './errors.ts'
import type { Mined } from './escrow.ts'
import { equivocationAbi } from './generated/equivocationAbi.ts'
import type { EquivocationProof } from './registry.ts'
import { createSender } from './sendTransaction.ts'
import { revertOf } from './translateRevert.ts'

/** Which contracts a proof goes to. */
export interface ProofTarget {
  readonly equivocation: Address
  readonly registry: Address
}

/**
 * Slashes who signed two roots for one lease. Costs gas and earns nothing. Safe to repeat.
 * @returns 'already-done' when this lease was proven before
 * @throws NoEquivocation, and coded FB2 errors: the chain cannot be asked, or the transaction failed
 */
export async function proveEquivocation(
  settings: WriterSettings,
  target: ProofTarget,
  proof: EquivocationProof,
): Promise<Mined | 'already-done'> {
  const connection = connectChain(settings)
  const sender = createSender(connection, settings, privateKeyToAccount(settings.key))
  const call = { abi: equivocationAbi, functionName: 'prove', args: proofArgs(target, proof) } as const
  try {
    await connection.ask((client) =>
      client.simulateContract({ ...call, address: target.equivocation, account: sender.address }),
    )
    return await sender.send({ to: target.equivocation, data: encodeFunctionData(call) })
  } catch (error) {
    const revert = revertOf(error)
    if (revert?.name === 'AlreadyProven') return 'already-done'
    if (revert === undefined) throw error
    throw new NoEquivocation(`the contract says ${revert.name}(${revert.args.map(String).join(', ')})`, error)
  }
}

function proofArgs({ registry }: ProofTarget, { lease, one, other }: EquivocationProof) {
  const leaseArgs = { ...lease.message, expires: BigInt(lease.message.expires) }

  return [registry, leaseArgs, lease.signature, one.message, one.signature, other.message, other.signature] as const
}
