import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import {
  AnvilFailed,
  CannotDeploy,
  CapExceeded,
  ContestsPending,
  DeploymentDiffers,
  EscrowRefused,
  EscrowTooSmall,
  IntentExpired,
  NoEquivocation,
  NotASpender,
  NothingRequested,
  NotTheOwner,
  NotThePayoutKey,
  RegistryRefused,
  RpcUnreachable,
  SenderTooPoor,
  TooEarlyOnChain,
  TooLateOnChain,
  TransactionFailed,
  UnknownChain,
  UnknownOnChain,
  WrongJobState,
  WrongVenue,
} from './errors.ts'

const usdc = { symbol: 'USDC', decimals: 6 }
const address = '0x5FbDB2315678afecb367f032d93F642f64180aa3'
const id = `0x${'ab'.repeat(32)}`

test.each([
  ['FB2001', new RpcUnreachable('https://rpc.example', 'no connection')],
  ['FB2002', new WrongVenue('https://rpc.example is chain 1; the escrow is on chain 8453.')],
  ['FB2003', new EscrowTooSmall(1_500_000n, 12_000_001n, usdc)],
  ['FB2004, one job', new CapExceeded('job', 30_000_000n, 20_000_000n, usdc)],
  ['FB2004, one day', new CapExceeded('day', 30_000_000n, 0n, usdc)],
  ['FB2004, a grant', new CapExceeded('grant', 30_000_000n, 1n, usdc)],
  ['FB2005, unknown', new NotASpender(address, id, undefined)],
  ['FB2005, expired', new NotASpender(address, id, 1_700_000_000n)],
  ['FB2006', new IntentExpired('The intent had to be opened by second 9 of the chain’s clock.')],
  ['FB2007', new TransactionFailed('The transaction was mined but reverted', id)],
  ['FB2008', new EscrowRefused('ContestsPending(0xab, 1)')],
  ['FB2009, account', new UnknownOnChain('account', id, 'https://rpc.example')],
  ['FB2009, job', new UnknownOnChain('job', id, 'https://rpc.example')],
  ['FB2010', new SenderTooPoor(address, 'cannot pay for the gas')],
  ['FB2011', new AnvilFailed('it ended at once', 'a line\nanother')],
  ['FB2012', new CannotDeploy(`Chain 5 has no deterministic deployment proxy at ${address}.`)],
  ['FB2040', new TooEarlyOnChain(1_700_000_000n)],
  ['FB2041', new TooLateOnChain(1_700_000_000n)],
  ['FB2042', new NotTheOwner(address)],
  ['FB2043', new NothingRequested(id)],
  ['FB2044', new WrongJobState(id, 4n)],
  ['FB2045', new ContestsPending(id, 2n)],
  ['FB2046', new UnknownChain('bass')],
  ['FB2050', new RegistryRefused('NotRegistered(0xab)')],
  ['FB2051', new NoEquivocation('the two roots are the same')],
  ['FB2052', new NotThePayoutKey(address)],
  ['FB2048', new DeploymentDiffers(address, 'its code differs')],
])('%s says what happened and what to do', (_name, error) => {
  expect(formatError(error)).toMatchSnapshot()
})
