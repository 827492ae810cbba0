import { leaseId, messageHash } from '../protocol/messages.ts'
import { shardSpecDigest } from '../protocol/shardSpec.ts'
import { recoverSigner } from '../protocol/signing.ts'
import type { Publication, TranscriptLease } from '../protocol/transcript.ts'
import type { Complain } from './problem.ts'
import { shardWork } from './shardWork.ts'

/** That every lease is the job key's, every root its worker's, every receipt the requester's, and that all name the same work. */
export async function checkLeases(publication: Publication, complain: Complain): Promise<void> {
  const { document, transcript } = publication
  const work = shardWork(publication)
  const { intent, venue, classes } = document
  const slots = new Set<number>()
  for (const entry of transcript.leases) {
    const { lease, message, shard } = entry
    const wrong = (what: 'lease' | 'root' | 'receipt', who: 'requester' | 'worker', text: string): void =>
      complain({ what, who, lease, text })
    const spec = work(shard)
    if (leaseId(message) !== lease) wrong('lease', 'requester', 'it does not have its name')
    if (message.job !== transcript.job) wrong('lease', 'requester', 'it is of another job')
    if (slots.has(message.slot)) wrong('lease', 'requester', `slot ${message.slot} was leased twice`)
    slots.add(message.slot)
    if (classes !== null && entry.determinismClass !== undefined && !classes.includes(entry.determinismClass))
      wrong('lease', 'requester', 'its worker is of a determinism class that the job does not accept')
    if (message.slot >= intent.slots + intent.spares) wrong('lease', 'requester', 'its slot is not of this job')
    if (message.price > intent.slotPrice) wrong('lease', 'requester', 'its price is above the slot price')
    if (spec === undefined || message.specDigest !== shardSpecDigest(spec) || message.slices !== spec.seeds.length)
      wrong('lease', 'requester', `it is not for the work of shard ${shard}`)
    if ((await recoverSigner(venue, 'Lease', message, entry.signature)) !== intent.jobKey)
      wrong('lease', 'requester', 'it is not signed by the job key')
    await checkRoot(entry, document, wrong)
  }
}

async function checkRoot(
  { lease, message, root, secondRoot, receipt, results }: TranscriptLease,
  { intent, venue }: Publication['document'],
  wrong: (what: 'root' | 'receipt', who: 'requester' | 'worker', text: string) => void,
): Promise<void> {
  if (root === null) {
    if (results !== null) wrong('root', 'requester', 'results are listed, and no root')
    if (receipt !== null) wrong('receipt', 'requester', 'a receipt is listed, and no root')
    return
  }
  const named = root.message
  if (named.job !== message.job || named.lease !== lease || named.specDigest !== message.specDigest)
    wrong('root', 'worker', 'the root is for other work')
  if (named.done > message.slices) wrong('root', 'worker', 'the root claims more slices than the shard has')
  if ((await recoverSigner(venue, 'Root', named, root.signature)) !== message.worker)
    wrong('root', 'worker', 'the root is not signed by the worker')
  if (secondRoot !== null) {
    const { message: second, signature } = secondRoot
    const isFraud =
      second.lease === lease &&
      messageHash('Root', second) !== messageHash('Root', named) &&
      (await recoverSigner(venue, 'Root', second, signature)) === message.worker
    if (!isFraud) wrong('root', 'requester', 'what is shown as the worker’s second root is none')
  }
  if (receipt === null) return
  if (receipt.message.lease !== lease || receipt.message.rootMessage !== messageHash('Root', named))
    wrong('receipt', 'requester', 'the receipt is for another root')
  const signer = await recoverSigner(venue, 'Receipt', receipt.message, receipt.signature)
  if (signer !== intent.jobKey && signer !== intent.assigner)
    wrong('receipt', 'requester', 'the receipt is signed by neither the job key nor the assigner')
}
