import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
} from 'viem'
import { isFuzzburstError } from '../protocol/errors.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { ChainConnection } from './chainConnection.ts'
import type { EscrowReader, Mined } from './escrow.ts'
import { escrowAbi } from './generated/escrowAbi.ts'
import type { Sender } from './sendTransaction.ts'
import { revertOf, translateRevert } from './translateRevert.ts'

type WriteName = ContractFunctionName<typeof escrowAbi, 'nonpayable'>

/**
 * Sends a call of the escrow, after asking the node whether it would go through.
 * @param account whose token names amounts in errors
 * @param done an error of the contract that says that somebody did this before
 * @returns 'already-done' when the contract refuses with that error
 */
export type WriteCall = <N extends WriteName>(
  account: Bytes32,
  functionName: N,
  args: ContractFunctionArgs<typeof escrowAbi, 'nonpayable', N>,
  done?: string,
) => Promise<Mined | 'already-done'>

/** Calls of an escrow from one key, with refusals in the caller's words. */
export function writeCalls(connection: ChainConnection, sender: Sender, reader: EscrowReader): WriteCall {
  const escrow: Address = connection.venue.escrow
  const nameless = (account: Bytes32) => ({
    account,
    token: { symbol: 'units', decimals: 0 },
    sender: sender.address,
  })
  return async (account, functionName, args, done) => {
    const ask = () =>
      connection.ask((client) =>
        client.simulateContract({
          address: escrow,
          abi: escrowAbi as Abi,
          functionName: functionName as string,
          args: args as readonly unknown[],
          account: sender.address,
        }),
      )
    try {
      await ask()
      const data = encodeFunctionData({ abi: escrowAbi, functionName, args } as EncodeFunctionDataParameters)
      return await sender.send({ to: escrow, data }).catch(async (error: unknown) => {
        // Somebody may have done it in the same block: then the contract now says so.
        if (isFuzzburstError(error) && error.code === 'FB2007') await ask()
        throw error
      })
    } catch (error) {
      const revert = revertOf(error)
      if (done !== undefined && revert?.name === done) return 'already-done'
      if (revert === undefined && translateRevert(error, nameless(account)) === undefined) throw error
      const view = await reader.account(account)
      throw translateRevert(error, { ...nameless(account), ...(view && { token: view.token }) }) ?? error
    }
  }
}
