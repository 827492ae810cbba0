import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { LeaseOffer } from '../../src/protocol/api.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { type Intent, jobId, type Lease, leaseId, type Venue } from '../../src/protocol/messages.ts'
import { zeroAddress } from '../../src/protocol/primitives.ts'
import { type PinnedProgram, type ShardSpec, shardSpecDigest } from '../../src/protocol/shardSpec.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import type { OfferTerms } from './verifyOffer.ts'

/** Keys of tests only. */
export const spender = privateKeyToAccount(`0x${'11'.repeat(32)}`)
export const jobKey = privateKeyToAccount(`0x${'22'.repeat(32)}`)
export const workerKey = privateKeyToAccount(`0x${'33'.repeat(32)}`)
export const relayKey = privateKeyToAccount(`0x${'44'.repeat(32)}`)

export const privateVenue: Venue = { chainId: 0, escrow: zeroAddress }

const engine: PinnedProgram = { name: 'forge', version: '1.7.1', binaries: { 'linux-x64': sha256('forge') } }
const shim: PinnedProgram = { name: 'shim', version: '1', binaries: { 'linux-x64': sha256('shim') } }

/** Terms under which {@link makeOffer}'s plain offer is taken. */
export const terms: OfferTerms = {
  worker: workerKey.address,
  platform: 'linux-x64',
  engine,
  shim,
  chainVenue: undefined,
  trustRequesters: [spender.address],
  minPriceUnits: 5n,
  most: {
    cpuSeconds: 60,
    memoryBytes: 2 ** 30,
    fileBytes: 2 ** 30,
    outputBytes: 2 ** 30,
    bundleBytes: 1_000,
    unpackedBytes: 10_000,
  },
}

/** What a test changes of the plain offer, before the signatures are made. */
export interface OfferChanges {
  readonly venue?: Venue
  readonly intent?: Partial<Intent>
  readonly lease?: Partial<Lease>
  readonly spec?: Partial<ShardSpec>
  readonly leaseSigner?: PrivateKeyAccount
  readonly assigner?: PrivateKeyAccount
  readonly intentSigner?: PrivateKeyAccount
  readonly resultPublicKey?: LeaseOffer['resultPublicKey']
}

/** A well-signed offer of a shard of four slices, that ends at 10,000 seconds. */
export async function makeOffer(changes: OfferChanges = {}): Promise<LeaseOffer> {
  const venue = changes.venue ?? privateVenue
  const intent: Intent = {
    account: sha256('account'),
    jobHash: sha256('job'),
    auditCommit: sha256('commit'),
    jobKey: jobKey.address,
    assigner: zeroAddress,
    slots: 4,
    spares: 1,
    slotPrice: 10n,
    finderReserve: 0n,
    relayerFeeCap: 0n,
    openBy: 20_000,
    settleBy: 30_000,
    ...changes.intent,
  }
  const spec: ShardSpec = {
    v: 1,
    job: jobId(intent),
    index: 0,
    engine,
    shim,
    layers: [{ kind: 'project', digest: sha256('layer'), bytes: 100, unpackedBytes: 1_000 }],
    corpus: null,
    invocation: {
      engine: 'forge',
      profile: 'default',
      matchPath: null,
      matchContract: null,
      matchTest: null,
      targets: ['test/A.t.sol:A:testFuzz_a(uint256)'],
      fuzzRuns: 8,
      invariantRuns: 1,
      invariantDepth: 1,
      corpus: false,
      env: {},
    },
    limits: {
      cpuSeconds: 10,
      wallSeconds: 60,
      memoryBytes: 2 ** 27,
      processes: 64,
      fileBytes: 2 ** 24,
      outputBytes: 2 ** 24,
    },
    seeds: [0, 1, 2, 3].map((k) => sha256(`seed ${k}`)),
    ...changes.spec,
  }
  const message: Lease = {
    job: jobId(intent),
    slot: 0,
    worker: workerKey.address,
    specDigest: shardSpecDigest(spec),
    slices: spec.seeds.length,
    price: intent.slotPrice,
    expires: 10_000,
    ...changes.lease,
  }
  return {
    lease: leaseId(message),
    message,
    signature: await signMessageStruct(changes.leaseSigner ?? jobKey, venue, 'Lease', message),
    assignerSignature: changes.assigner ? await signMessageStruct(changes.assigner, venue, 'Lease', message) : null,
    spec,
    venue,
    intent,
    intentSignature: await signMessageStruct(changes.intentSigner ?? spender, venue, 'Intent', intent),
    resultPublicKey: changes.resultPublicKey ?? sha256('result key'),
    layers: spec.layers,
  }
}
