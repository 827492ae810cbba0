import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import * as errors from './errors.ts'
import * as jobErrors from './jobErrors.ts'

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
    new jobErrors.JobRefused('the plan digest is another'),
    new jobErrors.NoLock('the job is unknown there'),
    new jobErrors.RequesterNotListed('0x1'),
    new jobErrors.LayersMissing(['0xaa', '0xbb']),
    new jobErrors.PrivateCodeRefused(),
    new jobErrors.WorkerNotListed('0x1'),
    new jobErrors.LeaseSignatureRefused('not by the job key'),
    new jobErrors.LeaseOver('lapsed'),
    new jobErrors.RootRefused('not by the worker'),
    new jobErrors.SecondRoot(),
    new jobErrors.ResultsRefused('there is no root yet'),
    new jobErrors.VerdictRefused('nothing was delivered'),
    new jobErrors.SettlementRefused('the total is another'),
    new jobErrors.NothingSubmitted('it has no chain'),
    new jobErrors.JobOver('settled'),
    new jobErrors.AuditShardRefused('a sponsor pays for the job'),
    new jobErrors.HelloMissing(),
    new jobErrors.ReceiptRefused('it is signed by another key'),
    new jobErrors.PublicationRefused('the job is not settled'),
    new jobErrors.StakeMissing('0x1', 3n, 20n, '0x2'),
    new jobErrors.PriceAboveStake('it pays 3 units a lease; the stake behind one covers 2'),
    new errors.RelaySettingsWrong('key', 'missing'),
    new errors.DataFolderBusy(17),
    new errors.RelayFault(),
  ]
  expect(samples.length).toBe(Object.keys(errors).length - 1 + Object.keys(jobErrors).length)
  for (const error of samples) expect(formatError(error)).toMatchSnapshot(error.code)
})
