import { expect, test } from 'vitest'
import { DemoProcessFailed, KeyMissing, LinesMissing, NotConfirmed, WrongArgument } from '../src/cli/errors.ts'
import { NotCanonical } from '../src/protocol/canonicalJson.ts'
import { formatError } from '../src/protocol/errors.ts'
import { Unsealable } from '../src/protocol/sealed.ts'
import * as errors from '../src/requester/errors.ts'

test.each([
  ['FB1010', new errors.OptionsInvalid('fuzzburst.toml', ['budget: expected a duration'])],
  [
    'FB1040',
    new errors.NothingAffected(
      { kind: 'affected', chosen: 0, of: 9, why: 'no source of this project changed.' },
      `0x${'1'.repeat(64)}`,
      null,
    ),
  ],
  ['FB1011', new errors.PrivateCodeToPublicPool()],
  ['FB1012', new errors.SpenderKeyMissing()],
  ['FB1013', new errors.PoolSettingsMissing(['account'])],
  ['FB1014', new errors.CannotResume(`0x${'ab'.repeat(32)}`, 'it is settled already')],
  ['FB1015', new errors.FindingUnknown('F-00000000', ['F-12345678'])],
  ['FB1016', new errors.StateUnreadable('.fuzzburst/report.json')],
  ['FB1017', new errors.ProjectChanged(`0x${'ab'.repeat(32)}`)],
  ['FB1018', new errors.RelayFeeTooHigh(900_000n, 100_000n, { symbol: 'tUSDC', decimals: 6 })],
  [
    'FB2090',
    new errors.SpendingCapReached({ name: 'max-spend-per-pr', capUnits: 5_000_000n, leftUnits: 10_000n }, 44_000n, {
      symbol: 'tUSDC',
      decimals: 6,
    }),
  ],
  ['FB1047', new errors.Overtaken()],
  ['FB2030', new KeyMissing('FUZZBURST_OWNER_KEY')],
  ['FB2031', new NotConfirmed('Deposit 5 tUSDC?')],
  ['FB2047', new LinesMissing(`0x${'ab'.repeat(32)}`, 'they are not in .fuzzburst/settlements/ here')],
  ['FB2049', new WrongArgument('"five" is not an amount such as 5 or 0.25.')],
  ['FB5100', new errors.LayersGone('the relay has deleted them, or the code is not public')],
  ['FB5101', new errors.EvidenceUnreadable('evidence.json')],
  ['FB5102', new errors.NotTheJobsKey(`0x${'ab'.repeat(32)}`)],
  ['FB6001', new Unsealable()],
  ['FB9001', new NotCanonical('.a', 'a float')],
  ['FB9010', new DemoProcessFailed('relay', 'address in use')],
])('%s says what happened and what to do', (code, error) => {
  expect(error.code).toBe(code)
  expect(formatError(error)).toMatchSnapshot()
})
