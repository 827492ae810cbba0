import { isAddressEqual, type PublicClient, zeroAddress } from 'viem'
import type { JobId, LeaseId } from '../protocol/primitives.ts'
import type { ChainConnection } from './chainConnection.ts'
import type { ContestView, DisputeReader, PostView } from './disputes.ts'
import { escrowAbi } from './generated/escrowAbi.ts'

/** IEscrow.PostState, in its order. */
const postStates = ['none', 'posted', 'burned', 'struck', 'paid'] as const
/** Blocks in one question for logs: public endpoints refuse more (the strictest common limit is 2,000; Ankr, thirdweb, QuickNode). */
const BLOCKS_PER_QUESTION = 2_000n

/** Reads contests and default claims over an open connection. */
export function readDisputes(connection: ChainConnection): DisputeReader {
  const contract = { address: connection.venue.escrow, abi: escrowAbi } as const

  async function contestOf(job: JobId, lease: LeaseId): Promise<ContestView | undefined> {
    const found = await connection.ask((client) =>
      client.readContract({ ...contract, functionName: 'contestOf', args: [job, lease] }),
    )
    if (isAddressEqual(found.worker, zeroAddress)) return undefined
    return { lease, worker: found.worker, dueUnits: found.due === 0n ? null : found.due, answerBy: found.answerBy }
  }

  /** Walks back from the newest block, a question at a time, to the first block before `since`. */
  async function contestedLeases(client: PublicClient, job: JobId, since: number): Promise<LeaseId[]> {
    const leases: LeaseId[] = []
    let to = await client.getBlockNumber()
    for (;;) {
      const from = to >= BLOCKS_PER_QUESTION ? to - BLOCKS_PER_QUESTION + 1n : 0n
      const logs = await client.getContractEvents({
        ...contract,
        eventName: 'Contested',
        args: { job },
        fromBlock: from,
        toBlock: to,
      })
      leases.push(...logs.flatMap(({ args }) => (args.lease === undefined ? [] : [args.lease])))
      if (from === 0n || Number((await client.getBlock({ blockNumber: from })).timestamp) < since) return leases
      to = from - 1n
    }
  }

  return {
    contestOf,
    async openContests(job, since) {
      const leases = await connection.ask((client) => contestedLeases(client, job, since))
      const found = await Promise.all([...new Set(leases)].map((lease) => contestOf(job, lease)))
      return found.filter((one): one is ContestView => one !== undefined && one.dueUnits !== null)
    },
    async postOf(job, slot): Promise<PostView | undefined> {
      const found = await connection.ask((client) =>
        client.readContract({ ...contract, functionName: 'postOf', args: [job, BigInt(slot)] }),
      )
      const state = postStates[found.state]
      if (state === undefined || state === 'none') return undefined
      const { lease, worker, units, payableAt } = found
      return { lease, worker, units, state, payableAt }
    },
    async recordedAt(rootMessage) {
      const at = await connection.ask((client) =>
        client.readContract({ ...contract, functionName: 'recordedAt', args: [rootMessage] }),
      )
      return at === 0 ? null : at
    },
  }
}
