import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { privateKeyToAccount } from 'viem/accounts'
import { z } from 'zod'
import { productionWindows } from '../src/escrow/deployment.ts'
import type { Mined } from '../src/escrow/escrow.ts'
import { ONE, startTestEscrow } from '../src/escrow/testEscrow.fixture.ts'
import { sha256 } from '../src/protocol/digest.ts'
import { jobId } from '../src/protocol/messages.ts'
import { claimProof, payoutTree } from '../src/protocol/payout.ts'
import { signMessageStruct } from '../src/protocol/signing.ts'
import { repositoryRoot } from './runStep.ts'

/** Whole gas of each transaction on a development chain, as committed. */
const zGasTable = z.record(z.string(), z.number().int().positive())
export type GasTable = z.output<typeof zGasTable>
const gasFile = path.join(repositoryRoot, 'contracts', 'gas.json')

/** What is promised to users, whatever the number of shards. The tree of 20 workers has a depth of 5. */
const limits: GasTable = {
  'open, first of a spender': 150_000,
  open: 150_000,
  'settle, 20 workers': 100_000,
  'settle, 20 workers, with a fee to the relay': 100_000,
  'claim, first of a job, new holder': 100_000,
  'claim, first of a job': 55_000,
  claim: 55_000,
}
/** A measured figure may be off by a twentieth before the table has to be written anew. */
const TOLERANCE = 0.05

/** The committed table. */
export function readGasTable(): GasTable {
  return zGasTable.parse(JSON.parse(readFileSync(gasFile, 'utf8')))
}

/** Measures, and compares with the table (`write`: writes it). @returns what is wrong, in sentences */
export async function checkGas(write: boolean): Promise<string[]> {
  const measured = await measureGas()
  const kept = write ? measured : readGasTable()
  if (write) writeFileSync(gasFile, `${JSON.stringify(measured, null, 2)}\n`)
  const wrong: string[] = []
  for (const [step, found] of Object.entries(measured)) {
    const [expected, limit] = [kept[step], limits[step]]
    const off = expected !== undefined && Math.abs(found - expected) <= expected * TOLERANCE ? '' : ' <- not within 5%'
    if (off !== '') wrong.push(`${step}: ${found} gas, contracts/gas.json says ${expected ?? 'nothing'}`)
    if (limit !== undefined && found > limit) wrong.push(`${step}: ${found} gas, and at most ${limit} is promised`)
    console.log(`  ${step}: ${found}${limit === undefined ? '' : ` (at most ${limit})`}${off}`)
  }
  const gone = Object.keys(kept).filter((step) => measured[step] === undefined)
  return [...wrong, ...gone.map((step) => `${step}: is in contracts/gas.json and was not measured`)]
}

/** Two jobs of 20 workers: the first with people who never held the token, the second with a relay that takes fees. */
async function measureGas(): Promise<GasTable> {
  const world = await startTestEscrow()
  const people = Array.from({ length: 20 }, (_, i) => privateKeyToAccount(sha256(`worker ${i}`)).address)
  const gas = async (done: Promise<Mined | 'already-done'>): Promise<number> => {
    const mined = await done
    return mined === 'already-done' ? 0 : Number(mined.gasUsed)
  }
  const life = async (name: string, feeUnits: bigint) => {
    const { intent, signature, secrets } = await world.intent(name, { slots: 20, spares: 0, slotPrice: ONE / 4n })
    const job = jobId(intent)
    const open = await gas(world.anyone.open(intent, signature, undefined, feeUnits))
    const lines = people.map((worker, slot) => ({
      slot,
      lease: sha256(`lease ${slot}`),
      worker,
      payUnits: ONE / 4n,
      rewardUnits: 0n,
      reason: 'full' as const,
    }))
    const tree = payoutTree(job, lines)
    const { auditSecret } = secrets
    const message = { job, payoutRoot: tree.root, payoutDepth: tree.depth, total: tree.totalUnits, auditSecret }
    const word = await signMessageStruct(secrets.jobKey, world.venue, 'Settlement', message)
    const settle = await gas(world.anyone.settle(message, word, { relayerFeeUnits: feeUnits }))
    await world.anvil.advanceSeconds(productionWindows.claimDelay)
    const first = await gas(world.anyone.claim(job, claimProof(tree, people[0]!)!))
    const second = await gas(world.anyone.claim(job, claimProof(tree, people[1]!)!))
    return { open, settle, first, second, close: await gas(world.anyone.close(job)) }
  }
  try {
    const one = await life('one', 0n)
    const two = await life('two', 0n)
    // The first fee makes the relay a holder of the token: the job after it shows what a fee costs from then on.
    await life('three', 1_000n)
    const paid = await life('four', 1_000n)
    return {
      'open, first of a spender': one.open,
      open: two.open,
      'open, with a fee to the relay': paid.open,
      'settle, 20 workers': two.settle,
      'settle, 20 workers, with a fee to the relay': paid.settle,
      'claim, first of a job, new holder': one.first,
      'claim, new holder': one.second,
      'claim, first of a job': two.first,
      claim: two.second,
      close: two.close,
    }
  } finally {
    await world.anvil.stop()
  }
}
