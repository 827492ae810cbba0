import { FuzzburstError } from '../protocol/errors.ts'

/** No tier of isolation works on this machine, so nobody else's code may run here. */
export class NoSandbox extends FuzzburstError<'FB4001'> {
  /** @param reasons one line a tier: why it does not work here. */
  constructor(reasons: readonly string[]) {
    super('FB4001', {
      fault: 'user',
      summary: 'This machine offers no way to isolate the tests, so they are not run.',
      detail: reasons.join('\n'),
      steps: [
        'Install bubblewrap (`apt-get install bubblewrap`, `dnf install bubblewrap`) on a Linux x64 or arm64 machine, or',
        'use a kernel with Landlock (5.13 or newer, `landlock` in its `lsm=` list): that also works in containers.',
        'See docs/sandbox.md for what each way holds, and for machines that forbid user namespaces.',
      ],
    })
  }
}

/** The caller asked for something that no tier can do: a bug of ours. */
export class SandboxCommandWrong extends FuzzburstError<'FB4002'> {
  constructor(what: string) {
    super('FB4002', {
      fault: 'ours',
      summary: `A command cannot be sandboxed: ${what}.`,
      steps: ['Please report this with the command you ran.'],
    })
  }
}

/** The sandbox could not be set up for one run, although it worked when it was probed. */
export class SandboxFailed extends FuzzburstError<'FB4003'> {
  /** @param detail the tool's own words; untrusted. */
  constructor(tier: string, what: string, detail?: string) {
    super('FB4003', {
      fault: 'user',
      summary: `The ${tier} sandbox could not be set up: ${what}.`,
      ...(detail ? { detail } : {}),
      steps: [
        'Run `fuzzburst doctor`: it tries each tier by itself and says what it lacks.',
        'Check that /tmp has space and that this user may start more processes.',
      ],
    })
  }
}

/** The native programs that come with this package are missing or not the ones it was built with. */
export class NativeProgramWrong extends FuzzburstError<'FB4004'> {
  constructor(what: string) {
    super('FB4004', {
      fault: 'user',
      summary: `The sandbox's own programs cannot be used: ${what}.`,
      steps: [
        'Install this package again: `dist/native` holds these programs and they are checked by digest.',
        'After changing `native/`, run `npm run build:native`.',
      ],
    })
  }
}
