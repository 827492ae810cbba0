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
