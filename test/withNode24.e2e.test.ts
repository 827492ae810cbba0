import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const oldNode = findOldNode()
let folder: string
let bin: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fuzzburst-bin-'))
  bin = path.join(folder, 'bin.mjs')
  const withNode24 = pathToFileURL(path.resolve(import.meta.dirname, '../bin/withNode24.mjs')).href
  writeFileSync(bin, `import { withNode24 } from '${withNode24}'\nawait withNode24(import.meta.url, './entry.ts')\n`)
  writeFileSync(
    path.join(folder, 'entry.ts'),
    `const [what] = process.argv.slice(2) as string[]
if (what === 'wait') {
  process.once('SIGTERM', () => { console.log('"asked to end"'); process.exit(7) })
  setInterval(() => {}, 1_000)
}
console.log(JSON.stringify({ node: process.versions.node, pid: process.pid, what, mark: process.env.FUZZBURST_NODE_24 ?? null }))
if (what !== 'wait') process.exit(Number(what))
`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('under Node 24 the entry runs in the same process', async () => {
  const run = start(process.execPath, '3')
  expect(await run.line()).toMatchObject({ pid: run.child.pid, what: '3', mark: null })
  expect(await run.exit).toBe(3)
})

test('under an older Node the entry runs under the one that npm brought, and its exit code is passed on', async (context) => {
  if (oldNode === undefined) return context.skip('no Node older than 24 on the path')
  const run = start(oldNode, '5')
  expect(await run.line()).toMatchObject({ node: expect.stringMatching(/^2[4-9]\./), what: '5', mark: null })
  expect(await run.exit).toBe(5)
})

test('an older Node that finds no other says what to do, and does not start itself for ever', async (context) => {
  if (oldNode === undefined) return context.skip('no Node older than 24 on the path')
  const end = spawnSync(oldNode, [bin, '0'], { encoding: 'utf8', env: { ...process.env, FUZZBURST_NODE_24: '1' } })
  expect(end.status).toBe(1)
  expect(end.stderr.replace(/this is Node [0-9.]+/, 'this is Node X')).toMatchInlineSnapshot(`
    "error FB7001: Fuzzburst needs Node 24; this is Node X and no other one was found.

      - Run \`npm ci\` in the clone: it brings its own Node.
      - Or install Node 24 or newer.

      More: docs/errors.md#fb7001
    "
  `)
})

test('a signal to the older Node reaches the entry once', async (context) => {
  if (oldNode === undefined) return context.skip('no Node older than 24 on the path')
  const run = start(oldNode, 'wait')
  await run.line()
  run.child.kill('SIGTERM')
  expect(await run.line()).toBe('asked to end')
  expect(await run.exit).toBe(7)
})

test('when the older Node is killed, the entry is asked to end', async (context) => {
  if (oldNode === undefined) return context.skip('no Node older than 24 on the path')
  const run = start(oldNode, 'wait')
  await run.line()
  run.child.kill('SIGKILL')
  expect(await run.line()).toBe('asked to end')
})

function start(node: string, ...args: string[]) {
  const child: ChildProcess = spawn(node, [bin, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, exit, line: async (): Promise<unknown> => JSON.parse((await lines.next()).value ?? 'null') }
}

/** A Node before 24 somewhere on the path: only such a machine can show the second start. */
function findOldNode(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, 'node')
    if (!existsSync(file)) continue
    const version = execFileSync(file, ['--version'], { encoding: 'utf8' })
    if (Number.parseInt(version.slice(1), 10) < 24) return file
  }
  return undefined
}
