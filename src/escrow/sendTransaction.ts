import {
  type Address,
  BaseError,
  createWalletClient,
  type Hex,
  http,
  NonceTooLowError,
  type TransactionReceipt,
  WaitForTransactionReceiptTimeoutError,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { ChainConnection, ChainSettings } from './chainConnection.ts'
import { TransactionFailed } from './errors.ts'
import type { Mined } from './escrow.ts'

/** Seconds that a transaction may wait before it is sent again with a higher fee. */
const PATIENCE_SECONDS = 60
/** Times that the fee is raised before giving up; the last one pays (5/4)^4 = 2.4 times the first. */
const FEE_RAISES = 4
/** Nodes replace a waiting transaction only for a fee at least 10% higher (geth's txpool.pricebump). */
const raised = (fee: bigint) => (fee * 5n) / 4n + 1n
/** Gas beyond the estimate, in percent: another transaction may change storage in between. */
const GAS_MARGIN_PERCENT = 20n

/** Sends calls from one key, one after another. */
export interface Sender {
  readonly address: Address
  /**
   * Sends a call and waits for its confirmations; a stuck one is sent again with a higher fee and the same nonce.
   * @throws TransactionFailed when it reverts or is never mined; viem's errors when the estimate already fails.
   */
  send(call: { to: Address; data: Hex }): Promise<Mined>
}

/** A sender with a key of its own. Two senders of one key in different processes race for nonces and try again. */
export function createSender(
  connection: ChainConnection,
  settings: ChainSettings & { readonly patienceSeconds?: number },
  key: PrivateKeyAccount,
): Sender {
  const wallet = createWalletClient({
    account: key,
    chain: connection.client.chain!,
    transport: settings.transport ?? http(settings.rpcUrl, { retryCount: 2 }),
  })
  const timeout = (settings.patienceSeconds ?? PATIENCE_SECONDS) * 1000
  let last: Promise<unknown> = Promise.resolve()

  async function submit(call: { to: Address; data: Hex }): Promise<Mined> {
    const { client } = connection
    const estimate = await client.estimateGas({ account: key.address, ...call })
    const gas = estimate + (estimate * GAS_MARGIN_PERCENT) / 100n
    let { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas()
    let nonce = await client.getTransactionCount({ address: key.address, blockTag: 'pending' })
    const sent: Hex[] = []
    for (let attempt = 0; attempt <= FEE_RAISES; attempt++) {
      try {
        sent.push(await wallet.sendTransaction({ ...call, gas, nonce, maxFeePerGas, maxPriorityFeePerGas }))
      } catch (error) {
        if (!isNonceTaken(error)) throw error
        // Either one of ours was mined meanwhile, or another process of the same key took the nonce.
        if (sent.length === 0) {
          nonce = await client.getTransactionCount({ address: key.address, blockTag: 'pending' })
          continue
        }
      }
      const receipt = await firstReceipt(sent)
      if (receipt !== undefined) return mined(receipt)
      maxFeePerGas = raised(maxFeePerGas)
      maxPriorityFeePerGas = raised(maxPriorityFeePerGas)
    }
    throw new TransactionFailed('The transaction was not mined, even with a higher fee', sent.at(-1) ?? 'never sent')
  }

  /** The receipt of whichever of the attempts was mined; undefined when patience ends first. */
  async function firstReceipt(sent: readonly Hex[]): Promise<TransactionReceipt | undefined> {
    const results = await Promise.allSettled(
      sent.map((hash) =>
        connection.client.waitForTransactionReceipt({
          hash,
          timeout,
          confirmations: settings.confirmations ?? 1,
          checkReplacement: false,
        }),
      ),
    )
    for (const result of results) if (result.status === 'fulfilled') return result.value
    for (const result of results)
      if (result.status === 'rejected' && !(result.reason instanceof WaitForTransactionReceiptTimeoutError))
        throw result.reason
    return undefined
  }

  return {
    address: key.address,
    send(call) {
      // One at a time: nonces of one key are a queue.
      const next = last.then(() => connection.ask(() => submit(call)))
      last = next.catch(() => undefined)
      return next
    },
  }
}

/** True when another transaction of the key has this nonce, mined or waiting. Nodes have no common code for the latter. */
function isNonceTaken(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false
  if (error.walk((inner) => inner instanceof NonceTooLowError) !== null) return true
  return /replacement transaction underpriced|already known/i.test(error.details)
}

function mined(receipt: TransactionReceipt): Mined {
  if (receipt.status !== 'success')
    throw new TransactionFailed('The transaction was mined but reverted', receipt.transactionHash)
  return { transaction: receipt.transactionHash, gasUsed: receipt.gasUsed }
}
