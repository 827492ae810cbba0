import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFuzzburstError } from '../protocol/errors.ts'
import { type Plan, planDigest, zPlan } from './plan.ts'
import { type PlanInput, planCampaign } from './planCampaign.ts'
import { planInput, type TimedTarget, timedTarget } from './planInput.fixture.ts'
import { FEWEST_RUNS } from './sliceGroup.ts'
import { lockForSlotsUnits } from './spendLimit.ts'
import { LONGEST_OVER_MEAN } from './splitShards.ts'

test('no target at all is refused', () => {
  expect(() => planCampaign(planInput([]))).toThrow(/FB1030/)
})

test('a budget that holds not one slice is refused with what is needed', () => {
  const heavy = [timedTarget(1, 'invariant', 2_000_000)]
  expect(() => planCampaign(planInput(heavy, { budgetSeconds: 3 }))).toThrow(/FB1031.*3 s.*8\.2 s/)
  expect(() => planCampaign(planInput(heavy, { maxTimeSeconds: 1 }))).toThrow(/FB1031/)
})

test('a limit on spending below one shard, its spare, reserve and fee is refused', () => {
  const money = { slotPriceUnits: 100n, finderReserveUnits: 7n, relayerFeeCapUnits: 3n }
  const timed = [timedTarget(1, 'fuzz', 100)]
  expect(() => planCampaign(planInput(timed, { ...money, maxSpendUnits: 209n }))).toThrow(/FB1032/)
  expect(planCampaign(planInput(timed, { ...money, maxSpendUnits: 210n })).shards).toHaveLength(1)
})

test('the usual burst: one wide invocation a kind, slices near their goal, time by number of targets', () => {
  const timed = [
    ...Array.from({ length: 9 }, (_, n) => timedTarget(n, 'fuzz', 100 + 17 * n)),
    ...Array.from({ length: 3 }, (_, n) => timedTarget(20 + n, 'invariant', 30_000)),
  ]
  const plan = planCampaign(planInput(timed))
  expect(plan.invocations).toHaveLength(2)
  expect(plan.invocations.map(({ invocation }) => invocation.targets.length)).toEqual([9, 3])
  for (const { sliceMs } of plan.invocations) expect(Math.abs(sliceMs - 7_000)).toBeLessThan(1_500)
  const time = [0, 1].map((i) =>
    plan.shards.filter((shard) => shard.invocation === i).reduce((sum, shard) => sum + shard.estimatedMs, 0),
  ) as [number, number]
  expect(time[0] / time[1]).toBeGreaterThan(2)
  expect(time[0] / time[1]).toBeLessThan(4)
  expect(time[0] + time[1]).toBeGreaterThan(540_000)
  expect(plan.cut).toEqual([])
  expect(new Set(plan.shards.slice(0, 4).map(({ invocation }) => invocation))).toEqual(new Set([0, 1]))
})

test('a small demo still gives every worker a shard', () => {
  const plan = planCampaign(
    planInput([timedTarget(1, 'fuzz', 50), timedTarget(2, 'invariant', 9_000)], {
      budgetSeconds: 40,
      sliceSeconds: 2,
      shardSeconds: 20,
      workers: 2,
    }),
  )
  expect(plan.shards.length).toBeGreaterThanOrEqual(2)
  for (const shard of plan.shards) expect(shard.slices).toBeGreaterThan(1)
})

test('targets whose least budgets exceed a slice are split into groups of about equal cost', () => {
  const timed = Array.from({ length: 24 }, (_, n) => timedTarget(n, 'invariant', 150_000 + 10_000 * n))
  const plan = planCampaign(planInput(timed, { budgetSeconds: 3_600, shardSeconds: 300 }))
  expect(plan.invocations.length).toBeGreaterThan(3)
  const slices = plan.invocations.map(({ sliceMs }) => sliceMs)
  expect(Math.max(...slices)).toBeLessThan(7_500)
  expect(plan.invocations.flatMap(({ invocation }) => invocation.targets).sort()).toEqual(
    timed.map(({ target }) => target.id).sort(),
  )
})

test('low-entropy, fork and ffi targets run on the runner, in invocations of their own', () => {
  const pool = timedTarget(1, 'fuzz', 100)
  const low = timedTarget(2, 'fuzz', 10, { lowEntropy: true })
  const fork = timedTarget(3, 'invariant', 10_000)
  const ffi = timedTarget(4, 'fuzz', 10_000)
  const input = planInput(
    [pool, low],
    {},
    {
      runnerOnly: [
        { target: fork.target, why: 'fork' },
        { target: ffi.target, why: 'ffi' },
      ],
    },
  )
  const plan = planCampaign(input)
  expect(plan.targets.map(({ where, why }) => [where, why])).toEqual([
    ['pool', null],
    ['runner', 'low-entropy'],
    ['runner', 'fork'],
    ['runner', 'ffi'],
  ])
  expect(new Set(plan.shards.map(({ invocation }) => invocation))).toEqual(new Set([0]))
  expect(new Set(plan.runnerShards.map(({ invocation }) => invocation))).toEqual(new Set([1, 2, 3]))
  expect(plan.runnerShards[0]!.index).toBe(plan.shards.length)
  for (const target of plan.targets) expect(target.plannedRuns).toBeGreaterThan(0)
})

test('a few low-entropy targets among many get a slice although their part of the budget is less than one', () => {
  const many = Array.from({ length: 700 }, (_, n) => timedTarget(n, 'fuzz', 20))
  const plan = planCampaign(
    planInput([...many, timedTarget(700, 'fuzz', 20, { lowEntropy: true })], { budgetSeconds: 40 }),
  )
  expect(plan.runnerShards).toHaveLength(1)
  expect(plan.cut).toEqual([])
})

test('an inline budget costs what it costs, and one that no slice can hold is named, not planned', () => {
  const small = timedTarget(1, 'fuzz', 1_000, { runs: 256 })
  const absurd = timedTarget(2, 'invariant', 1_000, { runs: 500_000_000 })
  const plan = planCampaign(planInput([small, absurd]))
  expect(plan.targets.map(({ plannedRuns }) => plannedRuns > 0)).toEqual([true, false])
  expect(plan.targets[0]!.plannedRuns % 256).toBe(0)
  expect(plan.cut).toEqual([{ by: 'slice-limit', text: expect.stringContaining(absurd.target.id) }])
})

test('a target that calibration could not time is planned all the same', () => {
  const known = timedTarget(1, 'fuzz', 100)
  const unknown = timedTarget(2, 'fuzz', 100)
  const plan = planCampaign({ ...planInput([known]), targets: [known.target, unknown.target] })
  expect(plan.targets[1]!.plannedRuns).toBeGreaterThan(0)
})

test('a limit by the clock shortens the campaign, and says so', () => {
  const plan = planCampaign(planInput([timedTarget(1, 'fuzz', 100)], { maxTimeSeconds: 30, workers: 4 }))
  expect(wallMs(plan, 4)).toBeLessThanOrEqual(30_000)
  expect(total(plan)).toBeGreaterThan(100_000)
  expect(plan.cut).toEqual([{ by: 'max-time', text: expect.stringContaining('120 s of the 600 s') }])
})

test('a limit on spending shortens the campaign, and says so', () => {
  const money = {
    slotPriceUnits: 20_000n,
    finderReserveUnits: 50_000n,
    relayerFeeCapUnits: 1_000n,
    maxSpendUnits: 150_000n,
  }
  const plan = planCampaign(planInput([timedTarget(1, 'fuzz', 100)], money))
  expect(plan.shards).toHaveLength(3)
  expect(plan.cut).toEqual([{ by: 'max-spend', text: expect.stringContaining('pays for 3 shards') }])
})

const timed = fc
  .array(
    fc.record({
      kind: fc.constantFrom('fuzz' as const, 'invariant' as const),
      scale: fc.double({ min: 0, max: 1, noNaN: true }),
      runs: fc.option(fc.integer({ min: 1, max: 100_000 }), { freq: 6 }),
      lowEntropy: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) =>
    list.map(({ kind, scale, ...rest }, n): TimedTarget => {
      const [least, most] = kind === 'fuzz' ? [20, 50_000] : [1_000, 3_000_000]
      return timedTarget(n, kind, Math.round(least! * (most! / least!) ** scale), rest)
    }),
  )
const options = fc.record({
  budgetSeconds: fc.integer({ min: 5, max: 20_000 }),
  sliceSeconds: fc.integer({ min: 1, max: 10 }),
  shardSeconds: fc.constantFrom(5, 20, 60, 300),
  maxTimeSeconds: fc.option(fc.integer({ min: 10, max: 3_600 })),
  workers: fc.integer({ min: 1, max: 200 }),
  slotPriceUnits: fc.bigInt({ min: 0n, max: 100_000n }),
  finderReserveUnits: fc.bigInt({ min: 0n, max: 100_000n }),
  maxSpendUnits: fc.option(fc.bigInt({ min: 100_000n, max: 10_000_000n })),
})

function planned(input: PlanInput): Plan | undefined {
  try {
    return planCampaign(input)
  } catch (error) {
    if (isFuzzburstError(error)) return undefined
    throw error
  }
}

test('shards are even, dense and within every limit; each target is planned or named; order changes nothing', () => {
  let plans = 0
  fc.assert(
    fc.property(timed, options, fc.infiniteStream(fc.nat()), (list, wished, noise) => {
      const input = planInput(list, wished)
      const plan = planned(input)
      if (plan === undefined) return
      plans++
      zPlan.parse(plan)
      const shards = [...plan.shards, ...plan.runnerShards]
      expect(shards.map(({ index }) => index)).toEqual(shards.map((_, i) => i))
      expect(plan.targets.map(({ id }) => id)).toEqual(list.map(({ target }) => target.id).sort())
      for (const side of [plan.shards, plan.runnerShards]) {
        const mean = side.reduce((sum, shard) => sum + shard.estimatedMs, 0) / side.length
        for (const shard of side) {
          expect(shard.estimatedMs).toBeLessThanOrEqual(mean * LONGEST_OVER_MEAN + 1)
          expect(shard.slices).toBeGreaterThan(0)
        }
      }
      for (const target of plan.targets) {
        const homes = plan.invocations.filter(({ invocation }) => invocation.targets.includes(target.id)).length
        const named = plan.cut.filter(({ text }) => text.startsWith(`${target.id} `)).length
        expect([homes, named, target.plannedRuns > 0]).toEqual(homes === 1 ? [1, 0, true] : [0, 1, false])
      }
      expect(total(plan)).toBeLessThanOrEqual(wished.budgetSeconds * 1_000 + shards.length)
      if (wished.maxTimeSeconds !== null)
        expect(wallMs(plan, wished.workers)).toBeLessThanOrEqual(wished.maxTimeSeconds * 1_000 + shards.length)
      if (wished.maxSpendUnits !== null && plan.shards.length > 0)
        expect(lockForSlotsUnits(plan.shards.length, input.options) <= wished.maxSpendUnits).toBe(true)
      for (const { invocation, sliceMs } of plan.invocations) {
        expect(sliceMs).toBeLessThanOrEqual((input.limits.cpuSeconds * 1_000) / 2)
        if (invocation.engine === 'forge')
          expect(
            Math.max(invocation.fuzzRuns / FEWEST_RUNS.fuzz, invocation.invariantRuns / FEWEST_RUNS.invariant),
          ).toBeGreaterThanOrEqual(1)
      }
      const mixed = list.map((one) => ({ one, key: noise.next().value! })).sort((a, b) => a.key - b.key)
      expect(
        planDigest(
          planCampaign(
            planInput(
              mixed.map(({ one }) => one),
              wished,
            ),
          ),
        ),
      ).toBe(planDigest(plan))
    }),
    { numRuns: 400 },
  )
  expect(plans).toBeGreaterThan(200)
})

function total(plan: Plan): number {
  return [...plan.shards, ...plan.runnerShards].reduce((sum, shard) => sum + shard.estimatedMs, 0)
}

function wallMs(plan: Plan, workers: number): number {
  const longest = Math.max(0, ...plan.shards.map(({ estimatedMs }) => estimatedMs))
  return Math.ceil(plan.shards.length / workers) * longest
}
