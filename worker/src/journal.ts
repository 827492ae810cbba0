import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type LeaseOffer, zLeaseOffer, zRootRequest, zRootResponse } from '../../src/protocol/api.ts'
import { leaseId } from '../../src/protocol/messages.ts'
import { type Bytes32, type LeaseId, toWire } from '../../src/protocol/primitives.ts'
import { type SliceRecord, zSliceRecord } from '../../src/protocol/results.ts'
import { appendDurably, syncDirectory, writeDurably } from './durableFile.ts'
import { JournalUnreadable, OfferRefused } from './errors.ts'
import { isMissingFile } from './isMissingFile.ts'
import { type LeaseProof, type RootedLease, type SignedReceipt, zLeaseProof } from './leaseProof.ts'

/** What a worker signed for a lease. */
export type SignedRoot = z.output<typeof zRootRequest>

const zOfferFile = z.strictObject({ v: z.literal(1), relay: z.string(), offer: zLeaseOffer })

/** One lease as the disk knows it. */
export interface LeaseRecord {
  readonly relay: string
  readonly offer: LeaseOffer
  /** Finished slices, k = 0.. in order. */
  readonly slices: readonly SliceRecord[]
  readonly root: SignedRoot | null
  readonly receipt: SignedReceipt | null
  /** Adds the next finished slice; it is on disk when this resolves. */
  append(record: SliceRecord): Promise<void>
  /** Fixes the one root of this lease BEFORE it is sent. A second call changes nothing and answers the first root. */
  commitRoot(root: SignedRoot): Promise<SignedRoot>
  keepReceipt(receipt: SignedReceipt): Promise<void>
  /**
   * The sealed results: made once and kept, because sealing again gives other bytes, which a relay that has the first
   * ones must refuse.
   */
  sealedResults(seal: () => Uint8Array): Promise<Uint8Array>
  /** What proves the root; null until one is signed. */
  readonly proof: LeaseProof | null
  /** Forgets the work. When a root was signed, what proves it stays. @param delivered whether the results arrived in time */
  close(delivered?: boolean): Promise<void>
}

/** The worker's memory over crashes: leases it runs, and what it has signed. */
export interface Journal {
  /** @throws OfferRefused `already-rooted` when this lease was taken before: running it again could give a second root. */
  begin(relay: string, offer: LeaseOffer): Promise<LeaseRecord>
  /** Leases that a crash left. @throws JournalUnreadable */
  pending(): Promise<LeaseRecord[]>
  /** Proofs of closed leases. */
  proofs(): Promise<LeaseProof[]>
  /** Everything that was rooted, closed or not, with what requesters said of it. */
  rooted(): Promise<RootedLease[]>
  /** Keeps the requester's dated word for a root, which the escrow takes. */
  keepRequesterReceipt(lease: LeaseId, receipt: SignedReceipt): Promise<void>
  /** Drops proofs of leases that ended before `expiredBeforeSec`: such an offer is refused by its date already. */
  prune(expiredBeforeSec: number): Promise<void>
}

/** Opens (and makes) the journal under a data directory. */
export async function openJournal(dataDir: string): Promise<Journal> {
  const leases = join(dataDir, 'leases')
  const proofs = join(dataDir, 'proofs')
  await mkdir(leases, { recursive: true, mode: 0o700 })
  // Apart from the proofs: two that write one file at the same time would lose something.
  const receipts = join(dataDir, 'receipts')
  for (const dir of [proofs, receipts]) await mkdir(dir, { recursive: true, mode: 0o700 })
  const receiptFile = (lease: Bytes32) => join(receipts, `${lease.slice(2)}.json`)
  const proofFile = (lease: Bytes32) => join(proofs, `${lease.slice(2)}.json`)

  async function pending(): Promise<LeaseRecord[]> {
    const found: LeaseRecord[] = []
    for (const name of (await readdir(leases)).sort()) {
      const dir = join(leases, name)
      if (!/^[0-9a-f]{64}$/.test(name)) await rm(dir, { recursive: true, force: true })
      else found.push(await readLease(dir, proofFile(`0x${name}`)))
    }
    return found
  }

  return {
    async begin(relay, offer) {
      const id = leaseId(offer.message)
      if ((await exists(proofFile(id))) || (await exists(join(leases, id.slice(2)))))
        throw new OfferRefused('already-rooted', `the lease ${id} was taken before`)
      const dir = join(leases, id.slice(2))
      // Built aside and renamed: a lease directory without its offer never exists.
      const aside = join(leases, `.new-${id.slice(2)}`)
      await rm(aside, { recursive: true, force: true })
      await mkdir(aside, { mode: 0o700 })
      await writeDurably(join(aside, 'offer.json'), toWire({ v: 1, relay, offer }))
      await rename(aside, dir)
      await syncDirectory(leases)
      return leaseRecord(dir, proofFile(id), { relay, offer, slices: [], root: null, receipt: null })
    },
    pending,
    proofs: () => readProofs(proofs),
    async rooted() {
      const open = (await pending()).flatMap(({ proof }) => (proof === null ? [] : [proof]))
      return Promise.all(
        [...open, ...(await readProofs(proofs))].map(async (proof) => ({
          proof,
          requesterReceipt: await readOptional(receiptFile(leaseId(proof.lease)), zRootResponse),
        })),
      )
    },
    keepRequesterReceipt: (lease, receipt) => writeDurably(receiptFile(lease), toWire(receipt)),
    async prune(expiredBeforeSec) {
      for (const proof of await readProofs(proofs)) {
        if (proof.lease.expires >= expiredBeforeSec) continue
        await rm(proofFile(leaseId(proof.lease)), { force: true })
        await rm(receiptFile(leaseId(proof.lease)), { force: true })
      }
    },
  }
}

interface LeaseState {
  readonly relay: string
  readonly offer: LeaseOffer
  readonly slices: readonly SliceRecord[]
  readonly root: SignedRoot | null
  readonly receipt: SignedReceipt | null
}

function leaseRecord(dir: string, proofFile: string, state: LeaseState): LeaseRecord {
  const slices = [...state.slices]
  let { root, receipt } = state
  const proof = (delivered: boolean): LeaseProof | null => {
    const { relay, offer } = state
    if (root === null) return null
    const { venue, message, signature, assignerSignature } = offer
    return {
      v: 1,
      venue,
      relay,
      lease: message,
      leaseSignature: signature,
      assignerSignature,
      root,
      receipt,
      delivered,
    }
  }
  return {
    relay: state.relay,
    offer: state.offer,
    slices,
    get root() {
      return root
    },
    get receipt() {
      return receipt
    },
    async append(record) {
      if (record.k !== slices.length) throw new RangeError(`slice ${record.k} after ${slices.length}`)
      await appendDurably(join(dir, 'slices.jsonl'), toWire(record))
      if (slices.length === 0) await syncDirectory(dir)
      slices.push(record)
    },
    async commitRoot(signed) {
      if (root !== null) return root
      await writeDurably(join(dir, 'root.json'), toWire(signed))
      root = signed
      return root
    },
    async keepReceipt(signed) {
      await writeDurably(join(dir, 'receipt.json'), toWire(signed))
      receipt = signed
    },
    async sealedResults(seal) {
      const file = join(dir, 'sealed')
      if (!(await exists(file))) await writeDurably(file, seal())
      return readFile(file)
    },
    get proof() {
      return proof(true)
    },
    async close(delivered = true) {
      if (root !== null) await writeDurably(proofFile, toWire(proof(delivered)))
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function readProofs(dir: string): Promise<LeaseProof[]> {
  const names = (await readdir(dir)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort()
  return Promise.all(names.map((name) => readDocument(join(dir, name), zLeaseProof)))
}

async function readLease(dir: string, proofFile: string): Promise<LeaseRecord> {
  const { relay, offer } = await readDocument(join(dir, 'offer.json'), zOfferFile)
  const slices = await readSlices(join(dir, 'slices.jsonl'))
  const root = await readOptional(join(dir, 'root.json'), zRootRequest)
  const receipt = await readOptional(join(dir, 'receipt.json'), zRootResponse)
  return leaseRecord(dir, proofFile, { relay, offer, slices, root, receipt })
}

/** Whole lines in order; what a crash tore off is cut from the file, so that the next line starts on its own. */
async function readSlices(file: string): Promise<SliceRecord[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (isMissingFile(cause)) return []
    throw new JournalUnreadable(file, cause)
  }
  const records: SliceRecord[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const record = parseLine(line)
    if (record === undefined || record.k !== records.length) break
    records.push(record)
  }
  const kept = records.map((record) => `${toWire(record)}\n`).join('')
  if (kept !== text) await writeDurably(file, kept)
  return records
}

function parseLine(line: string): SliceRecord | undefined {
  try {
    return zSliceRecord.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

async function readDocument<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new JournalUnreadable(file, cause)
  }
}

async function readOptional<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  return (await exists(file)) ? readDocument(file, schema) : null
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissingFile(error)) return false
    throw error
  }
}
