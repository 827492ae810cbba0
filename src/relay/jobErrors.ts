import { RelayError } from './errors.ts'

/** A signature, digest or id of the job document does not fit the rest of it, or the job is for another venue. */
export class JobRefused extends RelayError<'FB3013'> {
  readonly status = 400
  constructor(why: string, cause?: unknown) {
    super('FB3013', {
      fault: 'user',
      summary: `The job is not consistent: ${why}.`,
      steps: ['Check that requester and relay are of the same version, and plan again.'],
      cause,
    })
  }
}

/** A relay with a chain takes only jobs whose lock it sees in the escrow: workers would not be paid otherwise. */
export class NoLock extends RelayError<'FB3014'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3014', {
      fault: 'user',
      summary: `The escrow holds nothing for this job: ${why}.`,
      steps: ['Open the job on chain first, and wait until the transaction is mined.'],
      cause,
    })
  }
}

/** A private relay takes jobs that a listed requester's key has signed. */
export class RequesterNotListed extends RelayError<'FB3015'> {
  readonly status = 403
  constructor(requester: string, cause?: unknown) {
    super('FB3015', {
      fault: 'user',
      summary: `This private relay takes no jobs of ${requester}.`,
      steps: ["Ask the relay's operator to list this address."],
      cause,
    })
  }
}

/** Every layer and input corpus has to be uploaded before the job that uses it is posted. */
export class LayersMissing extends RelayError<'FB3016'> {
  readonly status = 409
  constructor(digests: readonly string[], cause?: unknown) {
    super('FB3016', {
      fault: 'user',
      summary: `The relay lacks ${digests.length} blob(s) of this job: ${digests.slice(0, 3).join(', ')}.`,
      steps: ['Upload them, then post the job again.'],
      cause,
    })
  }
}

/** The job says that its code is not public, and this relay serves workers that anybody runs. */
export class PrivateCodeRefused extends RelayError<'FB3017'> {
  readonly status = 403
  constructor(cause?: unknown) {
    super('FB3017', {
      fault: 'user',
      summary: 'Code of a non-public repository is not given to a public pool.',
      steps: [
        'Use a private relay, or',
        'set `allow-public-pool: true`: every worker of the pool can then read the code.',
      ],
      cause,
    })
  }
}

/** A private relay gives leases to listed workers only. */
export class WorkerNotListed extends RelayError<'FB3018'> {
  readonly status = 403
  constructor(worker: string, cause?: unknown) {
    super('FB3018', {
      fault: 'user',
      summary: `This private relay has no work for ${worker}.`,
      steps: ["Ask the relay's operator to list this address."],
      cause,
    })
  }
}

/** A lease counts only with the job key's signature over exactly the proposed message, once for each slot. */
export class LeaseSignatureRefused extends RelayError<'FB3019'> {
  readonly status = 403
  constructor(why: string, cause?: unknown) {
    super('FB3019', {
      fault: 'user',
      summary: `The signature under the lease is refused: ${why}.`,
      steps: ['Sign the proposed lease as it is, with the job key.'],
      cause,
    })
  }
}

/** The proposal was not signed in time, or the lease lapsed, was handed back, or was judged. */
export class LeaseOver extends RelayError<'FB3020'> {
  readonly status = 410
  constructor(state: string, cause?: unknown) {
    super('FB3020', {
      fault: 'pool',
      summary: `The lease is over: ${state}.`,
      steps: ['Nothing to do: the shard is, or goes, to somebody else.'],
      cause,
    })
  }
}

/** A root has to name its job, lease and specification, count no more slices than the lease has, and be signed by the worker of the lease. */
export class RootRefused extends RelayError<'FB3021'> {
  readonly status = 400
  constructor(why: string, cause?: unknown) {
    super('FB3021', {
      fault: 'user',
      summary: `The root is refused: ${why}.`,
      steps: ["Sign the root of this lease with the worker's key."],
      cause,
    })
  }
}

/** The first root of a lease counts. */
export class SecondRoot extends RelayError<'FB3022'> {
  readonly status = 409
  constructor(cause?: unknown) {
    super('FB3022', {
      fault: 'user',
      summary: 'Another root was signed for this lease before.',
      steps: ["A worker that signs two roots for one lease proves its own fraud: never delete a worker's journal."],
      cause,
    })
  }
}

/** Results are taken once, after their root. */
export class ResultsRefused extends RelayError<'FB3023'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3023', {
      fault: 'user',
      summary: `The results are refused: ${why}.`,
      steps: ['Send the root first, then exactly the results that it covers.'],
      cause,
    })
  }
}

/** The requester judges leases of its own job. */
export class VerdictRefused extends RelayError<'FB3024'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3024', {
      fault: 'user',
      summary: `The verdict is refused: ${why}.`,
      steps: ['A lease that was refused stays refused; only results that arrived can be accepted.'],
      cause,
    })
  }
}

/** Lines, payout root, total, signature and revealed secret of a settlement have to fit each other and the job. */
export class SettlementRefused extends RelayError<'FB3025'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3025', {
      fault: 'user',
      summary: `The settlement is refused: ${why}.`,
      steps: ['Settle once, over lines for leases of this job, signed by the job key.'],
      cause,
    })
  }
}

/** The relay has no key that pays gas, has no chain, or the fee cap of the intent is below its fee. */
export class NothingSubmitted extends RelayError<'FB3026'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3026', {
      fault: 'user',
      summary: `This relay does not submit the transaction: ${why}.`,
      steps: ['Submit it with a key of your own, or raise the relayer fee cap.'],
      cause,
    })
  }
}

/** A job that is cancelled, settling or settled takes no more leases, signatures or verdicts. */
export class JobOver extends RelayError<'FB3027'> {
  readonly status = 409
  constructor(state: string, cause?: unknown) {
    super('FB3027', {
      fault: 'user',
      summary: `The job is ${state}.`,
      steps: ['Open a new job.'],
      cause,
    })
  }
}

/** Slices that another worker shall run again are refused: they fit no open job that this relay can lease them for. */
export class AuditShardRefused extends RelayError<'FB3032'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3032', {
      fault: 'user',
      summary: `The audit shard is not taken: ${why}.`,
      steps: ['Nothing is lost: the requester runs these slices itself.'],
      cause,
    })
  }
}

/** A worker names its engines and its sandbox before it asks for leases. */
export class HelloMissing extends RelayError<'FB3028'> {
  readonly status = 409
  constructor(cause?: unknown) {
    super('FB3028', {
      fault: 'user',
      summary: 'The worker has not said what it is.',
      steps: ['Send POST /v1/workers first.'],
      cause,
    })
  }
}

/** A requester's receipt must be for the root that the worker handed in, signed by a key whose word the escrow takes. */
export class ReceiptRefused extends RelayError<'FB3070'> {
  readonly status = 403
  constructor(why: string, cause?: unknown) {
    super('FB3070', {
      fault: 'user',
      summary: `The receipt is refused: ${why}.`,
      steps: ['Date the root of the `root` event as it is, with the job key (or the assigner’s key).'],
      cause,
    })
  }
}

/** A transcript has to be of a settled job, under its job key's signature, and never says another thing than before. */
export class PublicationRefused extends RelayError<'FB3031'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3031', {
      fault: 'user',
      summary: `The transcript is refused: ${why}.`,
      steps: ['Publish what `.fuzzburst/transcripts/` holds for the job, after its settlement.'],
      cause,
    })
  }
}

/** A public relay may ask its workers for stake; this one's covers no lease more. */
export class StakeMissing extends RelayError<'FB3212'> {
  readonly status = 403
  constructor(worker: string, bondedUnits: bigint, unitsPerLease: bigint, registry: string, cause?: unknown) {
    super('FB3212', {
      fault: 'user',
      summary: `The worker ${worker} has ${bondedUnits} units bonded in ${registry}; each lease that it holds here needs ${unitsPerLease}.`,
      steps: [
        'Stake more: `fuzzburst-worker stake deposit`, or',
        'run fewer slots (`--slots`), or work for another relay.',
      ],
      cause,
    })
  }
}

/** A relay that asks for stake takes no job whose leases are worth more than it covers. */
export class PriceAboveStake extends RelayError<'FB3213'> {
  readonly status = 403
  constructor(why: string, cause?: unknown) {
    super('FB3213', {
      fault: 'user',
      summary: `The stakes of this pool do not cover the job: ${why}.`,
      steps: ['Offer a lower price for a lease, or', 'use another relay.'],
      cause,
    })
  }
}
