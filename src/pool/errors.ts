import { FuzzburstError } from '../protocol/errors.ts'

/** No relay answered at the URL before the caller's deadline. */
export class RelayUnreachable extends FuzzburstError<'FB3101'> {
  constructor(url: string, why: string, cause?: unknown) {
    super('FB3101', {
      fault: 'pool',
      summary: `The relay at ${url} does not answer: ${why}.`,
      steps: ['Check the relay URL and the network.', 'Try again: the relay may be restarting.'],
      cause,
    })
  }
}

/** Something answered, but not a relay that this version can work with. */
export class NotARelay extends FuzzburstError<'FB3102'> {
  constructor(url: string, why: string, cause?: unknown) {
    super('FB3102', {
      fault: 'user',
      summary: `${url} is not a relay that this version of fuzzburst can work with: ${why}.`,
      steps: ['Check the relay URL.', 'Check that fuzzburst and the relay are of the same major version.'],
      cause,
    })
  }
}

/** The relay refused the request; its own code, words and steps are passed on. */
export class RelayRefused extends FuzzburstError<'FB3103'> {
  /** The relay's code, such as FB3016. Match on this. */
  readonly relayCode: string
  /** HTTP status of the refusal. */
  readonly status: number

  constructor(refusal: {
    status: number
    code: string
    fault: 'user' | 'pool' | 'ours'
    summary: string
    steps: readonly string[]
  }) {
    super('FB3103', {
      fault: refusal.fault,
      summary: `The relay refused (${refusal.code}): ${refusal.summary}`,
      steps: refusal.steps,
    })
    this.relayCode = refusal.code
    this.status = refusal.status
  }
}

/** The bytes that the relay sent are not those that were asked for. */
export class BlobAltered extends FuzzburstError<'FB3104'> {
  constructor(digest: string, why: string) {
    super('FB3104', {
      fault: 'pool',
      summary: `The relay sent other bytes than blob ${digest}: ${why}.`,
      steps: ['Try again.', 'If it happens again, use another relay: this one alters or loses data.'],
    })
  }
}
