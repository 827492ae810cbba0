import { type Address, isAddressEqual } from 'viem'
import type { z } from 'zod'
import { zReceiptRequest, type zRequesterReceipt, zRootRequest } from '../protocol/api.ts'
import { messageHash } from '../protocol/messages.ts'
import { type JobId, type LeaseId, toWire } from '../protocol/primitives.ts'
import { recoverSigner } from '../protocol/signing.ts'
import { NotFound } from './errors.ts'
import { ReceiptRefused } from './jobErrors.ts'
import { requireLease } from './requireLease.ts'
import { findJob } from './sql/findJob.ts'
import { lockLease } from './sql/lockLease.ts'
import { storeRequesterReceipt } from './sql/storeRequesterReceipt.ts'
import { readDocument } from './storedDocument.ts'
import { requireRequester } from './viewJob.ts'
import type { RelayWorld } from './world.ts'

type SignedReceipt = z.output<typeof zReceiptRequest>

/**
 * Keeps the requester's dated word for a root, for the worker to fetch. Taken at any time, also after the settlement: a date
 * is what it says. The first one stays.
 * @throws NotFound, NotYours, ReceiptRefused
 */
export async function acceptReceipt(
  world: RelayWorld,
  actor: Address,
  job: JobId,
  signed: SignedReceipt,
): Promise<void> {
  const { message, signature } = signed
  const signer = await recoverSigner(world.venue, 'Receipt', message, signature)
  await world.database.transaction(async (client) => {
    const row = await lockLease(client, message.lease)
    const jobRow = requireRequester(await findJob(client, job), actor)
    if (row === undefined || row.job !== job || message.job !== job) throw new NotFound('lease')
    const { assigner } = readDocument(jobRow).intent
    const mayDate = [jobRow.jobKey, assigner].some((key) => signer !== undefined && isAddressEqual(key, signer))
    if (!mayDate) throw new ReceiptRefused('it is signed neither by the job key nor by the assigner')
    if (row.root === null) throw new ReceiptRefused('this relay has no root of that lease')
    const root = zRootRequest.parse(JSON.parse(row.root))
    if (messageHash('Root', root.message) !== message.rootMessage)
      throw new ReceiptRefused('it is for another root than the one that was handed in')
    await storeRequesterReceipt(client, message.lease, toWire(signed))
  })
}

/** The requester's receipt for a worker's root, if there is one. @throws NotFound, NotYours */
export async function requesterReceipt(
  world: RelayWorld,
  worker: Address,
  lease: LeaseId,
): Promise<z.output<typeof zRequesterReceipt>> {
  return world.database.transaction(async (client) => {
    const row = await requireLease(client, lease, worker)
    const text = row.requesterReceipt
    return { receipt: text === null ? null : zReceiptRequest.parse(JSON.parse(text)) }
  })
}
