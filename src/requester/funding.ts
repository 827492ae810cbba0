import { parseUnits } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { connectEscrow } from '../escrow/connectEscrow.ts'
import { connectRegistry } from '../escrow/connectRegistry.ts'
import type { EscrowReader, TokenView } from '../escrow/escrow.ts'
import type { RegistryReader } from '../escrow/registry.ts'
import { registryOf } from '../escrow/stakeCode.ts'
import { connectPool } from '../pool/connectPool.ts'
import type { PoolConnection } from '../pool/pool.ts'
import { deriveJobSecrets, type JobSecrets } from '../protocol/jobSecrets.ts'
import { type Bytes32, zeroBytes32 } from '../protocol/primitives.ts'
import { sessionSigner } from '../protocol/requestSignature.ts'
import type { BurstSeries } from '../protocol/series.ts'
import type { BurstDeps } from './burstDeps.ts'
import { PoolSettingsMissing, RelayFeeTooHigh } from './errors.ts'
import type { BurstOptions } from './options.ts'
import type { Offer } from './prepareBurst.ts'
import type { PullBoard } from './pullBoard.ts'
import { type SponsorFunding, type SponsorRequest, sponsoredOffer } from './sponsorFunding.ts'

/** How long a relay is waited for before the burst does without it, in milliseconds: long enough for its restart. */
const CONNECT_FOR_MS = 15_000

/** Who pays, and through which relay. */
export interface FundingRequest {
  readonly relay: string
  readonly rpcUrl: string | null
  readonly account: Bytes32 | null
  /** Private key of a spender of the account. Signs one intent; never sent anywhere. */
  readonly spenderKey: Bytes32
  /** Of the job that is resumed; else a fresh one. */
  readonly nonce: Bytes32
  /**
   * Asks the relay's sponsor to pay. `spenderKey` is then a fresh one that spends nothing: the job's secrets are derived
   * from it.
   */
  readonly sponsored?: SponsorRequest
}

/** A relay that answers, and the account behind it. */
export interface Funding {
  readonly connection: PoolConnection
  readonly spender: PrivateKeyAccount
  readonly secrets: JobSecrets
  readonly account: Bytes32
  /** Null in a private pool, and for a sponsored burst: whose money it is not needs no look at the chain. */
  readonly escrow: EscrowReader | null
  /** Who holds the workers' stakes; null wherever the escrow is. */
  readonly registry: RegistryReader | null
  /** Who pays, if the account is not one's own. */
  readonly sponsor: SponsorFunding | null
  readonly token: Pick<TokenView, 'symbol' | 'decimals'>
  readonly offer: Offer
  /** Other bursts for the same pull request; not given when it is for none, and for a sponsored burst. */
  readonly pull?: PullBoard
  /** Where this burst stands among those for its pull request: a sponsor's relay ends older free ones by it. */
  readonly series?: BurstSeries
  /** For each unique finding, in token units. */
  readonly finderRewardUnits: bigint
}

/** Connects as the job's own key, whose session is derived too: a resuming runner needs nothing but the spender key. */
export async function connectFunding(
  request: FundingRequest,
  options: BurstOptions,
  deps: BurstDeps,
): Promise<Funding> {
  const spender = privateKeyToAccount(request.spenderKey)
  const secrets = deriveJobSecrets(request.spenderKey, request.nonce)
  const connection = await connectPool({
    url: request.relay,
    account: secrets.jobKey,
    session: sessionSigner(secrets.sessionSeed),
    clock: deps.poolClock,
    fetch: deps.fetch,
    connectForMs: CONNECT_FOR_MS,
    ...(deps.settleSignal && { signal: deps.settleSignal }),
  })
  const { info } = connection
  if (info.pool === 'private') {
    const offer = { slotPriceUnits: 0n, finderReserveUnits: 0n, maxSpendUnits: null, relayerFeeCapUnits: 0n }
    const token = { symbol: '', decimals: 0 }
    const account = zeroBytes32
    const nobody = { escrow: null, registry: null, sponsor: null }
    return { connection, spender, secrets, account, ...nobody, token, offer, finderRewardUnits: 0n }
  }
  if (request.sponsored !== undefined) {
    const terms = await connection.requester.sponsor()
    const { account, token } = terms
    const offer = sponsoredOffer(terms, info.submitsForUnits ?? 0n, options)
    const sponsor = { terms, idToken: request.sponsored.idToken }
    const payer = { escrow: null, registry: null, sponsor }
    return { connection, spender, secrets, account, ...payer, token, offer, finderRewardUnits: 0n }
  }
  const missing = [...(request.rpcUrl === null ? ['rpc-url'] : []), ...(request.account === null ? ['account'] : [])]
  if (request.rpcUrl === null || request.account === null) throw new PoolSettingsMissing(missing)
  const escrow = connectEscrow({ rpcUrl: request.rpcUrl, venue: info.venue })
  const token = await escrow.token(request.account)
  const units = (amount: string): bigint => parseUnits(amount, token.decimals)
  const feeUnits = info.submitsForUnits ?? 0n
  if (feeUnits > units(options['max-relay-fee']))
    throw new RelayFeeTooHigh(feeUnits, units(options['max-relay-fee']), token)
  return {
    connection,
    spender,
    secrets,
    account: request.account,
    escrow,
    registry: connectRegistry({
      rpcUrl: request.rpcUrl,
      venue: { chainId: info.venue.chainId, registry: registryOf(info.venue.escrow) },
    }),
    sponsor: null,
    token,
    offer: {
      slotPriceUnits: units(options['slot-price']),
      finderReserveUnits: units(options['finder-reserve']),
      maxSpendUnits: options['max-spend'] === undefined ? null : units(options['max-spend']),
      // The relay is paid for the open and for the settlement.
      relayerFeeCapUnits: 2n * feeUnits,
    },
    finderRewardUnits: units(options['finder-reward']),
  }
}
