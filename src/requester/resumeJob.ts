import { planDigest } from '../campaign/plan.ts'
import { runnerShardSpecs, shardSpecs } from '../campaign/shardSpecs.ts'
import { jobHash, jobSeed } from '../protocol/jobSecrets.ts'
import { jobId } from '../protocol/messages.ts'
import type { JobDraft } from './draftJob.ts'
import { CannotResume } from './errors.ts'
import type { Funding } from './funding.ts'
import type { JobLedger } from './jobLedger.ts'
import type { SavedJob } from './projectState.ts'

/** The saved job as the relay has it, checked against what this machine knows. @throws CannotResume */
export async function resumeJob(saved: SavedJob, funding: Funding): Promise<JobDraft> {
  const view = await funding.connection.requester.job(saved.job)
  const { document } = view
  if (view.state === 'settled') throw new CannotResume(saved.job, 'it is settled already')
  if (jobId(document.intent) !== saved.job || document.intent.jobKey !== funding.secrets.jobKey.address)
    throw new CannotResume(saved.job, 'the relay shows another intent, or FUZZBURST_KEY is another key than before')
  const hash = jobHash(planDigest(saved.plan), saved.nonce)
  if (document.intent.jobHash !== hash) throw new CannotResume(saved.job, 'the saved plan is not the one of the intent')
  const specTerms = { job: saved.job, jobSeed: jobSeed(hash, funding.secrets.auditCommit) }
  const specs = [...shardSpecs(saved.plan, specTerms), ...runnerShardSpecs(saved.plan, specTerms)]
  return { job: saved.job, intent: document.intent, document, specs }
}

/** Enters the leases that an earlier process signed; the relay's events, read from the first, say what became of them. */
export function restoreLedger(ledger: JobLedger, saved: SavedJob): void {
  for (const { message, shard, lease } of saved.signed) ledger.sign(lease, message, shard)
}
