import { expect, test } from 'vitest'
import { brokenLinks } from './docLinks.ts'

test('a link to no file and a named page that does not exist are broken; other links are not', () => {
  const files = [
    {
      path: 'docs/a.md',
      text: '[b](b.md#x) [c](../src/c.ts) [d](missing.md) [e](https://example.org/x.md) [f](#here)',
    },
    { path: 'src/c.ts', text: '// see docs/a.md and docs/gone.md' },
  ]
  const there = new Set(['docs/a.md', 'docs/b.md', 'src/c.ts'])
  expect(brokenLinks(files, (file) => there.has(file))).toEqual([
    'docs/a.md links to missing.md',
    'src/c.ts names docs/gone.md',
  ])
})
