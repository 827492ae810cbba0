import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planCampaign } from '../campaign/planCampaign.ts'
import { planInput, timedTarget } from '../campaign/planInput.fixture.ts'
import { FuzzburstError } from '../protocol/errors.ts'
import { withoutState } from './commentState.ts'
import { guardLog } from './guardLog.ts'
import { codeSpan, escapeMarkdown, fencedBlock } from './markdownText.ts'
import { printedError } from './printedError.ts'
import { renderProgress } from './progress.ts'
import { renderAdvisory } from './renderAdvisory.ts'
import { renderAnnotations } from './renderAnnotations.ts'
import { CHECK_TEXT_CHARACTERS, renderCheck } from './renderCheck.ts'
import { COMMENT_CHARACTERS, renderComment } from './renderComment.ts'
import { renderIssue } from './renderIssue.ts'
import { JOB_SUMMARY_BYTES, renderMarkdown } from './renderMarkdown.ts'
import { renderPlan } from './renderPlan.ts'
import { renderSarif } from './renderSarif.ts'
import { renderTerminal } from './renderTerminal.ts'
import { reportFilledWith } from './report.fixture.ts'
import { sampleContext } from './surfaceContext.fixture.ts'
import { cutText, visibleText } from './visibleText.ts'
import { withholdFindings } from './withholdFindings.ts'
import { workflowCommand } from './workflowCommand.ts'

const hostile: readonly [string, string][] = [
  ['a terminal escape', '\u001b[2J\u001b[1;1Hall passed'],
  ['an 8-bit terminal escape', '\u009b2J'],
  ['a title change', '\u001b]0;owned\u0007'],
  ['a carriage return', 'failed\rpassed'],
  ['a newline and a command', 'x\n::error::owned'],
  ['a command', '::set-output name=x::y'],
  ['a command after white space', ' \t::stop-commands::x'],
  ['a command of the older form', 'x ##[set-env name=PATH;]/tmp'],
  ['a reversed reading order', 'abc\u202egnp.exe'],
  ['isolates', '\u2066x\u2069'],
  ['zero-width characters', 'pass\u200bed\ufeff'],
  ['tag characters', 'x\u{e0041}\u{e0042}'],
  ['line separators', 'a\u2028::error::b\u2029c'],
  ['a mention', '@octocat and @org/team'],
  ['an issue reference', '#1 GH-2 org/repo#3'],
  ['an image', '![x](https://evil.example/p.png)'],
  ['a link', '[click](javascript:alert(1)) https://evil.example www.evil.example <https://evil.example>'],
  ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script></details></code>'],
  ['entities', '&lt;script&gt; &#64;octocat'],
  ['backticks', '`` ` ``` ````x'],
  ['a backtick at each end', '`x`'],
  ['a fence', '```\n# out\n```'],
  ['tildes', '~~~\nx'],
  ['table pipes', 'a | b \\| c'],
  ['a heading', '# big\n===='],
  ['a rule and a list', '---\n- [ ] do\n1. x'],
  ['backslashes at the end', 'x\\\\\\'],
  ['percent escapes', '%0A::error::x%25'],
  ['command properties', 'a,line=1::b'],
  ['braces and brackets', '{0} [x](1) \\[y](2)'],
  ['a path that climbs', '../../etc/passwd'],
  ['stacked marks', `z${'\u0335'.repeat(500)}`],
  ['only white space', ' \t '],
  ['nothing', ''],
  ['a long text', 'A'.repeat(4_000)],
]

const plan = planCampaign(planInput([timedTarget(1, 'fuzz', 100)]))

/** A plan whose names a project chose. */
function planNamed(text: string): string {
  const targets = plan.targets.map((target) => ({ ...target, id: text, path: text, contract: text, test: text }))
  const listing = {
    layers: [{ kind: 'project' as const, contents: plan.project, files: [{ path: text, bytes: 1 }] }],
    withheld: [{ path: text, why: text }],
  }
  const cut = [{ by: 'budget' as const, text }]
  return renderPlan({ plan: { ...plan, targets, cut }, listing, notes: [{ kind: 'other', text }] })
}

/** An error whose words are a compiler's, a path's or a relay's. */
function errorSaying(text: string): string {
  const error = new FuzzburstError('FB1002', { fault: 'user', summary: text, steps: [text], detail: text })
  return printedError(error)
}

/** Without our own colours. */
function stripColors(text: string): string {
  return text
    .split('\u001b[')
    .map((part, i) => (i === 0 ? part : part.replace(/^\d+m/, '')))
    .join('')
}

/** Everything a log or a file would get of one text, by surface. */
function surfaces(text: string): Record<string, string> {
  const report = reportFilledWith(text)
  const check = renderCheck(report, sampleContext)
  const advisory = renderAdvisory(report.findings[0]!, sampleContext)
  const progress = {
    phase: text,
    targets: 1,
    shardsDone: 1,
    shards: 2,
    findings: 0,
    workers: 1,
    spendUnits: 5n,
    symbol: text,
    decimals: 6,
    etaSeconds: 5,
    executions: 1,
  }
  return {
    terminal: renderTerminal(report, { color: false, width: 80 }),
    markdown: renderMarkdown(report),
    annotations: renderAnnotations(report).join('\n'),
    comment: withoutState(
      renderComment(report, sampleContext, {
        ...{ v: 1, sha: text, run: 1, attempt: 1 },
        findings: [{ id: 'F-00000001', title: text }],
        fixed: [{ id: 'F-00000002', title: text }],
      }),
    ),
    check: [check.title, check.summary, check.text].join('\n\n'),
    checkAnnotations: check.annotations
      .map(({ path, title, message, raw_details }) => [path, title, message, raw_details].join('\n'))
      .join('\n'),
    private: withoutState(renderComment(withholdFindings(report), sampleContext, null)),
    issue: renderIssue(report.findings[0]!, sampleContext).body,
    issueTitle: renderIssue(report.findings[0]!, sampleContext).title,
    advisory: advisory.description,
    advisoryTitle: advisory.summary,
    plan: planNamed(text),
    error: errorSaying(text),
    colored: stripColors(renderTerminal(report, { color: true, width: 80 })),
    sarif: JSON.stringify(renderSarif(report), null, 2),
    live: renderProgress(progress, { live: true, width: 40 }).join('\n'),
    plain: renderProgress(progress, { live: false, width: 40 }).join('\n'),
  }
}

/** What never goes to a log of GitHub's: files, answers to its API, and colours, which only a terminal gets. */
const notForLogs = ['sarif', 'checkAnnotations', 'issueTitle', 'advisoryTitle', 'colored']
/** Surfaces of Markdown, whose marks no text may add to or take from. */
const markdownSurfaces = ['markdown', 'comment', 'check', 'private', 'issue', 'advisory'] as const
const benign = surfaces('x')

/** A text that is a path is linked to its source, one that cannot be a path is not: the link itself is ours. */
function withoutLinks(markdown: string): string {
  return markdown.replaceAll(
    / \(\[source\]\(https:\/\/github\.com\/octo\/vault\/blob\/[0-9a-f]{40}\/[\w%./-]+#L\d+\)\)/g,
    '',
  )
}

function check(text: string): void {
  const shown = surfaces(text)
  for (const [surface, output] of Object.entries(shown)) {
    // What our own headings draw is no one else's text.
    const theirs = output.replaceAll('\u26a0\ufe0f', '')
    expect([surface, theirs.match(/[^\n\P{C}]|[\u2028\u2029]/gu)]).toEqual([surface, null])
    const lines = output.split('\n')
    if (surface === 'annotations') {
      for (const line of lines) expect(line).toMatch(/^::(error|warning) (file=[^:,]*,line=\d+,)?title=[^:,]*::/)
    } else if (!notForLogs.includes(surface)) {
      expect([surface, lines.filter((line) => /^\s*::/.test(line))]).toEqual([surface, []])
      expect([surface, output.includes('##[')]).toEqual([surface, false])
    }
  }
  expect(shown.annotations!.split('\n').length).toBe(benign.annotations!.split('\n').length)
  // Empty fields are left out, which is the renderer's own doing.
  if (visibleText(text).trim() !== '')
    // A surface that had to leave out whole sections says so; what is left of it is checked above.
    for (const surface of markdownSurfaces.filter((name) => !shown[name]!.includes('sections did not fit into')))
      expect([surface, activeMarks(withoutLinks(shown[surface]!))]).toEqual([
        surface,
        activeMarks(withoutLinks(benign[surface]!)),
      ])
}

/**
 * What of a Markdown text has a meaning: marks outside of code and escapes. No text may add to it or take from it. Read as
 * CommonMark does: fences first, then from left to right, where a backslash escapes and equal runs of backticks enclose code.
 */
function activeMarks(markdown: string): string {
  const kept: string[] = []
  let fence: string | null = null
  for (const line of markdown.split('\n')) {
    const run = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    if (fence === null && run && !run[2]!.includes('`')) fence = run[1]!
    else if (fence !== null && run && run[1]!.startsWith(fence) && run[2]!.trim() === '') fence = null
    else if (fence === null) kept.push(marksOfLine(line))
  }
  return kept.filter((marks) => marks !== '').join('\n')
}

function marksOfLine(line: string): string {
  let marks = ''
  for (let i = 0; i < line.length; ) {
    const rest = line.slice(i)
    const run = /^`+/.exec(rest)?.[0]
    const close = run === undefined ? null : new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest.slice(run.length))
    const skipped = /^\\[!-/:-@[-`{-~](<!-- -->)?|^@<!-- -->|^<!-- -->|^&(amp|lt|gt|#58);/.exec(rest)?.[0]
    if (run !== undefined && close !== null) i += 2 * run.length + close.index
    else if (skipped !== undefined) i += skipped.length
    else {
      marks += /^([<>[\]*_~@|`&#\\]|:\/\/|www\.)/.exec(rest)?.[0] ?? ''
      i += Math.max(1, run?.length ?? 0)
    }
  }
  return marks
}

test.each(hostile)('%s stays text on every surface and in every field', (_what, text) => {
  check(text)
})

test('no text whatever leaves a renderer with a control character or as a command', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...hostile.map(([, text]) => text.slice(0, 60))),
  )
  const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('').toWellFormed())
  fc.assert(fc.property(text, check), { numRuns: 100 })
})

test('a megabyte in every field fits every surface', () => {
  const shown = surfaces('A<b>|`@x '.repeat(2 ** 17))
  expect(shown.comment!.length).toBeLessThanOrEqual(COMMENT_CHARACTERS)
  expect(Buffer.byteLength(shown.markdown!)).toBeLessThanOrEqual(JOB_SUMMARY_BYTES)
  const { title, summary, text, annotations } = renderCheck(reportFilledWith('A'.repeat(2 ** 20)), sampleContext)
  expect(title.length).toBeLessThanOrEqual(255)
  expect(shown.issue!.length).toBeLessThanOrEqual(COMMENT_CHARACTERS)
  expect(shown.issueTitle!.length).toBeLessThanOrEqual(256)
  expect(Math.max(summary.length, text.length)).toBeLessThanOrEqual(CHECK_TEXT_CHARACTERS)
  for (const one of annotations) {
    expect(one.title.length).toBeLessThanOrEqual(255)
    // 64 KB: docs.github.com/rest/checks/runs
    expect(Buffer.byteLength(one.message + one.raw_details)).toBeLessThan(64 * 1_024)
  }
})

test('a code span holds exactly one line and one span, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', ' ', '|', '\\', 'a', '\n', '<'), maxLength: 12 }), (text) => {
      const span = codeSpan(text)
      const [, fence, inner] = /^(`+)(.*?[^`])\1$/s.exec(span)!
      expect(span).not.toMatch(/[\n|]/)
      expect(new RegExp(`(?<!\`)${fence}(?!\`)`).test(inner!)).toBe(false)
      expect(inner!.endsWith('`')).toBe(false)
    }),
  )
})

test('a fenced block is closed by its last line only', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', '~', '\n', ' ', 'a', '\t'), maxLength: 30 }), (text) => {
      const lines = fencedBlock(text).split('\n')
      const fence = lines[0]!
      const closing = lines.slice(1).filter((line) => line.trim().startsWith(fence))
      expect(closing).toEqual([fence])
      expect(lines.at(-1)).toBe(fence)
    }),
  )
})

test('plain Markdown text loses every meaning that Markdown, HTML or GitHub would give it', () => {
  expect(escapeMarkdown('@a #1 GH-2 <b> *x* [y](http://z) www.a.b & `c`')).toMatchInlineSnapshot(
    `"@<!-- -->a \\#<!-- -->1 GH-<!-- -->2 &lt;b&gt; \\*x\\* \\[y\\](http&#58;//z) www\\.a.b &amp; \\\`c\\\`"`,
  )
})

test('invisible text is written out, and what can be seen is left alone', () => {
  expect(visibleText('a\u001b\u202e\u200b\n\t\u{e0041}é日本🎉')).toBe('a\\x1b\\u{202e}\\u{200b}\\n\\t\\u{e0041}é日本🎉')
  expect(cutText('🎉'.repeat(50), 41)).toSatisfy((text: string) => text.isWellFormed() && text.length <= 41)
})

test('a log line is guarded without changing what does not need it', () => {
  expect(guardLog('a::b\n  ::error::x\n##[group]\n:x')).toBe('a::b\n  \\::error::x\n##\\[group]\n:x')
})

test('a workflow command is one line whatever it holds', () => {
  const line = workflowCommand({ level: 'error', title: 'a,b:c\n', lines: ['x\ny', '%'], file: 'a,b:c', line: 3 })
  expect(line).toBe('::error file=a%2Cb%3Ac,line=3,title=a%2Cb%3Ac\\n::x\\ny%0A%25')
})
