import { type Hex, type PublicClient, type TransactionReceipt, TransactionReceiptNotFoundError } from 'viem'

/** How long, and how deep, transactions are waited for. */
export interface Patience {
  /** Blocks on top of a transaction, its own included, before it counts. */
  readonly confirmations: number
  /** Milliseconds that none of them may be in any block. */
  readonly waitMs: number
  /** Milliseconds between two looks. */
  readonly pollingMs: number
}

/** How waiting ended. `dropped`: one of them was in a block that a reorganisation took away. */
export type Confirmation =
  | { readonly end: 'confirmed'; readonly receipt: TransactionReceipt }
  | { readonly end: 'waited' }
  | { readonly end: 'dropped' }

/**
 * Waits until one of several transactions of one nonce is deep enough. Receipts are asked for anew at every look: one that was seen
 * before may stand in a block that is no more.
 */
export async function confirmTransaction(
  client: PublicClient,
  hashes: readonly Hex[],
  patience: Patience,
): Promise<Confirmation> {
  let seenInBlock = false
  let patientUntil = performance.now() + patience.waitMs
  for (;;) {
    // The height first: a block that comes in between makes a receipt look less deep, never deeper than it is.
    const height = await client.getBlockNumber({ cacheTime: 0 })
    const receipt = await firstReceipt(client, hashes)
    if (receipt !== undefined) {
      if (height - receipt.blockNumber + 1n >= BigInt(patience.confirmations)) return { end: 'confirmed', receipt }
      seenInBlock = true
      patientUntil = performance.now() + patience.waitMs
    } else if (seenInBlock) {
      return { end: 'dropped' }
    } else if (performance.now() >= patientUntil) {
      return { end: 'waited' }
    }
    await new Promise((resolve) => setTimeout(resolve, patience.pollingMs))
  }
}

/** The receipt of whichever of them is in a block now. */
export async function firstReceipt(
  client: PublicClient,
  hashes: readonly Hex[],
): Promise<TransactionReceipt | undefined> {
  for (const hash of hashes) {
    try {
      return await client.getTransactionReceipt({ hash })
    } catch (error) {
      if (!(error instanceof TransactionReceiptNotFoundError)) throw error
    }
  }
  return undefined
}
