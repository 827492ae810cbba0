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
