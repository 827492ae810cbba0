import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Abi } from 'viem'
import { expect, test } from 'vitest'
import { equivocationAbi } from '../src/escrow/generated/equivocationAbi.ts'
import { escrowAbi } from '../src/escrow/generated/escrowAbi.ts'
import { registryAbi } from '../src/escrow/generated/registryAbi.ts'
import { repositoryRoot } from './runStep.ts'

const folder = path.join(repositoryRoot, 'contracts', 'test')

/** Functions that change something. */
function functions(abi: Abi): string[] {
  return abi.flatMap((item) =>
    item.type === 'function' && item.stateMutability !== 'view' && item.stateMutability !== 'pure' ? [item.name] : [],
  )
}
/** `openWithGrant` is tested in `OpenWithGrant.t.sol`. */
const fileOf = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}.t.sol`

test.each([
  ['the escrow', escrowAbi as Abi, folder, {}],
  ['the registry', registryAbi as Abi, path.join(folder, 'registry'), { withdraw: 'WithdrawStake.t.sol' }],
  ['the slasher', equivocationAbi as Abi, path.join(folder, 'registry'), {}],
] as const)('every function of %s has a test file of its own that calls it', (_what, abi, where, others) => {
  const files = new Set(readdirSync(where))
  const named: Record<string, string> = others
  const missing = functions(abi).filter((name) => {
    const file = named[name] ?? fileOf(name)
    return !files.has(file) || !new RegExp(`\\b${name}\\(`).test(readFileSync(path.join(where, file), 'utf8'))
  })
  expect(missing).toEqual([])
})
