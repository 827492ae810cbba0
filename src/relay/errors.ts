import { FuzzburstError } from '../protocol/errors.ts'

/** A refusal of the relay: a coded error with the HTTP status it is sent with. */
export abstract class RelayError<Code extends string> extends FuzzburstError<Code> {
  abstract readonly status: number
}

/** A request to the relay lacks its signature headers, or the signature does not fit method, relay, path, body and time. */
export class RequestUnsigned extends RelayError<'FB3001'> {
  readonly status = 401
  constructor(why: string, cause?: unknown) {
    super('FB3001', {
      fault: 'user',
      summary: `The request is not signed as it must be: ${why}.`,
      steps: [
        "Use the fuzzburst client of the relay's version.",
        'A relay with a new key has a new address: connect again.',
      ],
      cause,
    })
  }
}

/** A signed request is valid for one minute around its date. */
export class RequestStale extends RelayError<'FB3002'> {
  readonly status = 401
  constructor(seconds: number, cause?: unknown) {
    super('FB3002', {
      fault: 'user',
      summary: `The request is dated ${seconds} s away from the relay's clock.`,
      steps: ["Set this machine's clock."],
      cause,
    })
  }
}

/** Every signed request carries a number that is used once. */
export class RequestReplayed extends RelayError<'FB3003'> {
  readonly status = 401
  constructor(cause?: unknown) {
    super('FB3003', {
      fault: 'pool',
      summary: 'The request was received before.',
      steps: ['Nothing to do: the client signs every try anew.'],
      cause,
    })
  }
}

/** Requests are signed by a session key that an Ethereum key delegated for at most seven days. */
export class SessionUnknown extends RelayError<'FB3004'> {
  readonly status = 401
  constructor(cause?: unknown) {
    super('FB3004', {
      fault: 'pool',
      summary: 'The session key is unknown here or has expired.',
      steps: ['Register the session again: clients do so by themselves.'],
      cause,
    })
  }
}

/** The delegation of a session key is not signed by the key it names, has expired, lasts too long, or names a session key that speaks for somebody else already. */
export class DelegationRefused extends RelayError<'FB3005'> {
  readonly status = 403
  constructor(why: string, cause?: unknown) {
    super('FB3005', {
      fault: 'user',
      summary: `The session is not registered: ${why}.`,
      steps: ['Delegate a fresh session key for at most seven days.'],
      cause,
    })
  }
}

/** A field of the request is missing or has the wrong form. */
export class RequestMalformed extends RelayError<'FB3006'> {
  readonly status = 400
  constructor(where: string, why: string, cause?: unknown) {
    super('FB3006', {
      fault: 'user',
      summary: `The request cannot be read: ${where}: ${why}.`,
      steps: ['Check that client and relay are of the same major version.'],
      cause,
    })
  }
}

/** The relay has no route, job, lease or blob of that name. */
export class NotFound extends RelayError<'FB3007'> {
  readonly status = 404
  constructor(what: string, cause?: unknown) {
    super('FB3007', {
      fault: 'user',
      summary: `There is no such ${what} at this relay.`,
      steps: ['Check the relay URL and the id.'],
      cause,
    })
  }
}

/** Jobs are for their requester, leases for their worker, layers for both. */
export class NotYours extends RelayError<'FB3008'> {
  readonly status = 403
  constructor(what: string, cause?: unknown) {
    super('FB3008', {
      fault: 'user',
      summary: `This session may not use this ${what}.`,
      steps: ["Use the key that it belongs to: the job key of a job, the worker's key of a lease."],
      cause,
    })
  }
}

/** A blob, a job's blobs together, or a document are over the relay's limit. */
export class TooLarge extends RelayError<'FB3009'> {
  readonly status = 413
  constructor(what: string, bytes: number, limit: number, cause?: unknown) {
    super('FB3009', {
      fault: 'user',
      summary: `The ${what} has ${bytes} bytes; this relay takes ${limit}.`,
      steps: ["Ship less, or ask the relay's operator for a higher limit.", '`GET /v1/info` shows the limits.'],
      cause,
    })
  }
}

/** The SHA-256 of the body differs from the digest in the request's signature or address. */
export class DigestMismatch extends RelayError<'FB3010'> {
  readonly status = 400
  constructor(cause?: unknown) {
    super('FB3010', {
      fault: 'pool',
      summary: 'The bytes that arrived do not have the digest that was signed.',
      steps: ['Try again: they were altered or cut on their way.'],
      cause,
    })
  }
}

/** Blobs that no job uses yet have a quota for each uploader, and the relay's disk has one for all. */
export class QuotaExceeded extends RelayError<'FB3011'> {
  readonly status = 429
  constructor(what: string, limit: number, cause?: unknown) {
    super('FB3011', {
      fault: 'user',
      summary: `${what} may hold ${limit} bytes here, and no more fit.`,
      steps: ['Open the job that the uploaded blobs are for, or wait a day: unused blobs are deleted.'],
      cause,
    })
  }
}

/** Each session, and each address without a session, has a limit of requests per second. */
export class TooManyRequests extends RelayError<'FB3012'> {
  readonly status = 429
  constructor(cause?: unknown) {
    super('FB3012', {
      fault: 'pool',
      summary: 'Too many requests in too short a time.',
      steps: ['Wait a second: clients do so by themselves.'],
      cause,
    })
  }
}

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

/** A setting of the relay is missing or has the wrong form. */
export class RelaySettingsWrong extends RelayError<'FB3029'> {
  readonly status = 500
  constructor(where: string, why: string, cause?: unknown) {
    super('FB3029', {
      fault: 'user',
      summary: `The relay cannot start: ${where}: ${why}.`,
      steps: ['See docs/relay.md for the settings.'],
      cause,
    })
  }
}

/** The embedded database belongs to one process. */
export class DataFolderBusy extends RelayError<'FB3030'> {
  readonly status = 500
  constructor(pid: number, cause?: unknown) {
    super('FB3030', {
      fault: 'user',
      summary: `Another relay (process ${pid}) uses this data folder.`,
      steps: ['Stop it, or give this relay a folder of its own.'],
      cause,
    })
  }
}

/** An error of the relay itself. */
export class RelayFault extends RelayError<'FB3099'> {
  readonly status = 500
  constructor(cause?: unknown) {
    super('FB3099', {
      fault: 'ours',
      summary: 'The relay failed in a way it does not know.',
      steps: ['Try again.', "If it happens again, the operator finds the cause in the relay's log."],
      cause,
    })
  }
}
