import { randomBytes } from 'node:crypto'
import { toHex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { type Anvil, startAnvil } from '../../escrow/anvil.ts'
import { connectEscrowWriter } from '../../escrow/connectEscrowWriter.ts'
import { deployEscrow, deployTestToken } from '../../escrow/deployEscrow.ts'
import { productionWindows } from '../../escrow/deployment.ts'
import type { EscrowWriter } from '../../escrow/escrow.ts'
import { mintTestToken } from '../../escrow/mintTestToken.ts'
import type { Venue } from '../../protocol/messages.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'

/** Milliseconds between looks for a new block: anvil mines at once. */
const POLLING_MS = 100
/** What the account is funded with, in units of the 6-decimal test dollar. */
const DEPOSIT_UNITS = 25_000_000n
const SPENDER_DAYS = 30

/** A development chain with an escrow and a funded account. */
export interface DemoChain {
  readonly anvil: Anvil
  readonly venue: Venue
  readonly account: Bytes32
  readonly depositUnits: bigint
  /** The account's owner, with gas. */
  readonly owner: EscrowWriter
  /** May spend up to its caps; holds no gas and needs none. */
  readonly spenderKey: Bytes32
  /** Pays gas for opens and settlements. */
  readonly relayKey: Bytes32
  readonly workerKeys: readonly Bytes32[]
}

/** Starts anvil, deploys the contracts, creates and funds an account, and gives a fresh key caps on it. */
export async function startDemoChain(say: (line: string) => void): Promise<DemoChain> {
  const anvil = await startAnvil()
  try {
    const [relayKey, ownerKey, ...workerKeys] = anvil.accounts
    const settings = { rpcUrl: anvil.rpcUrl, pollingMs: POLLING_MS }
    const venue = await deployEscrow({ ...settings, key: relayKey!, windows: productionWindows })
    const token = await deployTestToken({ ...settings, key: relayKey! })
    const owner = connectEscrowWriter({ ...settings, venue, key: ownerKey! })
    await mintTestToken({ ...settings, key: ownerKey! }, { token, to: owner.sender, units: DEPOSIT_UNITS })
    const { account } = await owner.createAccount({ token, salt: toHex(randomBytes(32)) })
    await owner.deposit(account, DEPOSIT_UNITS)
    const spenderKey = toHex(randomBytes(32))
    await owner.setSpender(account, privateKeyToAddress(spenderKey), {
      maxPerJobUnits: 5_000_000n,
      maxPerDayUnits: 20_000_000n,
      expires: (await owner.now()) + SPENDER_DAYS * 86_400,
    })
    say(`chain      anvil ${anvil.rpcUrl}, escrow ${venue.escrow}`)
    say(`account    ${account.slice(0, 18)} funded with 25 tUSDC; the CI key may spend 5 a job and never withdraw`)
    return { anvil, venue, account, depositUnits: DEPOSIT_UNITS, owner, spenderKey, relayKey: relayKey!, workerKeys }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}
