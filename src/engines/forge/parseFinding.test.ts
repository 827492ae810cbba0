import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatError, isFuzzburstError } from '../../protocol/errors.ts'
import { FUZZER_TEXT_LIMIT, zFinding } from '../../protocol/finding.ts'
import type { Target } from '../engine.ts'
import { CUT_MARK, cutText, parseFinding } from './parseFinding.ts'
import { readWord } from './readWord.ts'

function target(kind: 'fuzz' | 'invariant'): Target {
  const test = kind === 'fuzz' ? 'testFuzz_pays(uint256)' : 'invariant_holds()'
  return {
    id: `test/A.t.sol:ATest:${test}`,
    kind,
    path: 'test/A.t.sol',
    contract: 'ATest',
    test,
    line: 7,
    inline: { runs: null, depth: null },
  }
}

const fuzzKind = { Fuzz: { first_case: { gas: 1, stipend: 0 }, runs: 1, mean_gas: 1, median_gas: 1 } }
const invariantKind = { Invariant: { runs: 1, calls: 1, reverts: 0, metrics: {} } }
const call = {
  warp: '0xe434',
  roll: null,
  sender: '0x00000000000000000000000000000000000a11ce',
  addr: '0x5991a2df15a8f6a256d3ec51e99254cd3fb576a9',
  calldata: '0x1B862027',
  contract_name: 'test/C.sol:C',
  func_name: 'save',
  signature: 'save(uint256)',
  args: '1 [1e0]',
  raw_args: '1',
}

test('a counterexample of an unknown kind is an error, never a pass', () => {
  const result = { status: 'Failure', reason: 'x', counterexample: { Tree: [] }, kind: fuzzKind }
  let message = ''
  try {
    parseFinding(target('fuzz'), result)
  } catch (error) {
    message = isFuzzburstError(error) ? formatError(error) : String(error)
  }
  expect(message).toMatchInlineSnapshot(`
    "error FB5050: A property failed, but the input that falsifies it cannot be taken over: its counterexample is of an unknown kind.

      | test/A.t.sol:ATest:testFuzz_pays(uint256)

      - Run the property alone: \`forge test --match-test <name>\`; it fails there too.
      - If the input is of ordinary size, please report this: the engine printed something unknown.

      More: docs/errors.md#fb5050"
  `)
})

test('calldata beyond the limit and a sequence with an unreadable call are errors', () => {
  const huge = { status: 'Failure', counterexample: { Single: { calldata: `0x${'00'.repeat(2 ** 20 + 1)}` } } }
  expect(() => parseFinding(target('fuzz'), { ...huge, kind: fuzzKind })).toThrow('FB5050')
  for (const broken of [
    { ...call, calldata: '0x1' },
    { ...call, warp: '-1' },
    { ...call, sender: '0x12' },
    null,
    { ...call, roll: 1.5 },
  ])
    expect(() =>
      parseFinding(target('invariant'), {
        status: 'Failure',
        counterexample: { Sequence: [1, [broken]] },
        kind: invariantKind,
      }),
    ).toThrow('call 1 of its sequence')
})

test('what passed, was skipped, is a unit test, or never began is no finding', () => {
  const base = { reason: null, counterexample: null }
  expect(parseFinding(target('fuzz'), { ...base, status: 'Success', kind: fuzzKind })).toBeNull()
  expect(parseFinding(target('fuzz'), { ...base, status: 'Skipped', kind: fuzzKind })).toBeNull()
  expect(parseFinding(target('fuzz'), { ...base, status: 'Failure', kind: { Unit: { gas: 0 } } })).toBeNull()
  const setup = 'failed to set up invariant testing environment: '
  for (const reason of [
    `${setup}No contracts to fuzz.`,
    `${setup}[targetSelectors] address does not have an associated contract: 0x12`,
    '`vm.assume` rejected too many inputs (65536 allowed)',
  ])
    expect(parseFinding(target('invariant'), { ...base, reason, status: 'Failure', kind: invariantKind })).toBeNull()
})

test('an optimisation that reports its best sequence has passed', () => {
  const result = { status: 'Success', reason: null, counterexample: { Sequence: [3, [call]] }, kind: invariantKind }
  expect(parseFinding(target('invariant'), result)).toBeNull()
})

test('a stateless counterexample becomes a single input', () => {
  const counterexample = { Single: { calldata: '0xAB', args: '1 [1e0]', sender: null } }
  expect(
    parseFinding(target('fuzz'), { status: 'Failure', reason: 'too much', counterexample, kind: fuzzKind }),
  ).toEqual({
    target: 'test/A.t.sol:ATest:testFuzz_pays(uint256)',
    reason: 'too much',
    input: { kind: 'single', calldata: '0xab', args: '1 [1e0]' },
  })
})

test('a sequence keeps sender, target, calldata and delays of each call', () => {
  const counterexample = { Sequence: [44, [call, { calldata: '0x' }]] }
  const finding = parseFinding(target('invariant'), {
    status: 'Failure',
    reason: 'gone',
    counterexample,
    kind: invariantKind,
  })
  expect(finding?.input).toEqual({
    kind: 'sequence',
    originalLength: 44,
    calls: [
      {
        sender: '0x00000000000000000000000000000000000A11cE',
        to: '0x5991A2dF15A8F6A256D3Ec51E99254Cd3fb576A9',
        calldata: '0x1b862027',
        contract: 'test/C.sol:C',
        signature: 'save(uint256)',
        args: '1 [1e0]',
        valueWei: '0',
        warpSeconds: '58420',
        rollBlocks: '0',
      },
      {
        sender: '0x0000000000000000000000000000000000000000',
        to: '0x0000000000000000000000000000000000000000',
        calldata: '0x',
        contract: null,
        signature: null,
        args: null,
        valueWei: '0',
        warpSeconds: '0',
        rollBlocks: '0',
      },
    ],
  })
})

test('an invariant that is broken before the first call is a finding with an empty sequence', () => {
  const reason = 'failed to set up invariant testing environment: one and one are three'
  expect(
    parseFinding(target('invariant'), { status: 'Failure', reason, counterexample: null, kind: invariantKind }),
  ).toEqual({
    target: 'test/A.t.sol:ATest:invariant_holds()',
    reason: 'one and one are three',
    input: { kind: 'sequence', originalLength: 0, calls: [] },
  })
})

test('long text is cut and marked, and lone surrogates are replaced, also where the cut makes one', () => {
  const reason = `${'a'.repeat(FUZZER_TEXT_LIMIT - 1)}\u{1F600}tail`
  const cut = cutText(reason)
  expect(cut.endsWith(`\uFFFD${CUT_MARK}`)).toBe(true)
  expect(cutText('a\uD800b')).toBe('a\uFFFDb')
  const counterexample = { Single: { calldata: '0x', args: '\uDC00' } }
  const finding = parseFinding(target('fuzz'), { status: 'Failure', reason, counterexample, kind: fuzzKind })
  expect(zFinding.safeParse(finding).success).toBe(true)
})

test('whatever a result holds, it becomes a valid finding, null, or a coded error', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Failure', '0x', '0xff', '7', '\uD800'))
  const leaf = fc.oneof(text, fc.integer(), fc.double(), fc.constant(null), fc.boolean())
  const callLike = fc.record(
    {
      calldata: fc.oneof(leaf, fc.constant('0x12')),
      sender: fc.oneof(leaf, fc.constant(call.sender)),
      addr: fc.oneof(leaf, fc.constant(call.addr)),
      warp: leaf,
      roll: leaf,
      args: leaf,
      signature: leaf,
    },
    { requiredKeys: [] },
  )
  const counterexample = fc.oneof(
    fc.anything(),
    fc.record({ Single: callLike }),
    fc.record({ Sequence: fc.tuple(fc.oneof(leaf, fc.nat()), fc.array(callLike, { maxLength: 4 })) }),
  )
  const result = fc.oneof(
    fc.anything(),
    fc.record({
      status: fc.constantFrom('Failure', 'Success', 'x'),
      reason: leaf,
      counterexample,
      kind: fc.oneof(fc.constant(fuzzKind), fc.constant(invariantKind), fc.anything()),
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom('fuzz' as const, 'invariant' as const), result, (kind, value) => {
      try {
        const finding = parseFinding(target(kind), value)
        if (finding !== null) expect(zFinding.safeParse(finding).success).toBe(true)
      } catch (error) {
        if (!isFuzzburstError(error) || error.code !== 'FB5050') throw error
      }
    }),
    { numRuns: 2_000 },
  )
})

test('words are read as hex, decimal text or number, and nothing else', () => {
  expect([readWord('0x0'), readWord('0xFF'), readWord('12'), readWord(7), readWord(null)]).toEqual([
    '0',
    '255',
    '12',
    '7',
    '0',
  ])
  const none = ['', '0x', 'x', '-1', `0x1${'0'.repeat(64)}`, '9'.repeat(78), 1.5, -1, Number.NaN]
  expect(none.map(readWord)).toEqual(none.map(() => null))
})
