import { FuzzburstError } from '../protocol/errors.ts'

/** A command that sends transactions was given no key. */
export class KeyMissing extends FuzzburstError<'FB2030'> {
  constructor(variable: string) {
    super('FB2030', {
      fault: 'user',
      summary: `${variable} holds no private key.`,
      steps: [
        `Set ${variable} to 0x and 64 hex digits. Keep the owner’s key out of CI: only a spender’s belongs there.`,
      ],
    })
  }
}

/** A transaction was not confirmed by the user. */
export class NotConfirmed extends FuzzburstError<'FB2031'> {
  constructor(question: string) {
    super('FB2031', {
      fault: 'user',
      summary: `Not confirmed: ${question}`,
      steps: ['Answer y, or pass --yes where nobody can answer.'],
    })
  }
}

/** A contest can only be answered with the settlement's own lines. */
export class LinesMissing extends FuzzburstError<'FB2047'> {
  constructor(job: string, why: string) {
    super('FB2047', {
      fault: 'user',
      summary: `The lines of the settlement of job ${job} are missing: ${why}.`,
      steps: ['Run this in the folder where the burst ran, or', 'name the relay that carried the job with `--relay`.'],
    })
  }
}

/** An argument that only the chain can tell to be wrong, or that another one should have come with. */
export class WrongArgument extends FuzzburstError<'FB2049'> {
  constructor(what: string) {
    super('FB2049', { fault: 'user', summary: what, steps: ['Correct it; `--help` says what each argument means.'] })
  }
}

/** A process of the demo ended before it was ready. */
export class DemoProcessFailed extends FuzzburstError<'FB9010'> {
  constructor(name: string, log: string) {
    super('FB9010', {
      fault: 'ours',
      summary: `The ${name} of the demo ended before it was ready.`,
      detail: log,
      steps: [
        'Run `fuzzburst doctor` and look for what this machine lacks.',
        'Otherwise report this with the lines above.',
      ],
    })
  }
}
