import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import { NativeProgramWrong, NoSandbox, SandboxCommandWrong, SandboxFailed } from './errors.ts'

test('without a tier the message says how to get one', () => {
  const error = new NoSandbox([
    'bubblewrap: bubblewrap (bwrap) is not installed',
    'landlock: this kernel has no Landlock',
  ])
  expect(formatError(error)).toMatchInlineSnapshot(`
    "error FB4001: This machine offers no way to isolate the tests, so they are not run.

      | bubblewrap: bubblewrap (bwrap) is not installed
      | landlock: this kernel has no Landlock

      - Install bubblewrap (\`apt-get install bubblewrap\`, \`dnf install bubblewrap\`) on a Linux x64 or arm64 machine, or
      - use a kernel with Landlock (5.13 or newer, \`landlock\` in its \`lsm=\` list): that also works in containers.
      - See docs/sandbox.md for what each way holds, and for machines that forbid user namespaces.

      More: docs/errors.md#fb4001"
  `)
})

test('a command that cannot be held is ours', () => {
  expect(formatError(new SandboxCommandWrong('"/etc" is not below a sandbox root'))).toMatchInlineSnapshot(`
    "error FB4002: A command cannot be sandboxed: "/etc" is not below a sandbox root.

      - Please report this with the command you ran.

      More: docs/errors.md#fb4002"
  `)
})

test('a set-up that fails names the tier, what failed and the tool’s own words', () => {
  const error = new SandboxFailed('bubblewrap', 'entering the working directory: Permission denied', 'bwrap: no')
  expect(formatError(error)).toMatchInlineSnapshot(`
    "error FB4003: The bubblewrap sandbox could not be set up: entering the working directory: Permission denied.

      | bwrap: no

      - Run \`fuzzburst doctor\`: it tries each tier by itself and says what it lacks.
      - Check that /tmp has space and that this user may start more processes.

      More: docs/errors.md#fb4003"
  `)
})

test('a missing native program says to install again', () => {
  expect(formatError(new NativeProgramWrong('there is no launcher for darwin-x64'))).toMatchInlineSnapshot(`
    "error FB4004: The sandbox's own programs cannot be used: there is no launcher for darwin-x64.

      - Install this package again: \`dist/native\` holds these programs and they are checked by digest.
      - After changing \`native/\`, run \`npm run build:native\`.

      More: docs/errors.md#fb4004"
  `)
})
