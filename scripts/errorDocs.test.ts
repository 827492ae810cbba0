import { expect, test } from 'vitest'
import { errorDocProblems } from './errorDocs.ts'

const source = (path: string, text: string) => ({ path, text })

test('a code without an entry and without a test is named twice', () => {
  expect(errorDocProblems([source('src/a/errors.ts', "super('FB1001', {")], '# Errors\n')).toEqual([
    'FB1001 (src/a/errors.ts) has no entry in docs/errors.md',
    'FB1001 (src/a/errors.ts) has no test that mentions it',
  ])
})

test('an entry that nothing raises, an entry out of order and a code with two classes are named', () => {
  const files = [
    source(
      'src/a/errors.ts',
      "class A extends FuzzburstError<'FB2001'> {}\nclass B extends FuzzburstError<'FB1001'> {}",
    ),
    source('src/b/errors.ts', "class C extends FuzzburstError<'FB1001'> {}"),
    source('src/a/errors.test.ts', 'FB2001 FB1001'),
  ]
  expect(errorDocProblems(files, '## FB2001\n## FB1001\n## FB9999\n')).toEqual([
    'FB1001 is declared 2 times: src/a/errors.ts, src/b/errors.ts',
    'docs/errors.md: FB1001 stands after FB2001',
    'docs/errors.md describes FB9999, which nothing raises',
  ])
})

test('a code with one class, an entry and a snapshot that mentions it is fine', () => {
  const files = [
    source('src/a/errors.ts', "class A extends FuzzburstError<'FB1001'> {}"),
    source('src/a/__snapshots__/errors.test.ts.snap', 'error FB1001: no'),
  ]
  expect(errorDocProblems(files, '## FB1001\n')).toEqual([])
})
