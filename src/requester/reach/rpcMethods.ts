/**
 * JSON-RPC methods that a fork needs, and no other: nothing that sends, signs, traces or administers. What forge 1.7.1 asks
 * for (and what `vm.rpc` and `vm.eth_getLogs` usefully may); ethereum.github.io/execution-apis.
 */
export const ALLOWED_METHODS: ReadonlySet<string> = new Set([
  ...['eth_chainId', 'eth_blockNumber', 'eth_getBlockByNumber', 'eth_getBlockByHash', 'eth_getBlockReceipts'],
  ...['eth_getBalance', 'eth_getCode', 'eth_getStorageAt', 'eth_getTransactionCount', 'eth_getProof'],
  ...['eth_getAccount', 'eth_getAccountInfo', 'eth_getTransactionByHash', 'eth_getTransactionReceipt', 'eth_getLogs'],
  ...['eth_getBlockTransactionCountByNumber', 'eth_getBlockTransactionCountByHash'],
  ...['eth_call', 'eth_gasPrice', 'eth_maxPriorityFeePerGas', 'eth_feeHistory', 'net_version', 'web3_clientVersion'],
])

/** Blocks that move while a burst runs. */
const MOVING: ReadonlySet<string> = new Set(['latest', 'pending', 'safe', 'finalized'])

/** Fields of a filter that name a block. */
const BLOCK_FIELDS = ['fromBlock', 'toBlock'] as const

/** The parameters with every moving block replaced by one number, so that all slices of a burst see the same chain. */
export function pinBlocks(params: readonly unknown[], block: string): unknown[] {
  return params.map((param) => {
    if (typeof param === 'string') return MOVING.has(param) ? block : param
    if (typeof param !== 'object' || param === null || Array.isArray(param)) return param
    const moving = BLOCK_FIELDS.filter((field) => MOVING.has(String((param as Record<string, unknown>)[field])))
    return moving.length === 0 ? param : { ...param, ...Object.fromEntries(moving.map((field) => [field, block])) }
  })
}

/** True when the parameters name a moving block. */
export function namesMovingBlock(params: readonly unknown[]): boolean {
  return JSON.stringify(pinBlocks(params, '')) !== JSON.stringify(params)
}
