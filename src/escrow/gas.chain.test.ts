import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { jobId } from '../protocol/messages.ts'
import { claimProof, payoutTree } from '../protocol/payout.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { productionWindows } from './deployment.ts'
import type { Mined } from './escrow.ts'
import { ONE, startTestEscrow } from './testEscrow.fixture.ts'

/** Whole gas of each transaction as docs/funding.md states it. A change of more than 5% either way wants a new table. */
const documented = {
  'open, first of a spender': 163_722n,
  open: 146_598n,
  'settle, 20 workers': 97_694n,
  'claim, first of a job, new holder': 102_119n,
  'claim, new holder': 85_031n,
  'claim, first of a job': 85_043n,
  claim: 67_931n,
  close: 46_758n,
}

test('the gas of every step is what the documentation says, give or take 5%', async () => {
  const world = await startTestEscrow()
  const people = Array.from({ length: 20 }, (_, i) => privateKeyToAccount(sha256(`worker ${i}`)).address)
  const gas = async (done: Promise<Mined | 'already-done'>) => {
    const mined = await done
    return mined === 'already-done' ? 0n : mined.gasUsed
  }
  const life = async (name: string) => {
    const { intent, signature, secrets } = await world.intent(name, { slots: 20, spares: 0, slotPrice: ONE / 2n })
    const job = jobId(intent)
    const open = await gas(world.anyone.open(intent, signature))
    const lines = people.map((worker, slot) => ({
      slot,
      lease: sha256(`lease ${slot}`),
      worker,
      payUnits: ONE / 2n,
      rewardUnits: 0n,
      reason: 'full' as const,
    }))
    const tree = payoutTree(job, lines)
    const { auditSecret } = secrets
    const message = { job, payoutRoot: tree.root, payoutDepth: tree.depth, total: tree.totalUnits, auditSecret }
    const word = await signMessageStruct(secrets.jobKey, world.venue, 'Settlement', message)
    const settle = await gas(world.anyone.settle(message, word))
    await world.anvil.advanceSeconds(productionWindows.claimDelay)
    const first = await gas(world.anyone.claim(job, claimProof(tree, people[0]!)!))
    const second = await gas(world.anyone.claim(job, claimProof(tree, people[1]!)!))
    return { open, settle, first, second, close: await gas(world.anyone.close(job)) }
  }
  try {
    const [one, two] = [await life('one'), await life('two')]
    const measured: typeof documented = {
      'open, first of a spender': one.open,
      open: two.open,
      'settle, 20 workers': two.settle,
      'claim, first of a job, new holder': one.first,
      'claim, new holder': one.second,
      'claim, first of a job': two.first,
      claim: two.second,
      close: two.close,
    }
    for (const [step, expected] of Object.entries(documented)) {
      const found = measured[step as keyof typeof documented]
      const difference = found > expected ? found - expected : expected - found
      expect(difference * 20n <= expected, `${step}: ${found} instead of ${expected}`).toBe(true)
    }
  } finally {
    await world.anvil.stop()
  }
})
