import {
  type Address,
  BaseError,
  createWalletClient,
  type Hex,
  http,
  NonceTooLowError,
  type TransactionReceipt,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import type { ChainConnection, ChainSettings } from './chainConnection.ts'
import { confirmTransaction, firstReceipt } from './confirmTransaction.ts'
import { TransactionFailed } from './errors.ts'
import type { Mined } from './escrow.ts'

/** Seconds that a transaction may wait before it is sent again with a higher fee. */
const PATIENCE_SECONDS = 60
/** Times that the fee is raised before giving up; the last one pays (5/4)^4 = 2.4 times the first. */
const FEE_RAISES = 4
/** Times that a reorganisation may take a transaction away before this gives up on the chain. */
const DROPS = 10
/** Nodes replace a waiting transaction only for a fee at least 10% higher (geth's txpool.pricebump). */
const raised = (fee: bigint) => (fee * 5n) / 4n + 1n
/** Gas beyond the estimate, in percent: another transaction may change storage in between. */
const GAS_MARGIN_PERCENT = 20n

/** What is called, and with what. */
interface Call {
  readonly to: Address
  readonly data: Hex
}

/** Sends calls from one key, one after another. */
export interface Sender {
  readonly address: Address
  /**
   * Sends a call and waits for its confirmations. A stuck one is sent again with a higher fee and the same nonce; one that a
   * reorganisation dropped is sent again as it is. Of all that share a nonce, only one can ever be mined.
   * @throws TransactionFailed when it reverts or is never mined; viem's errors when the estimate already fails.
   */
  send(call: Call): Promise<Mined>
}

/** One nonce and everything that was sent with it. */
interface Attempt {
  readonly nonce: number
  readonly gas: bigint
  readonly sent: Hex[]
  maxFeePerGas: bigint
  maxPriorityFeePerGas: bigint
}

/** A sender with a key of its own. Two senders of one key in different processes race for nonces and try again. */
export function createSender(
  connection: ChainConnection,
  settings: ChainSettings & { readonly patienceSeconds?: number },
  key: PrivateKeyAccount,
): Sender {
  const { client } = connection
  const wallet = createWalletClient({
    account: key,
    chain: client.chain!,
    transport: settings.transport ?? http(settings.rpcUrl, { retryCount: 2 }),
  })
  const patience = {
    confirmations: settings.confirmations ?? 1,
    waitMs: (settings.patienceSeconds ?? PATIENCE_SECONDS) * 1_000,
    pollingMs: settings.pollingMs ?? 1_000,
  }
  let last: Promise<unknown> = Promise.resolve()

  /** Estimated anew for each nonce: when another process did the same meanwhile, the contract says so here. */
  async function begin(call: Call): Promise<Attempt> {
    const [estimate, nonce, fees] = await Promise.all([
      client.estimateGas({ account: key.address, ...call }),
      client.getTransactionCount({ address: key.address, blockTag: 'pending' }),
      client.estimateFeesPerGas(),
    ])
    return { nonce, gas: estimate + (estimate * GAS_MARGIN_PERCENT) / 100n, sent: [], ...fees }
  }

  /** @returns false when another transaction has the nonce, and none of ours */
  async function broadcast(call: Call, { sent, ...attempt }: Attempt): Promise<boolean> {
    try {
      const hash = await wallet.sendTransaction({ ...call, ...attempt })
      if (!sent.includes(hash)) sent.push(hash)
      return true
    } catch (error) {
      if (!isNonceTaken(error)) throw error
      // One of ours waits or was mined meanwhile, or another process of the same key took the nonce.
      if (sent.length === 0) return false
      const next = await client.getTransactionCount({ address: key.address, blockTag: 'latest' })
      return next <= attempt.nonce || (await firstReceipt(client, sent)) !== undefined
    }
  }

  async function submit(call: Call): Promise<Mined> {
    let attempt = await begin(call)
    let drops = 0
    for (let raises = 0; raises <= FEE_RAISES; ) {
      if (!(await broadcast(call, attempt))) {
        attempt = await begin(call)
        raises += 1
        continue
      }
      const confirmation = await confirmTransaction(client, attempt.sent, patience)
      if (confirmation.end === 'confirmed') return mined(confirmation.receipt)
      if (confirmation.end === 'dropped' && drops < DROPS) {
        drops += 1
        continue
      }
      raises += 1
      attempt.maxFeePerGas = raised(attempt.maxFeePerGas)
      attempt.maxPriorityFeePerGas = raised(attempt.maxPriorityFeePerGas)
    }
    const hash = attempt.sent.at(-1) ?? 'never sent'
    throw new TransactionFailed('The transaction was not mined, even with a higher fee', hash)
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
  return /replacement transaction underpriced|already known|already imported/i.test(error.details)
}

function mined(receipt: TransactionReceipt): Mined {
  if (receipt.status !== 'success')
    throw new TransactionFailed('The transaction was mined but reverted', receipt.transactionHash)
  return { transaction: receipt.transactionHash, gasUsed: receipt.gasUsed }
}
