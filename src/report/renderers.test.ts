import { expect, test } from 'vitest'
import { renderAnnotations } from './renderAnnotations.ts'
import { JOB_SUMMARY_BYTES, renderMarkdown } from './renderMarkdown.ts'
import { renderSarif } from './renderSarif.ts'
import { renderTerminal } from './renderTerminal.ts'
import { sampleReport, sequenceFinding } from './report.fixture.ts'
import { zReport } from './report.ts'

/** Without SGR codes: our own, which are all that a renderer may write. */
function stripColors(text: string): string {
  return text
    .split('\u001b[')
    .map((part, i) => (i === 0 ? part : part.replace(/^\d+m/, '')))
    .join('')
}

test('the sample is a valid report', () => {
  expect(zReport.safeParse(sampleReport).error).toBeUndefined()
})

test('a terminal shows the verdict first, then findings, then all else', () => {
  expect(renderTerminal(sampleReport, { color: false, width: 100 })).toMatchSnapshot()
})

test('Markdown says the same', () => {
  expect(renderMarkdown(sampleReport)).toMatchSnapshot()
})

test('audits that other workers ran are said to be theirs', () => {
  const report = { ...sampleReport, audit: { ...sampleReport.audit, slicesAuditedByOthers: 1 } }
  for (const text of [renderMarkdown(report), renderTerminal(report, { color: false, width: 200 })])
    expect(text).toContain('2 of 40 delivered slices run again here or, 1 of them, by workers of other owners')
})

test('annotations point at the lines', () => {
  expect(renderAnnotations(sampleReport, 'packages/vault').join('\n')).toMatchSnapshot()
})

test('SARIF holds each finding with its place and fingerprints', () => {
  expect(renderSarif(sampleReport)).toMatchSnapshot()
})

test('a neutral burst never reads like a green one, and a fallback says why', () => {
  const neutral = {
    ...sampleReport,
    verdict: 'neutral' as const,
    verdictReasons: ['2 targets did not run.'],
    mode: 'fallback' as const,
    fallbackReason: 'The relay did not answer.',
    findings: [],
    unconfirmed: [],
    workers: [],
    money: null,
  }
  const terminal = renderTerminal(neutral, { color: false, width: 200 })
  expect(terminal.split('\n').slice(0, 4)).toEqual([
    'NEUTRAL, not green: nothing failed, but not everything ran (4 targets, 1.2M executions)',
    'vault at 0123456789ab, forge 1.7.1 (yours is 1.5.0), on this machine instead of the pool',
    '  ! The pool was not used: The relay did not answer. Everything ran on this machine.',
    '  ! 2 targets did not run.',
  ])
  expect(terminal).not.toMatch(/passed:|PASSED|Audits|Money|Workers/)
  expect(renderMarkdown(neutral)).toMatch(/^## ⚠️ NEUTRAL, not green/)
  expect(renderSarif(neutral)).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false }] }] })
})

test('a passed burst is one word and no call for action', () => {
  const passed = { ...sampleReport, verdict: 'passed' as const, verdictReasons: [], findings: [], unconfirmed: [] }
  expect(renderTerminal(passed, { color: false, width: 100 })).toMatch(
    /^PASSED: no finding in 4 targets, 1\.2M executions\n/,
  )
})

test('colours change nothing but colours', () => {
  const colored = renderTerminal(sampleReport, { color: true, width: 100 })
  expect(colored).toContain('\u001b[31mFAILED')
  expect(stripColors(colored)).toBe(renderTerminal(sampleReport, { color: false, width: 100 }))
})

test('a summary that GitHub would drop whole is cut by sections, and says so', () => {
  const findings = Array.from({ length: 40 }, (_, i) => ({
    ...sequenceFinding,
    id: `F-${i.toString(16).padStart(8, '0')}`,
    trace: '\u00e9'.repeat(30_000),
  }))
  const markdown = renderMarkdown({ ...sampleReport, findings })
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(JOB_SUMMARY_BYTES)
  expect(markdown).toMatch(/^## ❌ FAILED: 40 findings/)
  expect(markdown).toMatch(/\d+ of \d+ sections did not fit into 1048576 bytes/)
  expect(markdown).toContain('### Money')
})

test('ten annotations of a level are shown, and the tenth counts the rest', () => {
  const findings = Array.from({ length: 30 }, () => sequenceFinding)
  const errors = renderAnnotations({ ...sampleReport, findings }).filter((line) => line.startsWith('::error'))
  expect(errors).toHaveLength(10)
  expect(errors[9]).toMatch(/^::error title=and 21 more::30 in all/)
})

test('a long annotation is cut at the limit and no escape is cut in two', () => {
  const finding = { ...sequenceFinding, finding: { ...sequenceFinding.finding, reason: '%\n'.repeat(2_000) } }
  const [line] = renderAnnotations({ ...sampleReport, findings: [finding] })
  const message = line!.slice(line!.indexOf('::', 2) + 2)
  expect(message.length).toBeLessThanOrEqual(4_096)
  expect(message.length).toBeGreaterThan(4_000)
  expect(message.replaceAll(/%(25|0A)/g, '')).not.toContain('%')
})

test('a finding without a place is shown at foundry.toml in code scanning', () => {
  const finding = { ...sequenceFinding, failure: null, property: null }
  expect(renderSarif({ ...sampleReport, findings: [finding] }, 'packages/a b')).toMatchObject({
    runs: [
      {
        results: [
          {
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'packages/a%20b/foundry.toml' },
                  region: { startLine: 1 },
                },
              },
            ],
          },
        ],
      },
    ],
  })
})
