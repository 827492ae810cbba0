import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zReport } from '../src/report/report.ts'
import { runStep, type Step, type StepEnd } from './servers/githubRunner.ts'

const root = path.resolve(import.meta.dirname, '..')
const publicEvent = { repository: { private: false, visibility: 'public' } }
const key = `0x${'5e'.repeat(32)}`

let folder: string
let repository: string

/** A checked-out repository with one project below its root. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-action-')))
  repository = path.join(folder, 'repository')
  for (const [from, to] of [
    ['examples/vault', 'vault'],
    ['test/fixtures/passing', 'passing'],
    ['test/fixtures/broken', 'broken'],
  ] as const)
    cpSync(path.join(root, from), path.join(repository, to), {
      recursive: true,
      filter: (source) => !/\/(\.fuzzburst|out|cache)$/.test(source),
    })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The main step, on a project that compiles with the solc from npm. */
const main = (inputs: Record<string, string>, more: Partial<Step> = {}): Promise<StepEnd> =>
  runStep({
    program: path.join(root, 'dist', 'main.mjs'),
    workspace: repository,
    inputs: { solc: path.join(root, 'scripts', 'solc.mjs'), budget: '6s', 'slice-time': '2s', ...inputs },
    event: publicEvent,
    ...more,
  })
const titles = (end: StepEnd, level: string): (string | undefined)[] =>
  end.commands.filter(({ name }) => name === level).map(({ properties }) => properties.title)

test('a folder outside the repository fails the step with a code', async () => {
  const end = await main({ 'working-directory': '..' })
  expect(end.code).toBe(1)
  expect(titles(end, 'error')).toEqual(['Fuzzburst FB7004'])
})

test('an input that is not valid fails the step and says which', async () => {
  const end = await main({ 'working-directory': 'passing', 'max-time': 'soon' })
  expect(end.code).toBe(1)
  expect(titles(end, 'error')).toEqual(['Fuzzburst FB1010'])
  expect(end.log).toContain('max-time')
})

test('a compile error fails the step and shows what the compiler said, which can be no command', async () => {
  const file = path.join(repository, 'broken', 'src', 'Hostile.sol')
  writeFileSync(file, 'pragma solidity ^0.8.0;\ncontract Hostile {\n::error::from a source\n}\n')
  const end = await main({ 'working-directory': 'broken' })
  expect(end.code).toBe(1)
  expect(titles(end, 'error')).toEqual(['Fuzzburst FB1002'])
  expect(end.log).toContain('::error::from a source')
})

test('a key that is none fails the step, and its text appears in nothing but its mask', async () => {
  const end = await main({ 'working-directory': 'passing', key: 'correct horse battery' })
  expect(end.code).toBe(1)
  expect(end.log.replaceAll('::add-mask::correct horse battery\n', '')).not.toContain('horse')
  expect(end.commands[0]).toMatchObject({ name: 'add-mask', message: 'correct horse battery' })
})

test('findings fail the step and are annotated on their lines, with paths from the root of the repository', async () => {
  const end = await main({ 'working-directory': 'vault', budget: '16s' })
  expect(end.code).toBe(1)
  const errors = end.commands.filter(({ name }) => name === 'error')
  expect(errors.length).toBeGreaterThan(0)
  for (const { properties, message } of errors) {
    expect(properties.file).toMatch(/^vault\/(src|test)\/.+\.sol$/)
    expect(existsSync(path.join(repository, properties.file ?? ''))).toBe(true)
    expect(message).toContain('fuzzburst replay F-')
  }
  const report = zReport.parse(JSON.parse(readFileSync(end.outputs.get('report-json') ?? '', 'utf8')))
  expect(report).toMatchObject({ verdict: 'failed', mode: 'local' })
  expect(report.project.commit).toBe('c0ffee'.padEnd(40, '0'))
  expect(end.outputs.get('verdict')).toBe('failed')
  expect(end.outputs.get('findings')).toBe(String(report.findings.length))
  expect(end.summary).toContain(report.findings[0]?.id)
  expect(readFileSync(end.outputs.get('report-sarif') ?? '', 'utf8')).toContain('"vault/')
})

test('a project that holds passes', async () => {
  const end = await main({ 'working-directory': 'passing' })
  expect(titles(end, 'error')).toEqual([])
  expect(end.outputs.get('verdict')).toBe('passed')
  expect(end.outputs.get('findings')).toBe('0')
  expect(end.code).toBe(0)
})

test('a pull request from a fork, which gets no key, is fuzzed here and told so', async () => {
  const end = await main({ 'working-directory': 'passing', relay: 'http://127.0.0.1:9' })
  expect(end.code).toBe(0)
  expect(titles(end, 'warning')).toContain('Fuzzburst FB1012')
  expect(end.summary).toContain('The pool was not used')
})

// The relay is asked for a quarter of a minute before it is given up: it may be restarting.
test('a relay that does not answer is told loudly, and the burst runs here', { timeout: 300_000 }, async () => {
  const end = await main({ 'working-directory': 'passing', relay: 'http://127.0.0.1:9', key })
  expect(end.code).toBe(0)
  expect(end.log).toContain('THE POOL IS NOT USED')
  expect(end.summary).toContain('The pool was not used')
  expect(end.log.replaceAll(/::add-mask::.*\n/g, '')).not.toContain(key.slice(2))
})

test('what a checkout brings as .fuzzburst is thrown away, and a link there is not followed', async () => {
  const elsewhere = path.join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(path.join(elsewhere, 'kept'), 'kept')
  rmSync(path.join(repository, 'passing', '.fuzzburst'), { recursive: true, force: true })
  symlinkSync(elsewhere, path.join(repository, 'passing', '.fuzzburst'))
  const end = await main({ 'working-directory': 'passing', budget: '6s' })
  expect(end.code).toBe(0)
  expect(readdirSync(elsewhere)).toEqual(['kept'])
  expect(existsSync(path.join(repository, 'passing', '.fuzzburst', 'report.json'))).toBe(true)
})

test('a post step with nothing to finish says nothing and never fails', async () => {
  const program = path.join(root, 'dist', 'post.mjs')
  const step = { program, workspace: repository, inputs: {}, event: publicEvent }
  expect(await runStep(step)).toMatchObject({ code: 0, log: '' })
  const broken = await runStep({ ...step, state: new Map([['burst', '{']]) })
  expect(broken.code).toBe(0)
  expect(titles(broken, 'warning')).toEqual(['Fuzzburst'])
})
