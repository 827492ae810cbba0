import { expect, test } from 'vitest'
import { toWire } from '../../src/protocol/primitives.ts'
import { readKey } from './readKey.ts'

const secret = 'a1'.repeat(32)

test.each([
  ['nothing', undefined],
  ['an empty file', ' \n'],
  ['a key without 0x', secret],
  ['a key that is too short', `0x${secret.slice(2)}`],
  ['a key outside the curve', `0x${'ff'.repeat(32)}`],
])('%s is refused without being repeated', (_what, text) => {
  try {
    readKey(text)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'FB3202' })
    const shown = `${(error as Error).message} ${(error as Error).stack} ${String((error as Error).cause)}`
    expect(shown).not.toContain(secret.slice(2))
    expect(shown).not.toContain('ffffffff')
  }
})

test('a key is read with space around it, and nothing that is printed of it shows it', () => {
  const identity = readKey(`  0x${secret}\n`)
  expect(identity.account.address).toMatch(/^0x[0-9a-fA-F]{40}$/)
  expect(toWire(identity)).not.toContain(secret)
  expect(identity.withKey((key) => key)).toBe(`0x${secret}`)
})

test('the secret for salts comes from the key alone', () => {
  expect(readKey(`0x${secret}`).secret).toEqual(readKey(`0x${secret}`).secret)
  expect(readKey(`0x${'a2'.repeat(32)}`).secret).not.toEqual(readKey(`0x${secret}`).secret)
})
