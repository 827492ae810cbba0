import { FuzzburstError } from '../protocol/errors.ts'

/** There is no fuzz test or invariant to plan for: a filter left none. */
export class NothingToPlan extends FuzzburstError<'FB1030'> {
  constructor() {
    super('FB1030', {
      fault: 'user',
      summary: 'No fuzz test or invariant is left to run.',
      steps: ['Check the filter (`match`), or', 'choose another Foundry profile (`profile`).'],
    })
  }
}

/** Time or processor budget do not suffice for a single slice of any target. */
export class BudgetTooSmall extends FuzzburstError<'FB1031'> {
  constructor(haveSeconds: number, needSeconds: number) {
    super('FB1031', {
      fault: 'user',
      summary: `The budget allows ${haveSeconds} s of processor time; the cheapest slice of this project needs ${needSeconds} s.`,
      steps: ['Raise `budget` (and `max-time`, if set), or', 'lower the runs or depth that the tests set inline.'],
    })
  }
}

/** The most that may be spent does not pay for a single shard. Amounts are formatted by the caller's token or in units. */
export class SpendTooSmall extends FuzzburstError<'FB1032'> {
  constructor(maxSpendUnits: bigint, needUnits: bigint) {
    super('FB1032', {
      fault: 'user',
      summary: `\`max-spend\` is ${maxSpendUnits} token units; one shard with its spare, the finder reserve and the relayer's fee needs ${needUnits}.`,
      steps: [
        'Raise `max-spend`, or',
        'lower `slot-price` or `finder-reserve`, or',
        'run on the runner alone: `fuzzburst run --local`.',
      ],
    })
  }
}
