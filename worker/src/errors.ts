import { FuzzburstError } from '../../src/protocol/errors.ts'

/** A setting of the worker is missing or malformed. Never repeats the value: it may be a key. */
export class BadWorkerSetting extends FuzzburstError<'FB3201'> {
  constructor(problems: readonly string[], cause?: unknown) {
    super('FB3201', {
      fault: 'user',
      summary: `The worker's settings cannot be used: ${problems.join('; ')}.`,
      steps: [
        'Correct the flag, the FUZZBURST_WORKER_* variable or the line of the settings file that it names.',
        'See all settings with `fuzzburst-worker run --help`.',
      ],
      cause,
    })
  }
}

/** There is no key, or it is not one. */
export class BadWorkerKey extends FuzzburstError<'FB3202'> {
  constructor(what: string, cause?: unknown) {
    super('FB3202', {
      fault: 'user',
      summary: `The worker has no usable key: ${what}.`,
      steps: [
        'Put a private key (0x and 64 hex digits) into a file that only the worker can read and name it with `--key-file`, or',
        'set FUZZBURST_WORKER_KEY.',
      ],
      cause,
    })
  }
}

/** Two workers on one data directory could sign two roots for one lease. */
export class DataDirInUse extends FuzzburstError<'FB3203'> {
  constructor(dataDir: string, holder: string) {
    super('FB3203', {
      fault: 'user',
      summary: `Another worker (${holder}) is using the data directory ${dataDir}.`,
      steps: ['Stop that worker, or', 'give this one a directory of its own with `--data-dir`, and a key of its own.'],
    })
  }
}

/** Why a worker does not take an offered lease. */
export type OfferFlaw =
  | 'not-mine'
  | 'bad-lease-id'
  | 'bad-lease-signature'
  | 'wrong-venue'
  | 'bad-intent'
  | 'untrusted-requester'
  | 'sponsored'
  | 'bad-spec'
  | 'bad-layers'
  | 'price'
  | 'expired'
  | 'engine'
  | 'limits'
  | 'no-lock'
  | 'already-rooted'

/** A lease that this worker must not, or does not want to, work on. The worker hands it back and goes on. */
export class OfferRefused extends FuzzburstError<'FB3204'> {
  readonly flaw: OfferFlaw

  constructor(flaw: OfferFlaw, what: string) {
    super('FB3204', {
      fault: 'pool',
      summary: `An offered lease was refused (${flaw}): ${what}.`,
      steps: [
        'Nothing to do for a single one: the shard goes to another worker.',
        'If every lease is refused, compare the worker with the pool: engine version, minimum price, venue, trusted requesters.',
      ],
    })
    this.flaw = flaw
  }
}

/** A layer's bytes are not what its digest names, or are over this worker's limits. */
export class LayerUnusable extends FuzzburstError<'FB3205'> {
  constructor(digest: string, what: string, cause?: unknown) {
    super('FB3205', {
      fault: 'pool',
      summary: `The layer ${digest} cannot be used: ${what}.`,
      steps: ['Nothing to do: the worker hands the lease back.'],
      cause,
    })
  }
}

/** `status` found no worker. */
export class StatusUnreachable extends FuzzburstError<'FB3206'> {
  constructor(address: string, cause?: unknown) {
    super('FB3206', {
      fault: 'user',
      summary: `No worker answers at ${address}.`,
      steps: [
        'Start one with `fuzzburst-worker run`, or',
        "name the running worker's address with `--status-address` as it was given to `run`.",
      ],
      cause,
    })
  }
}

/** A file of the data directory is not what the worker wrote. */
export class JournalUnreadable extends FuzzburstError<'FB3208'> {
  constructor(file: string, cause?: unknown) {
    super('FB3208', {
      fault: 'user',
      summary: `The worker's journal has a file that cannot be read: ${file}.`,
      steps: [
        'Check the disk, then move the file away; the lease it belongs to earns nothing.',
        'Never edit the journal by hand: it keeps the worker from signing two roots for one lease.',
      ],
      cause,
    })
  }
}

/** The status address cannot be listened on. */
export class StatusAddressUnusable extends FuzzburstError<'FB3209'> {
  constructor(address: string, cause?: unknown) {
    super('FB3209', {
      fault: 'user',
      summary: `The worker cannot answer status requests at ${address}.`,
      steps: ['Choose another address with `--status-address host:port`, or', 'stop the program that uses it.'],
      cause,
    })
  }
}

/** The relay's receipt does not date the root that was sent. */
export class BadReceipt extends FuzzburstError<'FB3210'> {
  constructor(relay: string) {
    super('FB3210', {
      fault: 'pool',
      summary: `The relay ${relay} answered a root with a receipt that is not for it, or not signed by it.`,
      steps: ['The worker asks again. If it goes on, use another relay and tell its operator.'],
    })
  }
}

/** A slice that must be reproducible ended in two ways on this machine: delivering it would fail the audit. */
export class UnstableSlice extends FuzzburstError<'FB3211'> {
  constructor(k: number, first: string, second: string) {
    super('FB3211', {
      fault: 'user',
      summary: `Slice ${k} of a shard ended in two ways on this machine: first "${first}", then "${second}". The lease was handed back.`,
      steps: [
        'Give the worker fewer slots or more memory and disk: it probably ran out of one.',
        'Run `fuzzburst-worker self-test`.',
      ],
    })
  }
}

/** An argument of `stake` is wrong in a way that only showed later. */
export class BadStakeArgument extends FuzzburstError<'FB3214'> {
  constructor(what: string) {
    super('FB3214', {
      fault: 'user',
      summary: `Nothing was sent: ${what}.`,
      steps: ['See `fuzzburst-worker stake --help`.'],
    })
  }
}

/** Money moves only after a yes. */
export class StakeNotConfirmed extends FuzzburstError<'FB3215'> {
  constructor(question: string) {
    super('FB3215', {
      fault: 'user',
      summary: `Not confirmed: ${question}`,
      steps: ['Answer y, or run it with `--yes`.'],
    })
  }
}
