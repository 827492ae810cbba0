import type { Bytes32 } from '../protocol/primitives.ts'
import type { JobDraft } from './draftJob.ts'
import type { Funding } from './funding.ts'
import type { PreparedBurst } from './prepareBurst.ts'

/** Uploads what the relay lacks of the layers. */
export async function uploadLayers(
  funding: Funding,
  prepared: PreparedBurst,
  say: (line: string) => void,
): Promise<void> {
  const { requester } = funding.connection
  const missing = await requester.missingBlobs(prepared.packed.layers.map((layer) => layer.digest))
  let sent = 0
  for (const digest of missing) {
    const bytes = prepared.packed.blobs.get(digest)
    if (bytes === undefined) continue
    await requester.putBlob(digest, bytes)
    sent += bytes.length
  }
  say(sent === 0 ? 'the relay has every layer already' : `uploaded ${Math.ceil(sent / 1_024)} KiB`)
}

/**
 * Locks the budget on chain through the relay, after checking here what the contract will check, so that a refusal is
 * explained in figures. Does nothing in a private pool.
 * @returns the transaction, or null when there is none
 */
export async function lockBudget(funding: Funding, draft: JobDraft): Promise<Bytes32 | null> {
  const { escrow, sponsor } = funding
  const request = { intent: draft.intent, signature: draft.document.intentSignature }
  // The sponsor asked the escrow before it signed.
  if (sponsor !== null) return (await funding.connection.requester.submitOpen(request)).transaction
  if (escrow === null) return null
  // A resumed job is open already.
  if ((await escrow.job(draft.job)) !== undefined) return null
  await escrow.checkOpen(draft.intent, draft.document.intentSignature)
  const { transaction } = await funding.connection.requester.submitOpen(request)
  return transaction
}
