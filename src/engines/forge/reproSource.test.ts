import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding, FindingCall } from '../../protocol/finding.ts'
import { type ReproShape, reproId, reproSource } from './reproSource.ts'

const call: FindingCall = {
  sender: '0x0000000000000000000000000000000000000B0b',
  to: '0x5991A2dF15A8F6A256D3Ec51E99254Cd3fb576A9',
  calldata: '0x402d8883',
  contract: 'test/Customers.sol:Customers',
  signature: 'repay()',
  args: '',
  valueWei: '0',
  warpSeconds: '86400',
  rollBlocks: '0',
}

function shape(change: Partial<ReproShape> = {}, finding: Partial<Finding> = {}): ReproShape {
  return {
    target: {
      id: 'test/deep/A.t.sol:ATest:invariant_holds()',
      kind: 'invariant',
      path: 'test/deep/A.t.sol',
      contract: 'ATest',
      test: 'invariant_holds()',
      line: 3,
      inline: { runs: null, depth: null },
    },
    finding: {
      target: 'test/deep/A.t.sol:ATest:invariant_holds()',
      reason: 'gone',
      input: { kind: 'sequence', originalLength: 9, calls: [call] },
      ...finding,
    },
    testDir: 'test',
    afterInvariant: false,
    lastCallMustSucceed: false,
    senders: 'etch',
    ...change,
  }
}

function written(value: ReproShape): string {
  const repro = reproSource(value)
  if ('impossible' in repro) throw new TypeError(repro.impossible)
  return repro.source
}

test('what cannot stand in a Solidity source is said, not written', () => {
  const { target } = shape()
  expect(reproSource(shape({ target: { ...target, path: 'test/a"b.t.sol' } }))).toHaveProperty('impossible')
  expect(reproSource(shape({ target: { ...target, path: 'test/\u202e.t.sol' } }))).toHaveProperty('impossible')
  expect(reproSource(shape({ target: { ...target, contract: 'A is B {' } }))).toHaveProperty('impossible')
  expect(reproSource(shape({ target: { ...target, test: 'f"();' } }))).toHaveProperty('impossible')
  const paid = { kind: 'sequence' as const, originalLength: 1, calls: [{ ...call, valueWei: '1' }] }
  expect(reproSource(shape({}, { input: paid }))).toEqual({
    impossible: 'a call sends value, which forge 1.7.1 does not fuzz',
  })
})

test('the test inherits the project’s contract, waits, calls as the sender and checks the property', () => {
  const repro = reproSource(shape({ afterInvariant: true }))
  const id = reproId(shape().finding)
  expect(repro).toMatchObject({
    fileName: `ATest_invariant_holds_${id}.t.sol`,
    contract: `Repro_ATest_${id}`,
    test: `test_repro_${id}`,
  })
  const source = written(shape({ afterInvariant: true }))
  expect(source).toContain(`import {ATest as Fuzzburst_${id}_Base} from "./deep/A.t.sol";`)
  const begin = source.indexOf(`function test_repro_${id}`)
  const body = source.slice(begin, source.indexOf('    }\n', begin)).replaceAll(id, 'ID')
  expect(body).toMatchInlineSnapshot(`
    "function test_repro_ID() public {
            // test/Customers.sol:Customers repay()
            fuzzburst_ID_wait(86400, 0);
            fuzzburst_ID_call(0x0000000000000000000000000000000000000B0b, 0x5991A2dF15A8F6A256D3Ec51E99254Cd3fb576A9, abi.encodeWithSignature("repay()"));
            fuzzburst_ID_check(abi.encodeWithSignature("invariant_holds()"));
            fuzzburst_ID_check(abi.encodeWithSignature("afterInvariant()"));
    "
  `)
})

test('a test contract outside the test folder is imported by the way there', () => {
  const { target } = shape()
  expect(written(shape({ target: { ...target, path: 'src/A.t.sol' } }))).toContain('from "../src/A.t.sol";')
})

test('the same input has the same id, another input has another', () => {
  const other = { kind: 'sequence' as const, originalLength: 9, calls: [{ ...call, warpSeconds: '1' }] }
  expect(reproId(shape({}, { reason: 'other words' }).finding)).toBe(reproId(shape().finding))
  expect(reproId(shape({}, { input: other }).finding)).not.toBe(reproId(shape().finding))
})

test('no text of a project gets out of its comment', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('*/ contract Evil {} /*', 'x\n} contract Evil {', 'x\u2028contract Evil {}', '\r selfdestruct'),
  )
  const variant = fc.record({
    senders: fc.constantFrom('etch' as const, 'prank' as const),
    lastCallMustSucceed: fc.boolean(),
    afterInvariant: fc.boolean(),
  })
  const clean = (options: Partial<ReproShape>) => written(shape(options)).replaceAll(/\/\/.*$/gm, '')
  fc.assert(
    fc.property(variant, hostile, hostile, hostile, (options, contract, args, reason) => {
      const calls = [{ ...call, contract, args }]
      const source = written(
        shape(options, { reason: reason.toWellFormed(), input: { kind: 'sequence', originalLength: 1, calls } }),
      )
      // Ids differ with the input; nothing else that is code may.
      const strip = (text: string) => text.replaceAll(/\/\/.*$/gm, '').replaceAll(/_[0-9a-f]{8}/g, '_ID')
      expect(strip(source).replaceAll(/\n\s*\n/g, '\n')).toBe(strip(clean(options)).replaceAll(/\n\s*\n/g, '\n'))
      expect(source).toMatch(/^[\n\x20-\x7e]*$/)
    }),
  )
})
