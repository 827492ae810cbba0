import type { Address, Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { type Plan, planDigest } from '../campaign/plan.ts'
import { runnerShardSpecs, shardSpecs } from '../campaign/shardSpecs.ts'
import type { JobDocument } from '../protocol/job.ts'
import { type JobSecrets, jobHash, jobSeed } from '../protocol/jobSecrets.ts'
import { type Intent, jobId, type Venue } from '../protocol/messages.ts'
import { type Bytes32, type JobId, zeroAddress } from '../protocol/primitives.ts'
import type { BurstSeries } from '../protocol/series.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import { signMessageStruct } from '../protocol/signing.ts'
import { OPEN_WINDOW_SECONDS } from '../verify/recordTime.ts'

/** Seconds after the intended end in which the settlement may still be sent. */
export const SETTLE_GRACE_SECONDS = 3_600

/** A job ready to be opened: everything in it is signed. */
export interface JobDraft {
  readonly job: JobId
  readonly intent: Intent
  readonly document: JobDocument
  /** What a sponsor's grant leaves to the repository for this month, in token units; null when nobody sponsors. */
  readonly sponsorLeftUnits: bigint | null
  /** Workers' shards first, then the runner's own, by index. */
  readonly specs: readonly ShardSpec[]
}

/** What an intent promises and when. */
export interface IntentTerms {
  readonly account: Bytes32
  /** Co-signs leases and the settlement of a sponsored job; none when not given. */
  readonly assigner?: Address
  readonly secrets: JobSecrets
  readonly spares: number
  readonly relayerFeeCapUnits: bigint
  /** The chain's or the relay's time, in seconds. */
  readonly nowSeconds: number
  /** How long the burst may run, in seconds. */
  readonly lastsSeconds: number
}

/** The intent that opens a plan's job. Pure. */
export function intentFor(plan: Plan, terms: IntentTerms): Intent {
  return {
    account: terms.account,
    jobHash: jobHash(planDigest(plan), terms.secrets.nonce),
    auditCommit: terms.secrets.auditCommit,
    jobKey: terms.secrets.jobKey.address,
    assigner: terms.assigner ?? zeroAddress,
    slots: plan.shards.length,
    spares: terms.spares,
    slotPrice: plan.money.slotPriceUnits,
    finderReserve: plan.money.finderReserveUnits,
    relayerFeeCap: terms.relayerFeeCapUnits,
    openBy: terms.nowSeconds + OPEN_WINDOW_SECONDS,
    settleBy: terms.nowSeconds + terms.lastsSeconds + SETTLE_GRACE_SECONDS,
  }
}

/** A spender's signature under an intent. */
export function signIntent(spender: PrivateKeyAccount, venue: Venue, intent: Intent): Promise<Hex> {
  return signMessageStruct(spender, venue, 'Intent', intent)
}

/** Everything of a job that follows from its plan, its signed intent and its secrets: the same at every start. Pure. */
export function draftJob(
  plan: Plan,
  signed: {
    readonly venue: Venue
    readonly intent: Intent
    readonly intentSignature: Hex
    readonly secrets: JobSecrets
    readonly visibility: 'public' | 'private'
    readonly sponsorLeftUnits?: bigint
    /** Determinism classes that it accepts; none given: any. */
    readonly classes?: readonly Bytes32[]
    readonly series?: BurstSeries
  },
): JobDraft {
  const { intent, secrets } = signed
  const job = jobId(intent)
  const specTerms = { job, jobSeed: jobSeed(intent.jobHash, secrets.auditCommit) }
  const poolSpecs = shardSpecs(plan, specTerms)
  const document: JobDocument = {
    v: 1,
    venue: signed.venue,
    intent,
    intentSignature: signed.intentSignature,
    grant: null,
    nonce: secrets.nonce,
    planDigest: planDigest(plan),
    resultPublicKey: secrets.resultPublicKey,
    visibility: signed.visibility,
    classes: signed.classes === undefined || signed.classes.length === 0 ? null : [...signed.classes],
    series: signed.series ?? null,
    shards: plan.shards.map((shard, i) => ({
      specDigest: shardSpecDigest(poolSpecs[i]!),
      spec: poolSpecs[i]!,
      estimatedSeconds: Math.ceil(shard.estimatedMs / 1_000),
    })),
  }
  const sponsorLeftUnits = signed.sponsorLeftUnits ?? null
  return { job, intent, document, sponsorLeftUnits, specs: [...poolSpecs, ...runnerShardSpecs(plan, specTerms)] }
}
