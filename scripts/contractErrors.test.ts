import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { equivocationAbi } from '../src/escrow/generated/equivocationAbi.ts'
import { escrowAbi } from '../src/escrow/generated/escrowAbi.ts'
import { registryAbi } from '../src/escrow/generated/registryAbi.ts'
import { repositoryRoot } from './runStep.ts'

/** Errors of libraries that no call can end in, and why. */
const unreachable = ['InvalidShortString', 'StringTooLong'] // names of domains are short constants

const folder = path.join(repositoryRoot, 'contracts', 'test')
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sol'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n')

/** Errors that are expected somewhere: forge fails a test whose call ends in another one, or in none. */
function isExpected(interfaceName: string, error: string): boolean {
  const owner = { SafeERC20FailedOperation: 'SafeERC20', ReentrancyGuardReentrantCall: 'ReentrancyGuardTransient' }[
    error
  ]
  if (error === 'WrongState') return /\brefusesState\(job/.test(tests)
  return new RegExp(`\\b${owner ?? interfaceName}\\.${error}\\.selector`).test(tests)
}

test.each([
  ['IEscrow', escrowAbi],
  ['IRegistry', registryAbi],
  ['IEquivocation', equivocationAbi],
] as const)('every custom error of %s is expected by a test', (name, abi) => {
  const errors = (abi as readonly { type: string; name?: string }[]).flatMap((item) =>
    item.type === 'error' && item.name !== undefined ? [item.name] : [],
  )
  expect(errors.length).toBeGreaterThan(5)
  expect(errors.filter((error) => !unreachable.includes(error) && !isExpected(name, error))).toEqual([])
})
