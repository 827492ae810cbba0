import {
  type Abi,
  type Address,
  BaseError,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type EncodeFunctionDataParameters,
  encodeFunctionData,
  InsufficientFundsError,
  isAddressEqual,
  zeroAddress,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { type ChainConnection, type ChainSettings, connectChain } from './chainConnection.ts'
import type { WriterSettings } from './connectEscrowWriter.ts'
import { formatAmount, NotThePayoutKey, RegistryRefused, SenderTooPoor, TooEarlyOnChain } from './errors.ts'
import type { Mined, TokenView } from './escrow.ts'
import { registryAbi } from './generated/registryAbi.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'
import { readToken } from './readToken.ts'
import type { RegistryReader, RegistryVenue, RegistryWriter } from './registry.ts'
import { createSender } from './sendTransaction.ts'
import { revertOf } from './translateRevert.ts'

type RegistryCall = ContractFunctionName<typeof registryAbi, 'nonpayable'>
type OfRegistry<T> = Omit<T, 'venue'> & { readonly venue: RegistryVenue }

/**
 * Reads a stake registry. Nothing is asked of the chain before the first call, which also checks chain id and contract.
 * @example
 * const registry = connectRegistry({ rpcUrl, venue: { chainId: 8453, registry: '0x…' } })
 * const { bondedUnits } = await registry.stake(worker, usdc)
 */
export function connectRegistry(settings: OfRegistry<ChainSettings>): RegistryReader {
  return readRegistry(connect(settings), settings.venue)
}

/** The registry with a key that pays gas. */
export function connectRegistryWriter(settings: OfRegistry<WriterSettings>): RegistryWriter {
  const connection = connect(settings)
  const reader = readRegistry(connection, settings.venue)
  const key = privateKeyToAccount(settings.key)
  const sender = createSender(connection, { ...settings, venue: connection.venue }, key)
  const to = settings.venue.registry

  async function write<N extends RegistryCall>(
    functionName: N,
    args: ContractFunctionArgs<typeof registryAbi, 'nonpayable', N>,
  ): Promise<Mined> {
    try {
      await connection.ask((client) =>
        client.simulateContract({
          address: to,
          abi: registryAbi as Abi,
          functionName: functionName as string,
          args: args as readonly unknown[],
          account: sender.address,
        }),
      )
      const data = encodeFunctionData({ abi: registryAbi, functionName, args } as EncodeFunctionDataParameters)
      return await sender.send({ to, data })
    } catch (error) {
      throw inWords(error, sender.address) ?? error
    }
  }

  /** @throws SenderTooPoor */
  async function approve(token: TokenView, units: bigint): Promise<void> {
    const read = { address: token.address, abi: testTokenAbi } as const
    const [balance, allowance] = await connection.ask((client) =>
      Promise.all([
        client.readContract({ ...read, functionName: 'balanceOf', args: [sender.address] }),
        client.readContract({ ...read, functionName: 'allowance', args: [sender.address, to] }),
      ]),
    )
    if (balance < units)
      throw new SenderTooPoor(
        sender.address,
        `holds ${formatAmount(balance, token)}; the stake needs ${formatAmount(units, token)}`,
      )
    if (allowance >= units) return
    // Some tokens (USDT) take no new allowance over an old one.
    for (const amount of allowance === 0n ? [units] : [0n, units]) {
      const data = encodeFunctionData({ abi: testTokenAbi, functionName: 'approve', args: [to, amount] })
      await sender.send({ to: token.address, data })
    }
  }

  return {
    ...reader,
    sender: sender.address,
    async register({ operator, payout, determinismClass, signature }) {
      const known = await reader.worker(operator)
      if (known !== undefined && isAddressEqual(known.payout, payout)) return 'already-done'
      return write('register', [operator, payout, determinismClass, signature])
    },
    async declareClass(determinismClass) {
      const known = await reader.worker(sender.address)
      if (known?.determinismClass === determinismClass) return 'already-done'
      return write('declareClass', [determinismClass])
    },
    async setPayout(operator, payout) {
      const known = await reader.worker(operator)
      if (known !== undefined && isAddressEqual(known.payout, payout)) return 'already-done'
      return write('setPayout', [operator, payout])
    },
    async deposit(operator, token, units) {
      await approve(await reader.token(token), units)
      return write('stake', [operator, token, units])
    },
    unbond: (operator, token, units) => write('unbond', [operator, token, units]),
    rebond: (operator, token) => write('rebond', [operator, token]),
    withdraw: (operator, token) => write('withdraw', [operator, token]),
  }
}

function connect(settings: OfRegistry<ChainSettings>): ChainConnection {
  const { chainId, registry } = settings.venue
  return connectChain({ ...settings, venue: { chainId, escrow: registry } })
}

function readRegistry(connection: ChainConnection, venue: RegistryVenue): RegistryReader {
  const contract = { address: venue.registry, abi: registryAbi } as const
  return {
    venue,
    async worker(operator) {
      const { payout, determinismClass } = await connection.ask((client) =>
        client.readContract({ ...contract, functionName: 'workerOf', args: [operator] }),
      )
      return isAddressEqual(payout, zeroAddress) ? undefined : { payout, determinismClass }
    },
    async stake(operator, token) {
      const { bonded, unbonding, availableAt } = await connection.ask((client) =>
        client.readContract({ ...contract, functionName: 'stakeOf', args: [operator, token] }),
      )
      return { bondedUnits: bonded, unbondingUnits: unbonding, availableAt: unbonding === 0n ? null : availableAt }
    },
    token: (address) => readToken(connection, address),
    unbondingSeconds: () =>
      connection.ask((client) => client.readContract({ ...contract, functionName: 'unbondingPeriod' })),
    now: async () => Number((await connection.ask((client) => client.getBlock())).timestamp),
  }
}

/** A refusal of the registry in the caller's words; undefined when `error` is none. */
function inWords(error: unknown, sender: Address): Error | undefined {
  if (error instanceof BaseError && error.walk((inner) => inner instanceof InsufficientFundsError))
    return new SenderTooPoor(sender, 'cannot pay for the gas', error)
  const revert = revertOf(error)
  if (revert === undefined) return undefined
  if (revert.name === 'TooEarly') return new TooEarlyOnChain(Number(revert.args[0]), error)
  if (revert.name === 'NotPayout') return new NotThePayoutKey(sender, error)
  return new RegistryRefused(`${revert.name}(${revert.args.map(String).join(', ')})`, error)
}
