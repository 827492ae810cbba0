import type { Address } from 'viem'
import { z } from 'zod'
import { type ChainConnection, translateTransport } from './chainConnection.ts'
import type { TokenView } from './escrow.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'

/** What a token says of itself is somebody else's text. */
const zSymbol = z.string().regex(/^[A-Za-z0-9.$₮-]{1,16}$/)
const zDecimals = z.number().int().min(0).max(36)

/** Symbol and decimals of a token. One that cannot name itself gets a substitute; a chain that does not answer is still an error. */
export async function readToken(connection: ChainConnection, address: Address): Promise<TokenView> {
  const ask = (functionName: 'symbol' | 'decimals') =>
    connection.ask((client) =>
      client.readContract({ address, abi: testTokenAbi, functionName }).catch((error: unknown) => {
        if (translateTransport(error, connection.endpoint) !== error) throw error
        return undefined
      }),
    )
  const symbol = zSymbol.safeParse(await ask('symbol'))
  const decimals = zDecimals.safeParse(await ask('decimals'))
  return { address, symbol: symbol.data ?? 'units', decimals: symbol.success ? (decimals.data ?? 0) : 0 }
}
