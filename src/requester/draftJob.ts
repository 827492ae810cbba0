import type { PrivateKeyAccount } from 'viem/accounts'
import { type Plan, planDigest } from '../campaign/plan.ts'
import { runnerShardSpecs, shardSpecs } from '../campaign/shardSpecs.ts'
import type { JobDocument } from '../protocol/job.ts'
import { type JobSecrets, jobHash, jobSeed } from '../protocol/jobSecrets.ts'
import { type Intent, jobId, type Venue } from '../protocol/messages.ts'
import { type Bytes32, type JobId, zeroAddress } from '../protocol/primitives.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import { signMessageStruct } from '../protocol/signing.ts'

/** Seconds after the intended end in which the settlement may still be sent. */
const SETTLE_GRACE_SECONDS = 3_600
/** Seconds for which anyone may submit the open. */
const OPEN_WINDOW_SECONDS = 900

/** A job ready to be opened: everything in it is signed. */
export interface JobDraft {
  readonly job: JobId
  readonly intent: Intent
  readonly document: JobDocument
  /** Workers' shards first, then the runner's own, by index. */
  readonly specs: readonly ShardSpec[]
}

/** Turns a plan into a signed job. Pure but for the signature. */
export async function draftJob(
  plan: Plan,
  terms: {
    readonly venue: Venue
    readonly account: Bytes32
    /** Signs the intent: a spender of the account. */
    readonly spender: PrivateKeyAccount
    readonly secrets: JobSecrets
    readonly spares: number
    readonly relayerFeeCapUnits: bigint
    readonly visibility: 'public' | 'private'
    /** The chain's or the relay's time, in seconds. */
    readonly nowSeconds: number
    /** How long the burst may run, in seconds. */
    readonly lastsSeconds: number
  },
): Promise<JobDraft> {
  const digest = planDigest(plan)
  const hash = jobHash(digest, terms.secrets.nonce)
  const intent: Intent = {
    account: terms.account,
    jobHash: hash,
    auditCommit: terms.secrets.auditCommit,
    jobKey: terms.secrets.jobKey.address,
    assigner: zeroAddress,
    slots: plan.shards.length,
    spares: terms.spares,
    slotPrice: plan.money.slotPriceUnits,
    finderReserve: plan.money.finderReserveUnits,
    relayerFeeCap: terms.relayerFeeCapUnits,
    openBy: terms.nowSeconds + OPEN_WINDOW_SECONDS,
    settleBy: terms.nowSeconds + terms.lastsSeconds + SETTLE_GRACE_SECONDS,
  }
  const job = jobId(intent)
  const specTerms = { job, jobSeed: jobSeed(hash, terms.secrets.auditCommit) }
  const specs = [...shardSpecs(plan, specTerms), ...runnerShardSpecs(plan, specTerms)]
  const document: JobDocument = {
    v: 1,
    venue: terms.venue,
    intent,
    intentSignature: await signMessageStruct(terms.spender, terms.venue, 'Intent', intent),
    grant: null,
    nonce: terms.secrets.nonce,
    planDigest: digest,
    resultPublicKey: terms.secrets.resultPublicKey,
    visibility: terms.visibility,
    shards: plan.shards.map((shard, i) => ({
      specDigest: shardSpecDigest(specs[i]!),
      spec: specs[i]!,
      estimatedSeconds: Math.ceil(shard.estimatedMs / 1_000),
    })),
  }
  return { job, intent, document, specs }
}
