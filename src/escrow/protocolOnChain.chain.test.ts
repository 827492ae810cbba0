import fc from 'fast-check'
import { type Address, createPublicClient, createWalletClient, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { messageHash, messageTypes } from '../protocol/messages.ts'
import {
  claimProof,
  lineProof,
  type PayoutLine,
  payoutLineNode,
  payoutReasons,
  payoutTree,
  workerPayoutNode,
} from '../protocol/payout.ts'
import type { SumNode } from '../protocol/sumTree.ts'
import { type Anvil, startAnvil } from './anvil.ts'
import { hasherAbi, hasherBytecode } from './generated/hasherAbi.ts'

let anvil: Anvil
let address: Address
beforeAll(async () => {
  anvil = await startAnvil()
  const account = privateKeyToAccount(anvil.accounts[0]!)
  const wallet = createWalletClient({ account, transport: http(anvil.rpcUrl) })
  const hash = await wallet.deployContract({ abi: hasherAbi, bytecode: hasherBytecode, chain: null })
  const client = createPublicClient({ transport: http(anvil.rpcUrl), pollingInterval: 20 })
  address = (await client.waitForTransactionReceipt({ hash })).contractAddress!
})
afterAll(() => anvil?.stop())

/** Calls a library function of Solidity; overloads are told apart by a field that only one of their structs has. */
async function onChain(functionName: 'hash' | 'node' | 'verify', field: string, args: readonly unknown[]) {
  const client = createPublicClient({ transport: http(anvil.rpcUrl) })
  const abi = hasherAbi.filter(
    (item) =>
      item.type === 'function' &&
      item.name === functionName &&
      item.inputs.some((input) => 'components' in input && input.components.some((c) => c.name === field)),
  )
  expect(abi.length).toBe(1)
  return client.readContract({ abi, address, functionName, args } as never)
}

/** A field of each message that no other has. */
const ownField = {
  Intent: 'jobHash',
  Grant: 'validUntil',
  Lease: 'slices',
  Root: 'root',
  Receipt: 'receivedAt',
  Settlement: 'payoutRoot',
} as const

const bytes = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((b): `0x${string}` => `0x${Buffer.from(b).toString('hex')}`)

/** Any value of an ABI type, as src/protocol holds it: times and 32-bit numbers are `number`s there. */
function arbitraryOf(type: string): fc.Arbitrary<unknown> {
  if (type === 'bytes32') return bytes(32)
  if (type === 'address') return bytes(20)
  if (type === 'uint128') return fc.bigInt(0n, 2n ** 128n - 1n)
  if (type === 'uint64') return fc.nat(2 ** 31 - 1)
  return fc.nat(type === 'uint8' ? 255 : 2 ** 31 - 1)
}

const names = Object.keys(ownField) as (keyof typeof ownField)[]
test.each(names)('%s has one struct hash, here and in Solidity', async (name) => {
  const fields = messageTypes[name]
  const arbitrary = fc.record(Object.fromEntries(fields.map((field) => [field.name, arbitraryOf(field.type)])))
  await fc.assert(
    fc.asyncProperty(arbitrary, async (message) => {
      const wide = Object.fromEntries(
        fields.map((f) => [f.name, f.type === 'uint64' ? BigInt(message[f.name] as number) : message[f.name]]),
      )
      const found = await onChain('hash', ownField[name], [wide])
      expect(found).toBe(messageHash(name, message as never))
    }),
    { numRuns: 10 },
  )
})

test('claims and lines proven here are proven in Solidity, and one unit more is not', async () => {
  const job = sha256('job')
  const people = Array.from({ length: 5 }, (_, i) => privateKeyToAccount(sha256(`person ${i}`)).address)
  const wire = (node: SumNode) => ({ hash: node.hash, units: node.sumUnits })
  const verify = (root: SumNode, depth: number, leaf: SumNode, index: number, proof: readonly SumNode[]) =>
    onChain('verify', 'units', [wire(root), BigInt(depth), wire(leaf), BigInt(index), proof.map(wire)])
  const lines = fc.uniqueArray(
    fc.record({ slot: fc.nat(300), who: fc.nat(4), pay: fc.bigInt(0n, 10n ** 12n), reward: fc.bigInt(0n, 50n) }),
    { selector: (line) => line.slot, minLength: 1, maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(lines, fc.nat(), async (rows, choice) => {
      const tree = payoutTree(
        job,
        rows.map(
          (row): PayoutLine => ({
            slot: row.slot,
            lease: sha256(`lease ${row.slot}`),
            worker: people[row.who]!,
            payUnits: row.pay,
            rewardUnits: row.reward,
            reason: 'partial',
          }),
        ),
      )
      const shown = lineProof(tree, rows[choice % rows.length]!.slot)!
      const claim = claimProof(tree, shown.payout.worker)!
      const { lines: _lines, ...payout } = tree.workers.find((p) => p.worker === shown.payout.worker)!
      const leaf = workerPayoutNode(job, payout)
      const lineLeaf = payoutLineNode(job, shown.line)
      expect(await onChain('node', 'linesRoot', [job, payout])).toEqual(wire(leaf))
      expect(await onChain('node', 'slot', [job, { ...shown.line, reason: payoutReasons.partial }])).toEqual(
        wire(lineLeaf),
      )
      const root = { hash: tree.root, sumUnits: tree.totalUnits }
      expect(await verify(root, tree.depth, leaf, claim.index, claim.proof)).toBe(true)
      const linesRoot = { hash: payout.linesRoot, sumUnits: payout.totalUnits }
      expect(await verify(linesRoot, payout.linesDepth, lineLeaf, shown.lineIndex, shown.lineProof)).toBe(true)
      const greedy = { ...leaf, sumUnits: leaf.sumUnits + 1n }
      expect(await verify(root, tree.depth, greedy, claim.index, claim.proof)).toBe(false)
      const more = { ...root, sumUnits: root.sumUnits + 1n }
      expect(await verify(more, tree.depth, leaf, claim.index, claim.proof)).toBe(false)
    }),
    { numRuns: 15 },
  )
})
