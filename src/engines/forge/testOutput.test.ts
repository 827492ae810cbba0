import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFuzzburstError } from '../../protocol/errors.ts'
import { readTestOutput } from './testOutput.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function suites(reason: string | null): object {
  const test = { status: 'Failure', reason, counterexample: null, kind: { Unit: { gas: 3 } }, logs: [], traces: [] }
  return { 'test/A.t.sol:A': { duration: '1ms', test_results: { 'test_a()': test }, warnings: [] } }
}

describe('what forge prints', () => {
  test.each([
    ['nothing', ''],
    ['text only', 'No tests found in project!\n'],
    ['an event only', '{"event":"pulse","timestamp":1}\n'],
    ['a result that is cut short', JSON.stringify(suites('x')).slice(0, -5)],
    ['a result of another shape', '{"test/A.t.sol:A":{"test_results":{"test_a()":{"status":"Maybe"}}}}'],
    ['two results', `${JSON.stringify(suites('x'))}\n${JSON.stringify(suites('y'))}\n`],
  ])('without one result is refused: %s', (_what, text) => {
    expect(() => readTestOutput(bytes(text))).toThrow(expect.objectContaining({ code: 'FB5001' }))
  })

  test('is read after event lines and other text', () => {
    const text = `Compiling...\n{"event":"pulse","metrics":{"a":1}}\n${JSON.stringify(suites('boom'))}\n`
    expect(readTestOutput(bytes(text))['test/A.t.sol:A']?.test_results['test_a()']?.reason).toBe('boom')
  })

  test('is read with raw control bytes, newlines among them, inside a reason', () => {
    const raw = 'a\u001b[31m\nb\u0007{"'
    const text = JSON.stringify(suites('HERE')).replace('HERE', 'a\u001b[31m\nb\u0007{\\"')
    expect(readTestOutput(bytes(text))['test/A.t.sol:A']?.test_results['test_a()']?.reason).toBe(raw)
  })

  test('gives back any reason whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.json()), (reason, events) => {
        const lines = events.map((event) => `{"event":${event}}\n`).join('')
        const output = readTestOutput(bytes(`${lines}${JSON.stringify(suites(reason))}\n`))
        expect(output['test/A.t.sol:A']?.test_results['test_a()']?.reason).toBe(reason)
      }),
    )
  })

  test('never ends in anything but a result or a coded error', () => {
    const junk = fc.oneof(fc.uint8Array(), fc.string().map(bytes), fc.json().map(bytes))
    fc.assert(
      fc.property(junk, (input) => {
        try {
          readTestOutput(input)
        } catch (error) {
          expect(isFuzzburstError(error)).toBe(true)
        }
      }),
    )
  })
})
