import fc from 'fast-check'
import { concatHex, type Hex, toHex } from 'viem'
import { expect, test } from 'vitest'
import { checkRuntime, eip712Immutables, type RuntimeCode } from './checkRuntime.ts'
import { escrowDeployment, productionWindows, testTokenDeployment } from './deployment.ts'

const word = (value: number): Hex => toHex(value, { size: 32 })
const zero = word(0)
/** Two bytes of code, A, one byte, B, A again, one byte. */
const build = (a: Hex, b: Hex, again: Hex, last: Hex = '0xff'): Hex => concatHex(['0x6001', a, '0x02', b, again, last])
const expected: RuntimeCode = { code: build(zero, zero, zero), immutables: [[2, 67], [35]] }

test.each<[string, Hex, string]>([
  ['is shorter', build(word(7), word(9), word(7)).slice(0, -2) as Hex, 'bytes instead of'],
  ['has another byte', build(word(7), word(9), word(7), '0xfe'), 'its code differs'],
  ['has two values for one immutable', build(word(7), word(9), word(8)), 'from place to place'],
  ['has a value that cannot be', build(word(7), word(6), word(7)), 'fixed values is 0x'],
  ['lacks a value', build(word(7), word(7), word(7)), 'none of its fixed values'],
])('code that %s is another contract', (_what, found, why) => {
  expect(checkRuntime(found, expected, [word(7), word(9)])).toContain(why)
})

test('code with its values in place is the contract', () => {
  expect(checkRuntime(build(word(7), word(9), word(7)), expected, [word(7), word(9)])).toBeUndefined()
})

test('no single changed byte passes', () => {
  const sound = build(word(7), word(9), word(7))
  fc.assert(
    fc.property(fc.nat((sound.length - 4) / 2), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const at = 2 + 2 * place
      const byte = Number.parseInt(sound.slice(at, at + 2), 16) ^ flip
      const changed = `${sound.slice(0, at)}${byte.toString(16).padStart(2, '0')}${sound.slice(at + 2)}` as Hex
      expect(checkRuntime(changed, expected, [word(7), word(9)])).toBeDefined()
    }),
  )
})

test('each of our contracts has an immutable for every value, and its windows are part of its address', () => {
  for (const deployment of [escrowDeployment(), testTokenDeployment()])
    expect(new Set(deployment.immutables(1)).size).toBe(
      deployment.runtime.immutables.length - sameTwice(deployment.name),
    )
  const swapped = { ...productionWindows, claimDelay: 21_600, defaultGrace: 86_400 }
  expect(escrowDeployment(swapped).address).not.toBe(escrowDeployment().address)
  expect(eip712Immutables('a', '1', 1, escrowDeployment().address)).toHaveLength(7)
})

/** Withdrawal delay and freeze are both 7 days. */
function sameTwice(name: string): number {
  return name === 'escrow' ? 1 : 0
}
