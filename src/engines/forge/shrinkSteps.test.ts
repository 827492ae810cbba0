import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStepShrinker } from './shrinkSteps.ts'

function step(pc: number, storage = 'null'): string {
  return `{"pc":${pc},"op":96,"stack":null,"push_stack":null,"memory":null,"returndata":"0x","gas_remaining":1,"storage_change":${storage},"status":null,"immediate_bytes":null,"decoded":null}`
}

const change = '{"key":"0x0","value":"0x1","had_value":null,"reason":"SSTORE"}'
const document = `{"a":{"reason":"not a {\\"pc\\":1,\\"op\\":2} \u{1F600}","traces":[["Execution",{"arena":[{"trace":{"steps":[${step(0)},${step(2, change)},${step(999)}]},"ordering":[{"Step":0},{"Call":0},{"Step":1},{"Log":0},{"Step":2}]}]}]]}}`

function shrink(bytes: Uint8Array, cuts: readonly number[], limit = 10_000): string | null {
  const shrinker = createStepShrinker(limit)
  let from = 0
  for (const cut of [...cuts, bytes.length]) {
    shrinker.feed(bytes.slice(from, cut))
    from = Math.max(from, cut)
  }
  return shrinker.finish()
}

test('text that is too long is given up, not cut', () => {
  expect(shrink(new TextEncoder().encode(document), [], 20)).toBeNull()
})

test('steps become their program counters and the rest stays, wherever the stream is cut', () => {
  const bytes = new TextEncoder().encode(document)
  const cuts = fc.array(fc.nat({ max: bytes.length }), { maxLength: 12 }).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(cuts, (places) => {
      expect(JSON.parse(shrink(bytes, places) ?? '')).toEqual({
        a: {
          reason: 'not a {"pc":1,"op":2} \u{1F600}',
          traces: [
            ['Execution', { arena: [{ trace: { steps: [0, 2, 999] }, ordering: [0, { Call: 0 }, 1, { Log: 0 }, 2] }] }],
          ],
        },
      })
    }),
  )
})
