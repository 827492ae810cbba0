import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../protocol/canonicalJson.ts'
import { durationMicros } from './durations.ts'
import { canonicalEvidence, canonicalText, testEvidence, workEvidence } from './evidence.ts'
import { zTestResult } from './testOutput.ts'

function result(more: { reason?: string; runs?: number; data?: string; duration?: string; output?: string } = {}) {
  const call = {
    depth: 0,
    success: true,
    caller: '0x1804c8ab1f12e6bbf3894d4083f33e07309d1f38',
    address: '0x7fa9385be102ac3eac297483dd6233d62b3e1496',
    kind: 'CALL',
    value: '0x0',
    data: more.data ?? '0xabcdef01',
    output: more.output ?? '0x',
    gas_used: 21_000,
  }
  return zTestResult.parse({
    status: 'Success',
    reason: more.reason ?? null,
    counterexample: null,
    kind: { Fuzz: { first_case: { gas: 1, stipend: 2 }, runs: more.runs ?? 5, mean_gas: 3, median_gas: 3 } },
    traces: [['Execution', { arena: [{ trace: call }] }]],
    duration: more.duration ?? '1ms',
  })
}

describe('evidence', () => {
  test('changes with the last run, the counts and the reason', () => {
    const digests = [{}, { data: '0xabcdef02' }, { runs: 6 }, { reason: 'x' }].map((more) => testEvidence(result(more)))
    expect(new Set(digests).size).toBe(4)
  })

  test('does not change with how long it took, or with the sandbox root, in text or in bytes', () => {
    const hex = (root: string) => `0x${Buffer.from(`${root}/project`).toString('hex')}`
    const [a, b] = ['/tmp/fbAb3xYz', '/tmp/fb000001'].map((root) =>
      testEvidence(result({ duration: root, reason: `no ${root}/project/x`, output: hex(root) })),
    )
    expect(a).toBe(b)
  })

  test('of the work does not change with the counts alone', () => {
    expect(workEvidence(result({ runs: 5 }))).toBe(workEvidence(result({ runs: 5_000 })))
    expect(workEvidence(result())).not.toBe(workEvidence(result({ data: '0xabcdef02' })))
  })

  test('any JSON value has a canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }), (value) => {
        const text = canonicalJson(canonicalEvidence(value))
        expect(canonicalJson(canonicalEvidence(JSON.parse(text)))).toBe(text)
      }),
    )
    expect(canonicalText('\ud800')).toBe('\ufffd')
    expect(canonicalEvidence(1.5)).toBe('number 1.5')
  })
})

test('durations are read as forge prints them', () => {
  expect(durationMicros('1m 2s 3ms 967µs 610ns')).toBe(62_003_968)
  expect(durationMicros('12µs')).toBe(12)
  expect(durationMicros('nonsense')).toBe(0)
  expect(durationMicros(undefined)).toBe(0)
})
