import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import { BundleTooLarge, HostileLayer, LayerMismatch, UnshippableFile } from './errors.ts'

test('a bundle over the limit says how large it is and what makes it so', () => {
  const error = new BundleTooLarge('packed bytes', 300 * 2 ** 20, 256 * 2 ** 20, [
    { path: 'out/Huge.sol/Huge.json', bytes: 200 * 2 ** 20 },
    { path: 'test/data.bin', bytes: 1_000 },
  ])
  expect(formatError(error)).toMatchInlineSnapshot(`
    "error FB1020: The compressed bundle would hold 300.0 MiB; the limit is 256.0 MiB.

      | Largest files:
      | 200.0 MiB  out/Huge.sol/Huge.json
      | 1000 B  test/data.bin

      - Leave large files out of \`fs_permissions\`, and unused libraries out of \`libs\`, or
      - fuzz a smaller profile (\`profile\` chooses one).

      More: docs/errors.md#fb1020"
  `)
})

test('a hostile layer says what it held and that nothing was kept', () => {
  expect(formatError(new HostileLayer('it holds a symbolic link', 'src/a.sol'))).toMatchInlineSnapshot(`
    "error FB1021: A layer was refused and nothing of it was kept: it holds a symbolic link.

      | Member: src/a.sol

      - Nothing to do on a worker: it hands the shard back.
      - If this is your own bundle, please report it with the command you ran.

      More: docs/errors.md#fb1021"
  `)
})

test('a file that cannot be shipped is named', () => {
  expect(
    formatError(new UnshippableFile('lib/dep', 'it is a link to somewhere outside the project')),
  ).toMatchInlineSnapshot(`
    "error FB1022: A file that the fuzz tests need cannot be shipped: it is a link to somewhere outside the project.

      | lib/dep

      - Move or rename the file inside the project, or stop importing it.

      More: docs/errors.md#fb1022"
  `)
})

test('altered bytes are told from hostile ones', () => {
  expect(formatError(new LayerMismatch('length', '10 bytes', '9 bytes'))).toMatchInlineSnapshot(`
    "error FB1023: A layer's length should be 10 bytes but is 9 bytes.

      - Fetch the layer again; if it stays wrong, the relay serves altered or cut bytes: use another.

      More: docs/errors.md#fb1023"
  `)
})
