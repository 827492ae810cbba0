import { isAddressEqual, keccak256 } from 'viem'
import { jobHash, jobSeed, sliceSeed } from '../protocol/jobSecrets.ts'
import { jobId } from '../protocol/messages.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { type Publication, transcriptDigest } from '../protocol/transcript.ts'
import type { Complain } from './problem.ts'

/**
 * What was fixed when the job was opened: its name, its plan's digest, the commitment to the audit secret, and the seed of
 * every slice. And that the transcript is the job key's own word.
 */
export async function checkPromises(publication: Publication, complain: Complain): Promise<void> {
  const { document, settlement, transcript, signature } = publication
  const { intent, venue, nonce } = document
  const wrong = (text: string): void => complain({ what: 'promise', who: 'requester', text })
  const job = jobId(intent)
  if (transcript.job !== job) wrong('the transcript is of another job than the intent')
  if (settlement.message.job !== job) wrong('the settlement is of another job than the intent')
  if (intent.jobHash !== jobHash(document.planDigest, nonce)) wrong('plan and nonce are not those of the intent')
  if (keccak256(settlement.message.auditSecret) !== intent.auditCommit)
    wrong('the revealed audit secret is not the one that was promised')
  const word = { job, transcript: transcriptDigest(transcript) }
  if (!(await isSignedBy(intent.jobKey, venue, 'Publication', word, signature)))
    wrong('the transcript is not signed by the job key')
  const { message, signature: settled } = settlement
  if (!(await isSignedBy(intent.jobKey, venue, 'Settlement', message, settled)))
    wrong('the settlement is not signed by the job key')

  const seed = jobSeed(intent.jobHash, intent.auditCommit)
  for (const [index, { spec, specDigest }] of document.shards.entries()) {
    if (spec.job !== job || spec.index !== index) wrong(`the spec of shard ${index} is another’s`)
    if (shardSpecDigest(spec) !== specDigest) wrong(`the spec of shard ${index} does not have its digest`)
    if (spec.seeds.some((one, k) => one !== sliceSeed(seed, index, k)))
      wrong(`seeds of shard ${index} were chosen: they do not follow from the job`)
  }
}

/** Whether two venues are the same chain and contract. */
export function isSameVenue(a: Publication['document']['venue'], b: Publication['document']['venue']): boolean {
  return a.chainId === b.chainId && isAddressEqual(a.escrow, b.escrow)
}
