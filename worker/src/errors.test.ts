import { expect, test } from 'vitest'
import { formatError } from '../../src/protocol/errors.ts'
import { SelfTestFailed } from '../../src/verify/errors.ts'
import {
  BadReceipt,
  BadStakeArgument,
  BadWorkerKey,
  BadWorkerSetting,
  DataDirInUse,
  JournalUnreadable,
  LayerUnusable,
  OfferRefused,
  StakeNotConfirmed,
  StatusAddressUnusable,
  StatusUnreachable,
  UnstableSlice,
} from './errors.ts'

test.each([
  new BadWorkerSetting(['slots: expected a whole number']),
  new BadWorkerKey('none was given'),
  new DataDirInUse('/var/lib/fuzzburst-worker', 'process 41'),
  new OfferRefused('price', 'it pays 3 of at least 5 units'),
  new LayerUnusable('0xabc', 'the bytes received are others'),
  new StatusUnreachable('127.0.0.1:9464'),
  new SelfTestFailed('the engine did not run', 'forge: not found'),
  new JournalUnreadable('leases/00/offer.json'),
  new StatusAddressUnusable('127.0.0.1:9464'),
  new BadReceipt('http://relay.test'),
  new BadStakeArgument('there is nothing to ask back'),
  new StakeNotConfirmed('Stake 5 tUSDC?'),
  new UnstableSlice(3, 'limit memory', 'completed'),
])('$code says what happened and what to do', (error) => {
  expect(formatError(error)).toMatchSnapshot()
})
