import { expect, test } from 'vitest'
import { trustedDir } from './trustedDir.ts'

test.each([undefined, '', 'temp', './temp'])('the temporary folder %j is refused', (temp) => {
  expect(() => trustedDir({ RUNNER_TEMP: temp })).toThrow(/FB7005/)
})

test('what must be trusted lies in the runner’s own temporary folder', () => {
  expect(trustedDir({ RUNNER_TEMP: '/runner/_temp' })).toBe('/runner/_temp/fuzzburst')
})
