import { FuzzburstError } from '../protocol/errors.ts'

/** The built-in campaign did not run as it must: this machine would deliver wrong results and earn nothing. */
export class SelfTestFailed extends FuzzburstError<'FB3207'> {
  constructor(what: string, detail?: string, cause?: unknown) {
    super('FB3207', {
      fault: 'user',
      summary: `The self-test of this machine failed: ${what}.`,
      steps: [
        'Check free memory and disk space, then try again (`fuzzburst-worker self-test` runs it alone).',
        'If it fails on a healthy machine, please report the output together with the kernel version and the tier.',
      ],
      ...(detail === undefined ? {} : { detail }),
      cause,
    })
  }
}
