import { expect, test } from 'vitest'
import type { FindingInput } from '../../protocol/finding.ts'
import { baitArtifact } from './baitArtifact.ts'
import { sameInput } from './executeFinding.ts'
import { failingFrames, type ShrunkTraces } from './failingFrames.ts'
import { isOwnSource } from './locateFailure.ts'
import { persistedFailure, persistedFailurePath, readCampaignSettings } from './persistedFailure.ts'
import { escapeRegex, matchOnly } from './replayCommand.ts'
import { sameReason } from './repro.ts'
import { TRACE_LIMIT, traceText } from './traceText.ts'

const call = {
  sender: '0x0000000000000000000000000000000000000B0b',
  to: '0x5991A2dF15A8F6A256D3Ec51E99254Cd3fb576A9',
  calldata: '0x402d8883',
  contract: null,
  signature: null,
  args: null,
  valueWei: '0',
  warpSeconds: '86400',
  rollBlocks: '0',
} as const
const sequence: FindingInput = { kind: 'sequence', originalLength: 9, calls: [call] }

test('an input with another sender, delay or data is another input; how it was decoded or shrunk is not part of it', () => {
  const other = (change: object): FindingInput => ({
    kind: 'sequence',
    originalLength: 9,
    calls: [{ ...call, ...change }],
  })
  expect(sameInput(sequence, other({ sender: call.to }))).toBe(false)
  expect(sameInput(sequence, other({ warpSeconds: '1' }))).toBe(false)
  expect(sameInput(sequence, other({ calldata: '0x' }))).toBe(false)
  expect(sameInput(sequence, { kind: 'single', calldata: '0x402d8883', args: null })).toBe(false)
  expect(sameInput(sequence, { kind: 'sequence', originalLength: 9, calls: [] })).toBe(false)
  expect(sameInput({ ...sequence, originalLength: 1 }, other({ contract: 'C', args: '1' }))).toBe(true)
})

test('reasons that differ in more than figures are different failures', () => {
  expect(sameReason('too much: 5 > 4', 'too little: 5 > 4')).toBe(false)
  expect(sameReason('held', '')).toBe(false)
  expect(sameReason('too much: 5 > 4', 'too much: 123 > 0xff')).toBe(true)
  expect(sameReason('custom error 0x7edfffe9: 00', 'TooMany(1)')).toBe(true)
})

test('a persisted failure is what forge reads: hex delays, none where nothing waits', () => {
  expect(JSON.parse(persistedFailure({ kind: 'single', calldata: '0xab', args: null }, null))).toEqual({
    calldata: '0xab',
  })
  expect(JSON.parse(persistedFailure(sequence, { fail_on_revert: false }))).toEqual({
    call_sequence: [{ sender: call.sender, addr: call.to, calldata: call.calldata, warp: '0x15180' }],
    settings: { fail_on_revert: false },
    assertion_failure: false,
  })
  expect(persistedFailurePath('A', 'invariant_b')).toBe('failures/A/invariant_b')
})

test('settings are taken from a failure file and from nothing else', () => {
  expect(readCampaignSettings('')).toBeUndefined()
  expect(readCampaignSettings('[]')).toBeUndefined()
  expect(readCampaignSettings('{"settings":{"fail_on_revert":true},"call_sequence":[]}')).toEqual({
    fail_on_revert: true,
  })
})

test('a baited artifact has an afterInvariant() that nothing answers', () => {
  expect(baitArtifact('{}')).toBeUndefined()
  const without = JSON.parse(baitArtifact('{"abi":[],"bytecode":{"object":"0x6063"}}') ?? '')
  expect(without.abi).toMatchObject([{ name: 'afterInvariant', inputs: [] }])
  const real = JSON.stringify({
    abi: [{ type: 'function', name: 'afterInvariant', inputs: [] }],
    bytecode: { object: '0x806393969ddf14' },
  })
  const baited = JSON.parse(baitArtifact(real) ?? '')
  expect(baited).toMatchObject({ abi: [{}], bytecode: { object: '0x80636c69622014' } })
})

test('a filter selects one test, whatever its name holds', () => {
  expect(matchOnly({ contract: '$A', test: 'f(uint256[])' })).toEqual({
    contract: '^\\$A$',
    test: '^f\\(uint256\\[\\]\\)$',
  })
  expect(escapeRegex('a.b|c')).toBe('a\\.b\\|c')
})

test('sources of libraries, of other folders and of nowhere are not the project’s own', () => {
  const layout = { src: 'src', test: 'test', out: 'out', cache: 'cache', libs: ['lib', './dependencies/'] }
  const others = ['lib/a.sol', 'dependencies/b.sol', 'node_modules/c.sol', '../d.sol', '/e.sol', 'src/../lib/f.sol']
  expect(others.map((path) => isOwnSource(path, layout))).toEqual(others.map(() => false))
  expect(isOwnSource('libs/a.sol', layout) && isOwnSource('src/lib/a.sol', layout)).toBe(true)
})

test('a trace is cut in the middle when it is long, and names no path of this machine', () => {
  const shown = traceText('x\nTraces:\n  [1] A::b(/tmp/fbAbC123/x)\n\nBacktrace:\n  at A\n\nSuite result: FAILED')
  expect(shown).toBe('  [1] A::b(/tmp/fb000000/x)')
  const long = traceText(`\nTraces:\n${'a'.repeat(TRACE_LIMIT)}${'b'.repeat(TRACE_LIMIT)}`)
  expect(long.length).toBeLessThanOrEqual(TRACE_LIMIT)
  expect(long).toMatch(/^a+\n\[\.\.\. \d+ characters left out \.\.\.\]\nb+$/)
})

test('only the chain of calls through which the failure went counts, the innermost first', () => {
  const node = (address: string, success: boolean, output: string, ordering: unknown[], children: number[] = []) => ({
    children,
    trace: { address, kind: 'CALL', success, output, steps: [1, 2, 3, 4] },
    ordering: ordering as ShrunkTraces[number][1]['arena'][number]['ordering'],
  })
  const arena = [
    node('0xA', false, '0xbad', [0, { Call: 0 }, 1, 2, { Call: 1 }, 3], [1, 2]),
    node('0xB', false, '0xbad', [0, 1]),
    node('0xC', false, '0xbad', [0, 1]),
  ]
  const frames = failingFrames([['Execution', { arena }]])
  expect(frames.map(({ address }) => address)).toEqual(['0xc', '0xa'])
  expect(frames[1]?.pcs).toEqual([3, 2, 1])
  // A call that failed with other words was caught.
  arena[2] = node('0xC', false, '0xother', [0, 1])
  expect(failingFrames([['Execution', { arena }]]).map(({ address }) => address)).toEqual(['0xa'])
  expect(failingFrames([['Execution', { arena: [node('0xA', true, '0x', [0])] }]])).toEqual([])
})
