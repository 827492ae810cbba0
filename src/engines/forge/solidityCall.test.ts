import fc from 'fast-check'
import { concat, encodeAbiParameters, type Hex, toFunctionSelector } from 'viem'
import { expect, test } from 'vitest'
import { calldataExpression, commentText } from './solidityCall.ts'

/** Encodes elementary values and lists of them by a plain signature. */
function calldata(signature: string, args: readonly unknown[]): Hex {
  const types = signature.slice(signature.indexOf('(') + 1, -1)
  const parameters = types === '' ? [] : types.split(',').map((type) => ({ type }))
  return concat([toFunctionSelector(signature), encodeAbiParameters(parameters, args)])
}

test('what is no plain call stays bytes: unknown or composite types, other selectors, odd encodings, hostile signatures', () => {
  const save = calldata('save(uint256)', [5n])
  for (const signature of [
    null,
    'load(uint256)',
    'save(uint256',
    'save(uint256)"); selfdestruct(',
    'save(uint256)\n',
    'save(uint257)',
    '',
  ])
    expect(calldataExpression(save, signature)).toBe(`hex"${save.slice(2)}"`)
  expect(calldataExpression(`${save}00`, 'save(uint256)')).toBe(`hex"${save.slice(2)}00"`)
  expect(calldataExpression(save.slice(0, 20) as Hex, 'save(uint256)')).toMatch(/^hex"/)
  expect(calldataExpression('0x', 'save(uint256)')).toBe('hex""')
  const list = calldata('list(uint8[])', [[1]])
  expect(calldataExpression(list, 'list(uint8[])')).toBe(`hex"${list.slice(2)}"`)
  // A bool of 2 is what a fuzzer may send and no compiler would encode.
  const odd: Hex = `${calldata('flag(bool)', [true]).slice(0, -1) as Hex}2`
  expect(calldataExpression(odd, 'flag(bool)')).toMatch(/^hex"/)
})

test('elementary arguments are written with their types', () => {
  const signature = 'many(uint8,int256,bool,address,bytes4,string,bytes)'
  const data = calldata(signature, [7, -5n, true, `0x${'0'.repeat(37)}b0b`, '0x01020304', 'a"b\n', '0xff'])
  expect(calldataExpression(data, signature)).toBe(
    `abi.encodeWithSignature("${signature}", uint8(7), int256(-5), true, 0x0000000000000000000000000000000000000B0b, bytes4(hex"01020304"), string(hex"6122620a"), bytes(hex"ff"))`,
  )
  expect(calldataExpression(calldata('go()', []), 'go()')).toBe('abi.encodeWithSignature("go()")')
})

test('no signature and no data can put a character into the expression that ends a string', () => {
  const bytes = fc.uint8Array({ maxLength: 100 }).map((data): Hex => `0x${Buffer.from(data).toString('hex')}`)
  fc.assert(
    fc.property(bytes, fc.oneof(fc.string({ unit: 'binary' }), fc.constant('f(string)')), (data, signature) => {
      expect(calldataExpression(data, signature)).toMatch(
        /^(hex"[0-9a-f]*"|abi\.encodeWithSignature\("[\w$,()]+".*\))$/,
      )
    }),
  )
})

test('text in a comment stays on its line and within ASCII', () => {
  expect(commentText('a\nb\r\u2028c\u202e*/', 100)).toBe('a?b??c?*/')
  expect(commentText('x'.repeat(20), 10)).toBe(`${'x'.repeat(10)} [cut]`)
})
