import { expect, test } from 'vitest'
import { COMMENT_CHARACTERS } from './renderComment.ts'
import { renderPublished } from './renderPublished.ts'
import { sequenceFinding } from './report.fixture.ts'

const about = { marker: '<!-- m -->', author: 'maintainer', repositoryUrl: 'https://github.com/octo/vault', sha: null }

test('text of a project stays text in a published finding', () => {
  const hostile = '</details><script>alert(1)</script> @everyone ![x](https://evil.example/) `` \u202e ::error::x'
  const text = renderPublished(
    {
      ...sequenceFinding,
      title: hostile,
      trace: `${hostile}\n\`\`\`\n${hostile}`,
      finding: { ...sequenceFinding.finding, reason: hostile },
    },
    { ...about, author: hostile },
  )
  expect(text.replaceAll(/(`+)[\s\S]*?[^`]\1(?!`)/g, '')).not.toMatch(/<script|@everyone|evil\.example/)
  expect(text.startsWith('<!-- m -->\n')).toBe(true)
})

test('a trace that does not fit goes before the calls do', () => {
  const text = renderPublished({ ...sequenceFinding, trace: 'x'.repeat(69_000) }, about)
  expect(text.length).toBeLessThanOrEqual(COMMENT_CHARACTERS)
  expect(text).not.toContain('xxxxxxxx')
  expect(text).toContain(sequenceFinding.replayCommand)
})
