import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { marked } from 'marked'
import { renderCheck } from '../src/report/renderCheck.ts'
import { renderComment } from '../src/report/renderComment.ts'
import { renderMarkdown } from '../src/report/renderMarkdown.ts'
import { sampleReport } from '../src/report/report.fixture.ts'
import { sampleContext } from '../src/report/surfaceContext.fixture.ts'
import { repositoryRoot } from './runStep.ts'

// `node scripts/screenshots.ts`: comment, check and summary of the tests' sample report as pictures in docs/screenshots, by
// Chromium without a window. MERMAID=path/to/mermaid.min.js draws the charts too.

const earlier = {
  v: 1 as const,
  sha: 'f'.repeat(40),
  run: 6,
  attempt: 1,
  findings: [{ id: 'F-0000beef', title: 'VaultTest.testFuzz_old: too much' }],
  fixed: [],
}
const check = renderCheck(sampleReport, sampleContext)
const pages: Readonly<Record<string, { markdown: string; height: number }>> = {
  comment: { markdown: renderComment(sampleReport, sampleContext, earlier), height: 1_160 },
  check: { markdown: `# ${check.title}\n\n${check.summary}`, height: 900 },
  summary: { markdown: renderMarkdown(sampleReport), height: 2_520 },
}

const style = `body{font:14px/1.5 -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;color:#1f2328;max-width:860px;
margin:24px auto;border:1px solid #d1d9e0;border-radius:6px;padding:16px 24px}h1,h2,h3{border-bottom:1px solid #d1d9e0b3;padding-bottom:4px}
h3{border:0}code{background:#818b981f;border-radius:6px;padding:.2em .4em;font:85% ui-monospace,Menlo,"DejaVu Sans Mono",monospace}
pre{background:#f6f8fa;border-radius:6px;padding:12px;overflow:auto}pre code{background:none;padding:0}table{border-collapse:collapse}
td,th{border:1px solid #d1d9e0;padding:6px 13px}a{color:#0969da}summary{cursor:pointer}del{color:#59636e}`

const scratch = mkdtempSync(path.join(tmpdir(), 'fuzzburst-screenshots-'))
const folder = path.join(repositoryRoot, 'docs/screenshots')
mkdirSync(folder, { recursive: true })
const mermaid = process.env.MERMAID === undefined ? '' : readFileSync(process.env.MERMAID, 'utf8')
try {
  for (const [name, { markdown, height }] of Object.entries(pages)) {
    const html = (await marked.parse(markdown, { gfm: true }))
      // The first finding is unfolded, as a reader would.
      .replace('<details>', '<details open>')
      .replace('<details><summary>What ran, and what it cost', '<details open><summary>What ran, and what it cost')
      // Not every machine that takes pictures has a font with these.
      .replace('\u274c', '<span style="color:#d1242f">\u2716</span>')
      .replaceAll(/<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g, '<pre class="mermaid">$1</pre>')
    const page = path.join(scratch, `${name}.html`)
    const draw =
      mermaid === '' ? '' : `<script>${mermaid}</script><script>mermaid.initialize({startOnLoad:true})</script>`
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${style}</style><body>${html}${draw}</body>`)
    const picture = path.join(folder, `${name}.png`)
    const { status, error } = spawnSync(
      'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--virtual-time-budget=8000'],
        ...[`--user-data-dir=${path.join(scratch, 'profile')}`, `--window-size=980,${height}`],
        ...[`--screenshot=${picture}`, `file://${page}`],
      ],
      { stdio: ['ignore', 'ignore', 'ignore'], timeout: 120_000 },
    )
    if (status !== 0) throw error ?? new Error(`chromium ended with ${status}`)
    console.log(`Wrote ${path.relative(repositoryRoot, picture)}.`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
