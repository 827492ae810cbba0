import {
  BaseError,
  ContractFunctionZeroDataError,
  createPublicClient,
  defineChain,
  HttpRequestError,
  http,
  type PublicClient,
  RpcRequestError,
  TimeoutError,
  type Transport,
} from 'viem'
import type { Venue } from '../protocol/messages.ts'
import { RpcUnreachable, WrongVenue } from './errors.ts'

/** Where the chain is reached, and which escrow on it. */
export interface ChainSettings {
  readonly rpcUrl: string
  readonly venue: Venue
  /** How JSON-RPC travels; HTTP to `rpcUrl` by default. */
  readonly transport?: Transport
  /** Blocks on top of a transaction (its own included) before it counts. Default 1. */
  readonly confirmations?: number
  /** Milliseconds between looks for a new block. Default 1,000; 100 suits a development chain. */
  readonly pollingMs?: number
}

/** A client of one chain that has been asked who it is. */
export interface ChainConnection {
  readonly venue: Venue
  readonly endpoint: string
  readonly client: PublicClient
  /** Runs chain calls after checking, once, that chain and contract are the right ones. @throws RpcUnreachable, WrongVenue */
  ask<T>(call: (client: PublicClient) => Promise<T>): Promise<T>
}

/** Scheme and host of an RPC URL: its path and query often hold an API key. */
export function endpointName(rpcUrl: string): string {
  const url = URL.parse(rpcUrl)
  return url === null ? '(not a URL)' : `${url.protocol}//${url.host}`
}

/** The client of a chain. Nothing is asked of it yet. */
export function chainClient(settings: Omit<ChainSettings, 'venue'>, chainId: number): PublicClient {
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [settings.rpcUrl] } },
  })
  return createPublicClient({
    chain,
    transport: settings.transport ?? http(settings.rpcUrl, { retryCount: 2 }),
    pollingInterval: settings.pollingMs ?? 1_000,
    cacheTime: 0,
  })
}

/** The number of the chain behind an endpoint. @throws RpcUnreachable */
export async function readChainId(settings: Omit<ChainSettings, 'venue'>): Promise<number> {
  try {
    return await chainClient(settings, 0).getChainId()
  } catch (error) {
    throw translateTransport(error, endpointName(settings.rpcUrl))
  }
}

/** A connection that checks chain and contract before its first answer. */
export function connectChain(settings: ChainSettings): ChainConnection {
  const { venue } = settings
  const endpoint = endpointName(settings.rpcUrl)
  const client = chainClient(settings, venue.chainId)
  let checked: Promise<void> | undefined
  const check = async () => {
    const chainId = await client.getChainId()
    if (chainId !== venue.chainId)
      throw new WrongVenue(`${endpoint} is chain ${chainId}; the escrow is on chain ${venue.chainId}.`)
    const code = await client.getCode({ address: venue.escrow })
    if (code === undefined || code === '0x')
      throw new WrongVenue(`There is no contract at ${venue.escrow} on chain ${chainId}.`)
  }
  return {
    venue,
    endpoint,
    client,
    async ask(call) {
      try {
        checked ??= check()
        await checked
      } catch (error) {
        // The next question checks again: an endpoint may come back.
        checked = undefined
        throw translateTransport(error, endpoint)
      }
      try {
        return await call(client)
      } catch (error) {
        if (error instanceof BaseError && error.walk((inner) => inner instanceof ContractFunctionZeroDataError))
          throw new WrongVenue(
            `The contract at ${venue.escrow} on chain ${venue.chainId} is no escrow of this version.`,
          )
        throw translateTransport(error, endpoint)
      }
    },
  }
}

/** RpcUnreachable for faults of the way to the chain; everything else unchanged. */
export function translateTransport(error: unknown, endpoint: string): unknown {
  if (!(error instanceof BaseError)) return error
  const fault = error.walk((inner) => inner instanceof HttpRequestError || inner instanceof TimeoutError)
  if (fault instanceof TimeoutError) return new RpcUnreachable(endpoint, 'it took too long', error)
  if (fault instanceof HttpRequestError)
    return new RpcUnreachable(endpoint, fault.status === undefined ? 'no connection' : `HTTP ${fault.status}`, error)
  const rpc = error.walk((inner) => inner instanceof RpcRequestError)
  // -32005: limit exceeded (EIP-1474).
  if (rpc instanceof RpcRequestError && rpc.code === -32005) return new RpcUnreachable(endpoint, 'rate limit', error)
  return error
}
