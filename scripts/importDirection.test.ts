import { expect, test } from 'vitest'
import { importViolations } from './importDirection.ts'

const check = (...files: [path: string, text: string][]) =>
  importViolations(files.map(([path, text]) => ({ path, text }))).map(({ file, why }) => `${file}: ${why}`)

test.each([
  [
    'protocol importing anything of src',
    'src/protocol/x.ts',
    "import { y } from '../engines/y.ts'",
    'protocol is below engines',
  ],
  [
    'a type that points upwards',
    'src/engines/x.ts',
    "import type { Y } from '../report/y.ts'",
    'engines is below report',
  ],
  [
    'a re-export that points upwards',
    'src/verify/x.ts',
    "export { y } from '../requester/y.ts'",
    'verify is below requester',
  ],
  ['a dynamic import', 'src/requester/x.ts', "const y = await import('../cli/y.ts')", 'requester is below cli'],
  [
    'an import over several lines',
    'src/sandbox/x.ts',
    "import {\n  a,\n  b,\n} from '../bundle/y.ts'",
    'sandbox is below bundle',
  ],
  ['an import for its effect', 'src/report/x.ts', "import '../relay/y.ts'", 'report is below relay'],
  [
    'a shell importing a shell',
    'src/cli/x.ts',
    "import { y } from '../relay/y.ts'",
    'a shell never imports another shell',
  ],
  [
    'the worker importing a shell',
    'worker/src/x.ts',
    "import { y } from '../../src/relay/y.ts'",
    'a shell never imports another shell',
  ],
  [
    'a shell importing the worker',
    'src/cli/x.ts',
    "import { y } from '../../worker/src/y.ts'",
    'a shell never imports another shell',
  ],
  [
    'product code importing test code',
    'src/cli/x.ts',
    "import { y } from '../../test/y.ts'",
    'src and worker import nothing outside themselves',
  ],
  [
    'product code importing a test fixture',
    'src/cli/x.ts',
    "import { y } from './y.fixture.ts'",
    'only tests import what is for tests',
  ],
  [
    'a barrel of the own package',
    'worker/src/x.ts',
    "import { y } from 'fuzzburst'",
    'own packages are imported by relative path',
  ],
  ['a file in a folder without a rank', 'src/misc/x.ts', '', 'its folder has no rank in scripts/importDirection.ts'],
])('%s is a violation', (_name, file, text, why) => {
  expect(check([file, text])).toEqual([`${file}: ${why}`])
})

test('two folders of one rank may not import each other', () => {
  const found = check(
    ['src/report/a.ts', "import { b } from '../campaign/b.ts'"],
    ['src/campaign/b.ts', "import { a } from '../report/a.ts'"],
  )
  expect(found).toEqual([
    'src/report/a.ts: report and campaign import each other',
    'src/campaign/b.ts: campaign and report import each other',
  ])
})

test('imports that point down, sideways in one direction, into packages or from a test are fine', () => {
  expect(
    check(
      ['worker/src/x.ts', "import { a } from '../../src/engines/forge/a.ts'\nimport { z } from 'zod'"],
      ['src/engines/y.ts', "import type { S } from '../sandbox/s.ts'"],
      [
        'src/cli/z.ts',
        "import { r } from '../requester/r.ts'\nimport packageJson from '../../package.json' with { type: 'json' }",
      ],
      ['src/pool/p.test.ts', "import { startRelay } from '../relay/startRelay.ts'"],
    ),
  ).toEqual([])
})

test('a path in a comment or a string is no import', () => {
  expect(check(['src/protocol/x.ts', "/** see ../cli/y.ts */\nconst text = 'not from ../cli/y.ts'"])).toEqual([])
})
