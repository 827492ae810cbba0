import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'
import { createSlots } from './slots.ts'

const never = new AbortController().signal

test('a slot given back twice is free once', async () => {
  const slots = createSlots(1)
  const slot = (await slots.acquire(never))!
  slot.release()
  slot.release()
  expect(slots.free).toBe(1)
})

test('an asker that leaves the queue gets nothing and holds nobody up', async () => {
  const slots = createSlots(1)
  const held = (await slots.acquire(never))!
  const leaving = new AbortController()
  const left = slots.acquire(leaving.signal)
  const waiting = slots.acquire(never)
  leaving.abort()
  held.release()
  expect(await left).toBeUndefined()
  expect(await waiting).toBeDefined()
  expect([slots.free, slots.waiting]).toEqual([0, 0])
})

test('slots go to whoever waited longest', async () => {
  const slots = createSlots(2)
  const order: number[] = []
  const first = [(await slots.acquire(never))!, (await slots.acquire(never))!]
  const rest = [1, 2].map((n) => slots.acquire(never).then(() => order.push(n)))
  for (const slot of first) slot.release()
  await Promise.all(rest)
  expect(order).toEqual([1, 2])
})

test('waits between attempts double up to a minute and are never zero', () => {
  expect([1, 2, 3, 7, 1_000].map((failures) => backoffMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000])
  expect(backoffMs(1, 0)).toBe(500)
})
