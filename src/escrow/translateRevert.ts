import {
  type Abi,
  BaseError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
  InsufficientFundsError,
  isHex,
  RpcRequestError,
} from 'viem'
import type { FuzzburstError } from '../protocol/errors.ts'
import {
  CapExceeded,
  ContestsPending,
  EscrowRefused,
  EscrowTooSmall,
  IntentExpired,
  NotASpender,
  NothingRequested,
  NotTheOwner,
  SenderTooPoor,
  type TokenName,
  TooEarlyOnChain,
  TooLateOnChain,
  WrongJobState,
} from './errors.ts'
import { equivocationAbi } from './generated/equivocationAbi.ts'
import { escrowAbi } from './generated/escrowAbi.ts'
import { registryAbi } from './generated/registryAbi.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'

/** The contract's own error inside whatever viem threw, or undefined when the contract did not refuse. */
export function revertOf(error: unknown): { name: string; args: readonly unknown[] } | undefined {
  if (!(error instanceof BaseError)) return undefined
  const revert = error.walk((inner) => inner instanceof ContractFunctionRevertedError)
  if (revert instanceof ContractFunctionRevertedError) {
    if (revert.data === undefined) return { name: revert.reason ?? 'no reason given', args: [] }
    return { name: revert.data.errorName, args: revert.data.args ?? [] }
  }
  // A gas estimate refuses without telling viem which contract's errors to look for.
  const raw = error.walk((inner) => inner instanceof RpcRequestError && isHex(inner.data))
  return raw instanceof RpcRequestError && isHex(raw.data) ? decodeRevert(raw.data) : undefined
}

function decodeRevert(data: Hex): { name: string; args: readonly unknown[] } {
  for (const abi of [escrowAbi, registryAbi, equivocationAbi, testTokenAbi]) {
    try {
      const decoded = decodeErrorResult({ abi: abi as Abi, data })
      return { name: decoded.errorName, args: decoded.args ?? [] }
    } catch (error) {
      if (!(error instanceof BaseError)) throw error
    }
  }
  return { name: `unknown error ${data.slice(0, 10)}`, args: [] }
}

/** What is known of a call when the contract refuses it. */
export interface CallContext {
  readonly account: Hex
  readonly token: TokenName
  readonly sender: Hex
}

/** A refusal of the escrow in the caller's words; undefined when `error` is no refusal of a contract. */
export function translateRevert(error: unknown, context: CallContext): FuzzburstError | undefined {
  if (error instanceof BaseError && error.walk((inner) => inner instanceof InsufficientFundsError))
    return new SenderTooPoor(context.sender, 'cannot pay for the gas', error)
  const revert = revertOf(error)
  if (revert === undefined) return undefined
  const number = (index: number) => {
    const value = revert.args[index]
    return typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : 0n
  }
  switch (revert.name) {
    case 'NotEnoughFunds':
      return new EscrowTooSmall(number(1), number(0), context.token)
    case 'CapPerJobExceeded':
      return new CapExceeded('job', number(0), number(1), context.token)
    case 'CapPerDayExceeded':
      return new CapExceeded('day', number(0), number(1), context.token)
    case 'GrantTooSmall':
      return new CapExceeded('grant', number(0), number(1), context.token)
    case 'NotSpender':
      return new NotASpender(String(revert.args[1]), context.account, undefined)
    case 'BadSignature':
      return new NotASpender(String(revert.args[0]), context.account, undefined)
    case 'SpenderExpired':
      return new NotASpender(String(revert.args[0]), context.account, number(1))
    case 'IntentExpired':
      return new IntentExpired(`The intent had to be opened by second ${number(0)} of the chain’s clock.`)
    case 'GrantExpired':
      return new IntentExpired(`The grant was valid until second ${number(0)} of the chain’s clock.`)
    case 'BadDeadline':
      return new IntentExpired(
        `The settlement deadline ${number(0)} is past, or later than the escrow allows (${number(1)}).`,
      )
    case 'TooEarly':
      return new TooEarlyOnChain(number(0), error)
    case 'TooLate':
      return new TooLateOnChain(number(0), error)
    case 'NotOwner':
      return new NotTheOwner(String(revert.args[1]), error)
    case 'NotChallenger':
      return new NotTheOwner(String(revert.args[0]), error)
    case 'NoWithdrawal':
      return new NothingRequested(String(revert.args[0]), error)
    case 'WrongState':
      return new WrongJobState(String(revert.args[0]), number(1), error)
    case 'ContestsPending':
      return new ContestsPending(String(revert.args[0]), number(1), error)
    case 'ERC20InsufficientBalance':
    case 'ERC20InsufficientAllowance':
      return new SenderTooPoor(context.sender, `lacks the tokens or their approval (${revert.name})`, error)
    default:
      return new EscrowRefused(`${revert.name}(${revert.args.map(String).join(', ')})`, error)
  }
}
