import { planDigest } from '../campaign/plan.ts'
import { jobHash } from '../protocol/jobSecrets.ts'
import { draftJob, type JobDraft } from './draftJob.ts'
import { CannotResume } from './errors.ts'
import type { Funding } from './funding.ts'
import type { JobLedger } from './jobLedger.ts'
import type { SavedJob } from './projectState.ts'

/** The job that an earlier process drafted, word for word. @throws CannotResume when this key or plan is not the one it had */
export function resumeDraft(saved: SavedJob, funding: Funding): JobDraft {
  const { secrets, connection } = funding
  const { plan, intent, intentSignature, visibility, classes, series } = saved
  const signed = {
    intent,
    intentSignature,
    secrets,
    visibility,
    ...(classes && { classes }),
    ...(series && { series }),
  }
  const draft = draftJob(plan, { venue: connection.info.venue, ...signed })
  if (draft.job !== saved.job || intent.jobHash !== jobHash(planDigest(plan), saved.nonce))
    throw new CannotResume(saved.job, 'the saved plan is not the one of its intent')
  if (intent.jobKey !== secrets.jobKey.address)
    throw new CannotResume(saved.job, 'FUZZBURST_KEY is another key than the one that opened it')
  return draft
}

/** Enters the leases that an earlier process signed; the relay's events, read from the first, say what became of them. */
export function restoreLedger(ledger: JobLedger, saved: SavedJob): void {
  for (const { message, shard, lease, determinismClass } of saved.signed)
    ledger.sign(lease, message, shard, determinismClass)
}
