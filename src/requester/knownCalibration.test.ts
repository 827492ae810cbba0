import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timedTarget } from '../campaign/planInput.fixture.ts'
import type { Calibration } from '../engines/engine.ts'
import { sha256 } from '../protocol/digest.ts'
import { fromKnown, mergeCalibrations } from './knownCalibration.ts'

const fuzz = [10, 20, 90].map((micros, i) => timedTarget(i, 'fuzz', micros))
const invariant = timedTarget(8, 'invariant', 5_000, { lowEntropy: true })
const known = (of: readonly ReturnType<typeof timedTarget>[]): Calibration => ({
  v: 1,
  engine: sha256('engine'),
  startMicros: 7,
  invariantDepth: 100,
  targets: of.map(({ calibration }) => calibration),
})
const targetsOf = (of: readonly ReturnType<typeof timedTarget>[]) => of.map(({ target }) => target)

test('a calibration that knows too little of the targets, or none of a kind, says nothing', () => {
  expect(fromKnown(known(fuzz.slice(0, 1)), targetsOf(fuzz))).toBeUndefined()
  expect(fromKnown(known(fuzz), targetsOf([...fuzz, invariant]))).toBeUndefined()
  expect(fromKnown(known([]), targetsOf(fuzz))).toBeUndefined()
})

test('a new target takes the median of its kind, and what was measured stays, proof of work included', () => {
  const fresh = timedTarget(5, 'fuzz', 1)
  const found = fromKnown(known([...fuzz, invariant]), targetsOf([...fuzz, invariant, fresh]))
  expect(found?.guessed).toEqual([fresh.target.id])
  expect(found?.calibration.targets.map(({ microsPerRun }) => microsPerRun)).toEqual([10, 20, 90, 5_000, 20])
  expect(found?.calibration.targets.map(({ lowEntropy }) => lowEntropy)).toEqual([false, false, false, true, false])
  expect(found?.calibration).toMatchObject({ startMicros: 7, invariantDepth: 100 })
})

test('targets that are gone are left out, and newer figures replace older ones', () => {
  expect(fromKnown(known(fuzz), targetsOf(fuzz.slice(1)))?.calibration.targets).toHaveLength(2)
  const again = { ...known([timedTarget(0, 'fuzz', 33)]), startMicros: 9 }
  const merged = mergeCalibrations(known(fuzz), again, 10)
  expect(merged.startMicros).toBe(9)
  expect(merged.targets.map(({ microsPerRun }) => microsPerRun)).toEqual([33, 20, 90])
  expect(mergeCalibrations(known(fuzz), again, 2).targets).toHaveLength(2)
})

test('every target gets figures once, whatever is known', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), fc.uniqueArray(fc.nat(40)), (have, want) => {
      const some = (numbers: readonly number[]) =>
        numbers.map((n) => timedTarget(n, n % 2 ? 'fuzz' : 'invariant', n + 1))
      const found = fromKnown(known(some(have)), targetsOf(some(want)))
      if (found === undefined) return
      expect(found.calibration.targets.map(({ target }) => target)).toEqual(targetsOf(some(want)).map(({ id }) => id))
      expect(found.guessed.length).toBe(want.filter((n) => !have.includes(n)).length)
    }),
  )
})
