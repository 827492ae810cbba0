import { FuzzburstError } from '../../protocol/errors.ts'

/** A test failed, and what falsified it cannot be read or is beyond the limits of a finding. */
export class FindingUnreadable extends FuzzburstError<'FB5050'> {
  /** @param what what is wrong with it, in our words; @param target the property, untrusted. */
  constructor(target: string, what: string) {
    super('FB5050', {
      fault: 'pool',
      summary: `A property failed, but the input that falsifies it cannot be taken over: ${what}.`,
      detail: target,
      steps: [
        'Run the property alone: `forge test --match-test <name>`; it fails there too.',
        'If the input is of ordinary size, please report this: the engine printed something unknown.',
      ],
    })
  }
}
