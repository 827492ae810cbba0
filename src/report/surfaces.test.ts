import { expect, test } from 'vitest'
import { readCommentState, withoutState, writeCommentState } from './commentState.ts'
import { renderAnnotations } from './renderAnnotations.ts'
import { CHECK_TEXT_CHARACTERS, renderCheck } from './renderCheck.ts'
import { COMMENT_CHARACTERS, renderComment } from './renderComment.ts'
import { renderMarkdown } from './renderMarkdown.ts'
import { renderSarif } from './renderSarif.ts'
import { renderTerminal } from './renderTerminal.ts'
import { sampleReport, sequenceFinding, singleFinding } from './report.fixture.ts'
import { sampleContext } from './surfaceContext.fixture.ts'
import { timelineChart } from './timelineChart.ts'
import { withholdFindings } from './withholdFindings.ts'

const passed = { ...sampleReport, verdict: 'passed' as const, verdictReasons: [], findings: [], unconfirmed: [] }
const many = Array.from({ length: 300 }, (_, i) => ({
  ...sequenceFinding,
  id: `F-${i.toString(16).padStart(8, '0')}`,
  trace: 'é'.repeat(20_000),
}))

test('a check run annotates the property and the line that reverts', () => {
  expect(renderCheck(sampleReport, sampleContext)).toMatchSnapshot()
})

test('a comment is verdict, table and folded details', () => {
  expect(withoutState(renderComment(sampleReport, sampleContext, null))).toMatchSnapshot()
})

test('a check is success only when all ran and nothing failed', () => {
  expect(renderCheck(passed, sampleContext).conclusion).toBe('success')
  expect(renderCheck({ ...passed, verdict: 'neutral', verdictReasons: ['x'] }, sampleContext)).toMatchObject({
    conclusion: 'neutral',
    title: expect.stringMatching(/^NEUTRAL, not green/),
    summary: expect.stringContaining('- x'),
  })
  expect(renderCheck(sampleReport, sampleContext).conclusion).toBe('failure')
})

test('what the base has too is folded apart, is a warning, and is in no headline as new', () => {
  const old = { ...passed, findings: [singleFinding] }
  const { title, annotations } = renderCheck(old, sampleContext)
  expect(title).toMatch(/^PASSED: nothing new in .*; 1 finding that the base has too$/)
  expect(annotations.map((one) => one.annotation_level)).toEqual(['warning'])
  const comment = renderComment(old, sampleContext, null)
  expect(comment.indexOf('On the base commit too: 1')).toBeGreaterThan(0)
  expect(comment.indexOf('F-00c0ffee', comment.indexOf('-->', 100))).toBeGreaterThan(comment.indexOf('On the base'))
})

test('a finding whose earlier input passes now is struck through, and stays so; one that was not run again is not', () => {
  const before = readCommentState(renderComment(sampleReport, sampleContext, null))
  expect(before?.findings.map(({ id }) => id)).toEqual(['F-1a2b3c4d', 'F-00c0ffee'])
  const earlier = { replayed: 1, passed: [{ id: 'F-1a2b3c4d', title: 'x' }] }
  const next = renderComment({ ...passed, earlier }, { ...sampleContext, run: 8 }, before)
  expect(next).toContain('- ~~F-1a2b3c4d `VaultInvariants.invariant_solvent()`~~')
  expect(next).toMatch(/Not seen again\n\n- F-00c0ffee/)
  const later = renderComment(passed, { ...sampleContext, run: 9 }, readCommentState(next))
  expect(later).toContain('~~F-1a2b3c4d')
  const back = renderComment(sampleReport, { ...sampleContext, run: 10 }, readCommentState(later))
  expect(back).not.toContain('~~')
})

test('what does not fit is cut by sections and said, in a comment as in a check', () => {
  const report = { ...sampleReport, findings: many }
  const comment = renderComment(report, sampleContext, null)
  expect(comment.length).toBeLessThanOrEqual(COMMENT_CHARACTERS)
  expect(comment).toMatch(/\d+ of \d+ sections did not fit/)
  expect(readCommentState(comment)?.findings).toHaveLength(30)
  const { summary, text, annotations } = renderCheck(report, sampleContext)
  expect(Math.max(summary.length, text.length)).toBeLessThanOrEqual(CHECK_TEXT_CHARACTERS)
  expect(annotations).toHaveLength(600)
})

test('a state that somebody else wrote into a comment is no state', () => {
  for (const body of [
    '',
    '<!-- fuzzburst:state -->',
    '<!-- fuzzburst:state !! -->',
    `<!-- fuzzburst:state ${Buffer.from('{"v":2}').toString('base64url')} -->`,
    `<!-- fuzzburst:state ${Buffer.from('{"v":1,"sha":"x","run":1,"attempt":1,"findings":[{"id":"x","title":"x"}],"fixed":[]}').toString('base64url')} -->`,
  ])
    expect(readCommentState(body)).toBeNull()
  const state = {
    v: 1 as const,
    sha: 'x',
    run: 1,
    attempt: 2,
    findings: [{ id: 'F-00000001', title: '-->\n@x' }],
    fixed: [],
  }
  expect(readCommentState(`a\n${writeCommentState(state)}\nb`)).toEqual(state)
})

test('a chart has at least two points and never more than its axis can name', () => {
  expect(timelineChart({ ...sampleReport, timeline: [] })).toBe('')
  expect(timelineChart(sampleReport)).toMatchSnapshot()
  const timeline = Array.from({ length: 60 }, (_, i) => ({ second: i, executions: i, findings: 0 }))
  expect(timelineChart({ ...sampleReport, timeline }).match(/"\d+s"/g)).toHaveLength(12)
})

test('private findings leave ids and counts, and no word of what was found', () => {
  const report = withholdFindings(sampleReport)
  const shown = [
    JSON.stringify(renderCheck(report, sampleContext)),
    withoutState(renderComment(report, sampleContext, null)),
    renderMarkdown(report),
    renderTerminal(report, { color: false, width: 120 }),
    JSON.stringify(renderSarif(report)),
    renderAnnotations(report).join('\n'),
    Buffer.from(/state (\S+)/.exec(renderComment(report, sampleContext, null))?.[1] ?? '', 'base64url').toString(),
  ].join('\n')
  for (const word of ['invariant_solvent', 'testFuzz_round', 'owes more', 'deposit', 'src/Vault.sol', '3 != 4'])
    expect([word, shown.includes(word)]).toEqual([word, false])
  expect(shown).toContain('F-1a2b3c4d')
  expect(shown).toContain('FAILED: 1 new finding')
  // Whoever has the sources could tell from those that passed which did not.
  for (const { id } of sampleReport.targets) expect([id, shown.includes(id)]).toEqual([id, false])
})
