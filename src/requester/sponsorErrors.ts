import { FuzzburstError } from '../protocol/errors.ts'

/** A sponsor could be asked, but this job gets no OIDC tokens. */
export class IdTokenMissing extends FuzzburstError<'FB2080'> {
  constructor() {
    super('FB2080', {
      fault: 'user',
      summary: 'No free burst: this job may not ask GitHub for an OIDC token.',
      steps: [
        'Add `permissions: id-token: write` to the job (docs/free-bursts.md).',
        'Pull requests from forks never get tokens: they are fuzzed on the runner, or by a second workflow.',
      ],
    })
  }
}

/** GitHub did not give a token although the job may ask for one. */
export class IdTokenRefused extends FuzzburstError<'FB2081'> {
  constructor(why: string, cause?: unknown) {
    super('FB2081', {
      fault: 'pool',
      summary: `GitHub gave no OIDC token: ${why}.`,
      steps: ['Run the workflow again; githubstatus.com says whether GitHub has a problem.'],
      cause,
    })
  }
}
