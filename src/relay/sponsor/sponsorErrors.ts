import { RelayError } from '../errors.ts'

/** Free bursts were asked of a relay that has no sponsor. */
export class NoSponsor extends RelayError<'FB3050'> {
  readonly status = 404
  constructor(cause?: unknown) {
    super('FB3050', {
      fault: 'user',
      summary: 'This relay has no sponsor: it gives no free bursts.',
      steps: ['Ask another relay, or', 'pay from an account of your own (docs/funding.md).'],
      cause,
    })
  }
}

/** The OIDC token is not one that this sponsor takes for this job. */
export class TokenRefused extends RelayError<'FB3051'> {
  readonly status = 401
  constructor(why: string, cause?: unknown) {
    super('FB3051', {
      fault: 'user',
      summary: `The OIDC token is refused: ${why}.`,
      steps: [
        'Run the Action in a workflow of a public repository with `permissions: id-token: write`.',
        'A token is for one job and lives for minutes: run the workflow again.',
      ],
      cause,
    })
  }
}

/** The issuer's keys cannot be had, so no new token can be checked. */
export class IssuerUnreachable extends RelayError<'FB3052'> {
  readonly status = 503
  constructor(cause?: unknown) {
    super('FB3052', {
      fault: 'pool',
      summary: 'The keys of the OIDC issuer cannot be fetched, and no token is taken unchecked.',
      steps: ['Try again later: githubstatus.com says whether GitHub has a problem.'],
      cause,
    })
  }
}

/** The repository is not one that this sponsor pays for. */
export class RepositoryRefused extends RelayError<'FB3053'> {
  readonly status = 403
  constructor(why: string, cause?: unknown) {
    super('FB3053', {
      fault: 'user',
      summary: `This repository gets no free bursts here: ${why}.`,
      steps: ['See docs/free-bursts.md for who does, or', 'pay from an account of your own (docs/funding.md).'],
      cause,
    })
  }
}

/** A month's quota of the repository, of its owner, or of the sponsor is used up. */
export class SponsorQuota extends RelayError<'FB3054'> {
  readonly status = 403
  constructor(whose: string, askedUnits: bigint, leftUnits: bigint, cause?: unknown) {
    super('FB3054', {
      fault: 'user',
      summary: `The burst could cost ${askedUnits} units; ${whose} has ${leftUnits} left this month.`,
      steps: ['Lower `budget`, or', 'wait for the next month (UTC), or', 'pay from an account of your own.'],
      cause,
    })
  }
}

/** An intent that the sponsor's money would be locked for is not as the sponsor wants it. */
export class SponsoredIntentRefused extends RelayError<'FB3055'> {
  readonly status = 400
  constructor(why: string, cause?: unknown) {
    super('FB3055', {
      fault: 'user',
      summary: `The sponsor does not sign this intent: ${why}.`,
      steps: ['Use the fuzzburst client of the relay’s version: it reads the terms from `GET /v1/sponsor`.'],
      cause,
    })
  }
}

/** One job, one plan, one token: each is good for one grant. */
export class SecondGrant extends RelayError<'FB3056'> {
  readonly status = 409
  constructor(what: string, cause?: unknown) {
    super('FB3056', {
      fault: 'user',
      summary: `A free burst was given before for this ${what}.`,
      steps: ['Start a new burst: each asks for a token of its own.'],
      cause,
    })
  }
}

/** GitHub's API does not say whether the repository is public and how it is licensed. */
export class RepositoryUnknown extends RelayError<'FB3057'> {
  readonly status = 503
  constructor(why: string, cause?: unknown) {
    super('FB3057', {
      fault: 'pool',
      summary: `GitHub does not tell about the repository: ${why}.`,
      steps: [
        'Try again later.',
        'The operator sets a GitHub token: without one, GitHub answers 60 questions an hour.',
      ],
      cause,
    })
  }
}

/** The sponsor's account, or the caps of its key, do not bear this burst. */
export class SponsorEmpty extends RelayError<'FB3058'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3058', {
      fault: 'pool',
      summary: `The sponsor cannot pay for this burst now: ${why}`,
      steps: ['Try again tomorrow, or', 'pay from an account of your own (docs/funding.md).'],
      cause,
    })
  }
}

/** The assigner of a sponsored job picks the workers; a requester that turns most of them away gets none. */
export class AssignerRefuses extends RelayError<'FB3059'> {
  readonly status = 403
  constructor(unsigned: number, cause?: unknown) {
    super('FB3059', {
      fault: 'user',
      summary: `The sponsor assigns no more workers: ${unsigned} proposed leases of this job were left unsigned.`,
      steps: ['Sign every lease that is proposed: in sponsored jobs the sponsor picks the workers.'],
      cause,
    })
  }
}

/** Only the keys that a sponsor lists audit its jobs. */
export class NotAnAuditor extends RelayError<'FB3060'> {
  readonly status = 403
  constructor(address: string, cause?: unknown) {
    super('FB3060', {
      fault: 'user',
      summary: `${address} does not audit for this sponsor.`,
      steps: ['List the address under `auditors` in the relay’s [sponsor] settings.'],
      cause,
    })
  }
}

/** An audit is for a sponsored job that waits for one, and covers every line that pays. */
export class AuditRefused extends RelayError<'FB3061'> {
  readonly status = 409
  constructor(why: string, cause?: unknown) {
    super('FB3061', {
      fault: 'user',
      summary: `The audit is not taken: ${why}.`,
      steps: ['Audit what `POST /v1/sponsor/audits/next` hands out, and each job once.'],
      cause,
    })
  }
}
