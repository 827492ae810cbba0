import { expect, test } from 'vitest'
import { findChain } from './knownChains.ts'

test.each(['bass', '', '__proto__', 'constructor', '999999999999', '0x2105', '-1'])(
  'there is no chain %j',
  async (wanted) => {
    await expect(findChain(wanted)).rejects.toMatchObject({ code: 'FB2046' })
  },
)

test('chains go by viem’s names and by their numbers', async () => {
  expect(await findChain('base')).toMatchObject({ name: 'base', id: 8453, isTest: false })
  expect(await findChain('8453')).toMatchObject({ name: 'base', id: 8453 })
  expect(await findChain('baseSepolia')).toMatchObject({ id: 84_532, isTest: true })
  for (const local of ['anvil', 'foundry', '31337'])
    expect(await findChain(local)).toMatchObject({ name: 'anvil', id: 31_337, isTest: true })
})
