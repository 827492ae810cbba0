import { type Address, createPublicClient, type Hex, http } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { sha256 } from '../protocol/digest.ts'
import { deriveJobSecrets, type JobSecrets } from '../protocol/jobSecrets.ts'
import type { Intent, Venue } from '../protocol/messages.ts'
import { type Bytes32, zeroAddress } from '../protocol/primitives.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { type Anvil, startAnvil } from './anvil.ts'
import { connectEscrowWriter, type WriterSettings } from './connectEscrowWriter.ts'
import { deployEscrow, deployTestToken } from './deployEscrow.ts'
import { productionWindows } from './deployment.ts'
import type { EscrowWriter } from './escrow.ts'
import { testTokenAbi } from './generated/testTokenAbi.ts'
import { mintTestToken } from './mintTestToken.ts'

/** One tUSDC in units. */
export const ONE = 1_000_000n

/** A funded account on a fresh chain, with one spender: what the chain tests start from. */
export interface TestEscrow {
  readonly anvil: Anvil
  readonly venue: Venue
  readonly token: Address
  readonly account: Bytes32
  readonly owner: EscrowWriter
  /** Another funded key: a relay, or anyone. */
  readonly anyone: EscrowWriter
  readonly spender: PrivateKeyAccount
  writer(key: Hex, more?: Partial<WriterSettings>): EscrowWriter
  tokensOf(address: Address): Promise<bigint>
  /** An intent of the account that the escrow would take now; each `name` has a job of its own. */
  intent(name: string, change?: Partial<Intent>): Promise<{ intent: Intent; signature: Hex; secrets: JobSecrets }>
}

/** Starts anvil, deploys, mints 1,000 tUSDC to the owner and deposits 100 of them. */
export async function startTestEscrow(): Promise<TestEscrow> {
  const anvil = await startAnvil()
  const [ownerKey, anyoneKey] = anvil.accounts as readonly [Hex, Hex]
  const deployer = { rpcUrl: anvil.rpcUrl, key: anyoneKey, pollingMs: 20 }
  const token = await deployTestToken(deployer)
  const venue = await deployEscrow({ ...deployer, windows: productionWindows })
  const writer = (key: Hex, more: Partial<WriterSettings> = {}) =>
    connectEscrowWriter({ rpcUrl: anvil.rpcUrl, venue, key, pollingMs: 20, ...more })
  const owner = writer(ownerKey)
  const anyone = writer(anyoneKey)
  await mintTestToken(deployer, { token, to: owner.sender, units: 1_000n * ONE })
  const { account } = await owner.createAccount({ token, salt: sha256('salt') })
  await owner.deposit(account, 100n * ONE)
  const spenderKey = sha256('a spender key that lives in CI')
  const spender = privateKeyToAccount(spenderKey)
  const expires = (await owner.now()) + 365 * 86_400
  await owner.setSpender(account, spender.address, { maxPerJobUnits: 20n * ONE, maxPerDayUnits: 50n * ONE, expires })
  const client = createPublicClient({ transport: http(anvil.rpcUrl) })
  return {
    anvil,
    venue,
    token,
    account,
    owner,
    anyone,
    spender,
    writer,
    tokensOf: (address) =>
      client.readContract({ address: token, abi: testTokenAbi, functionName: 'balanceOf', args: [address] }),
    async intent(name, change = {}) {
      const secrets = deriveJobSecrets(spenderKey, sha256(name))
      const now = await owner.now()
      const intent: Intent = {
        account,
        jobHash: sha256(`plan ${name}`),
        auditCommit: secrets.auditCommit,
        jobKey: secrets.jobKey.address,
        assigner: zeroAddress,
        slots: 10,
        spares: 1,
        slotPrice: ONE,
        finderReserve: 3n * ONE,
        relayerFeeCap: ONE / 2n,
        openBy: now + 600,
        settleBy: now + 3_600,
        ...change,
      }
      return { intent, signature: await signMessageStruct(spender, venue, 'Intent', intent), secrets }
    },
  }
}
