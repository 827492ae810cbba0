import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import * as errors from './errors.ts'

test('every refusal of the relay says what happened and what to do', () => {
  const samples = [
    new errors.RequestUnsigned('no header fuzzburst-session'),
    new errors.RequestStale(120),
    new errors.RequestReplayed(),
    new errors.SessionUnknown(),
    new errors.DelegationRefused('it has expired'),
    new errors.RequestMalformed('body.lease', 'expected 0x and 64 hex digits'),
    new errors.NotFound('job'),
    new errors.NotYours('job'),
    new errors.TooLarge('blob', 300, 200),
    new errors.DigestMismatch(),
    new errors.QuotaExceeded('One uploader', 1000),
    new errors.TooManyRequests(),
    new errors.JobRefused('the plan digest is another'),
    new errors.NoLock('the job is unknown there'),
    new errors.RequesterNotListed('0x1'),
    new errors.LayersMissing(['0xaa', '0xbb']),
    new errors.PrivateCodeRefused(),
    new errors.WorkerNotListed('0x1'),
    new errors.LeaseSignatureRefused('not by the job key'),
    new errors.LeaseOver('lapsed'),
    new errors.RootRefused('not by the worker'),
    new errors.SecondRoot(),
    new errors.ResultsRefused('there is no root yet'),
    new errors.VerdictRefused('nothing was delivered'),
    new errors.SettlementRefused('the total is another'),
    new errors.NothingSubmitted('it has no chain'),
    new errors.JobOver('settled'),
    new errors.HelloMissing(),
    new errors.RelaySettingsWrong('key', 'missing'),
    new errors.DataFolderBusy(17),
    new errors.RelayFault(),
  ]
  expect(samples.length).toBe(Object.keys(errors).length - 1)
  for (const error of samples) expect(formatError(error)).toMatchSnapshot(error.code)
})
