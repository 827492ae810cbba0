import { expect, test } from 'vitest'
import { callSequence, formatWei, SHOWN_CALLS } from './callSequence.ts'
import { sequenceCalls, sequenceFinding, singleFinding } from './report.fixture.ts'

test('a sequence reads like Solidity, with value, sender and waits', () => {
  expect(callSequence(sequenceFinding.finding, sequenceFinding.test)).toEqual([
    'Handler.deposit{value: 1.5 ether}(100)  // from 0x00000000000000000000000000000000000A11cE',
    '0x70997970C51812dc3A010C7d01b50e0d17dc79C8.call{value: 5 wei}(0xdeadbeef)  // from 0x00000000000000000000000000000000000A11cE, after 1h 1m and 300 blocks',
  ])
})

test('a single input is a call of the test, by arguments or by calldata', () => {
  const { finding, test: name } = singleFinding
  expect(callSequence(finding, name)).toEqual(['testFuzz_round(3, 0x0000000000000000000000000000000000000001)'])
  expect(callSequence({ ...finding, input: { kind: 'single', calldata: '0x1234', args: null } }, name)).toEqual([
    'testFuzz_round(0x1234)',
  ])
})

test('long sequences are cut and say so, empty ones are named', () => {
  const { finding, test: name } = sequenceFinding
  const calls = Array.from({ length: 200 }, () => sequenceCalls[0]!)
  const lines = callSequence({ ...finding, input: { kind: 'sequence', originalLength: 200, calls } }, name)
  expect(lines).toHaveLength(SHOWN_CALLS + 1)
  expect(lines.at(-1)).toBe('// and 140 more; all of them are in report.json')
  expect(callSequence({ ...finding, input: { kind: 'sequence', originalLength: 0, calls: [] } }, name)).toEqual([
    'invariant_solvent()  // fails without any call',
  ])
})

test('a wait of centuries and a fortune in wei are shown whole', () => {
  expect(formatWei(10n ** 30n + 1n)).toBe('1000000000000.000000000000000001 ether')
  const { finding, test: name } = sequenceFinding
  const call = {
    ...sequenceCalls[0]!,
    valueWei: '0',
    warpSeconds: '115792089237316195423570985',
    rollBlocks: '1',
  }
  expect(callSequence({ ...finding, input: { kind: 'sequence', originalLength: 1, calls: [call] } }, name)[0]).toMatch(
    /after 115792089237316195423570985 seconds and 1 block$/,
  )
})
