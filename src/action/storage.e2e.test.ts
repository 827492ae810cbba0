import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Octokit } from '@octokit/rest'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runtimeVariables } from '../../test/servers/github/results.ts'
import { type GithubServer, startGithub } from '../../test/servers/github/server.ts'
import { toWire } from '../protocol/primitives.ts'
import { sampleReport, sequenceFinding } from '../report/report.fixture.ts'
import { downloadReport, REPORT_FILE, readReportZip } from './artifactReport.ts'
import { type CacheName, nextKept, restoreKept, saveKept } from './burstCache.ts'
import { leaveReport } from './leaveReport.ts'
import { loadStorage, type Storage } from './loadStorage.ts'

let server: GithubServer
let folder: string
let said: string[]
const say = (line: string): void => void said.push(line)
const variables = [
  'ACTIONS_RESULTS_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_CACHE_SERVICE_V2',
  'RUNNER_TEMP',
  'GITHUB_WORKSPACE',
]

beforeEach(async () => {
  server = await startGithub()
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fuzzburst-storage-')))
  said = []
  // GitHub's libraries read the runner's variables themselves.
  Object.assign(process.env, runtimeVariables(server.url, 7), { RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder })
})
afterEach(async () => {
  for (const name of variables) delete process.env[name]
  rmSync(folder, { recursive: true, force: true })
  await server.close()
  expect(server.violations).toEqual([])
})

const storage = async (): Promise<Storage> => {
  const loaded = await loadStorage(process.env, { close: () => {} })
  if (loaded === null) throw new Error('no storage')
  return loaded
}
const name: CacheName = { engine: 'forge 1.7.1', profile: 'default', projectPath: '', run: 7, attempt: 1 }
const kept = nextKept({ v: 1, cases: [], nights: [] }, sampleReport, '2026-11-26')
const call = () => ({ github: new Octokit({ auth: 'token', baseUrl: server.url }), owner: 'octo', repo: 'vault' })

test('without a service for it a job has no storage', async () => {
  expect(await loadStorage({}, { close: () => {} })).toBeNull()
})

test('what one run keeps the next one has, from the newest run of the same engine, profile and project', async () => {
  const cache = await storage()
  await saveKept(cache, name, folder, kept, say)
  rmSync(path.join(folder, 'cache'), { recursive: true })
  expect(await restoreKept(cache, { ...name, engine: 'forge 1.7.2', run: 8 }, folder, say)).toMatchObject({ cases: [] })
  expect(await restoreKept(cache, { ...name, run: 8 }, folder, say)).toEqual(kept)
  expect(said).toEqual([
    'saved 2 failing case(s) and the calibration for the next run',
    'restored 2 failing case(s) and the calibration of an earlier run',
  ])
})

test('a cache that may not be written costs one line', async () => {
  server.cacheWritable = false
  await saveKept(await storage(), name, folder, kept, say)
  expect(said).toEqual(['failing cases and calibration were not saved: this run may not write caches'])
  expect(server.state.caches).toEqual([])
})

test('an upload that cannot be had afterwards is said to be lost', async () => {
  const cache = await storage()
  await saveKept({ ...cache, restoreCache: async () => undefined }, name, folder, kept, say)
  expect(said).toEqual(['failing cases and calibration were not saved: GitHub took them and does not have them'])
})

test('only the newest calibrations go on to the next run', async () => {
  const calibrations = path.join(folder, 'cache', 'calibration')
  mkdirSync(calibrations, { recursive: true })
  const names = Array.from({ length: 30 }, (_, i) => `${String(i).padStart(2, '0')}.json`)
  for (const [i, file] of names.entries()) {
    writeFileSync(path.join(calibrations, file), '{}')
    utimesSync(path.join(calibrations, file), i + 1, i + 1)
  }
  await saveKept(await storage(), name, folder, kept, say)
  expect(readdirSync(calibrations).sort()).toEqual(names.slice(6))
})

test('a cache that holds something else is not used', async () => {
  const cache = await storage()
  await saveKept(cache, name, folder, kept, () => {})
  for (const text of ['{', '{"v":1}', JSON.stringify({ ...kept, cases: [{ id: 'x' }] })]) {
    writeFileSync(path.join(folder, 'cache', 'kept.json'), text)
    const restored = await restoreKept({ restoreCache: async () => 'key', saveCache: async () => 1 }, name, folder, say)
    expect(restored).toEqual({ v: 1, cases: [], nights: [] })
  }
  expect(said).toHaveLength(3)
  expect(said[0]).toMatch(/^the cache of earlier runs is not used: /)
})

test('a case is kept until its input passes, newest first, and no more than fit', () => {
  const earlier = { replayed: 1, passed: [{ id: 'F-1a2b3c4d', title: 'x' }] }
  const next = nextKept(kept, { ...sampleReport, findings: [{ ...sequenceFinding, id: 'F-11111111' }], earlier }, null)
  expect(next.cases.map(({ id }) => id)).toEqual(['F-11111111', 'F-00c0ffee'])
  expect(next.nights).toEqual(kept.nights)
  const many = Array.from({ length: 150 }, (_, i) => ({ ...sequenceFinding, id: `F-${String(i).padStart(8, '0')}` }))
  expect(nextKept(kept, { ...sampleReport, findings: many, earlier: null }, null).cases).toHaveLength(100)
})

test('a report that one run leaves another one reads, whole', async () => {
  writeFileSync(path.join(folder, REPORT_FILE), toWire(sampleReport))
  await leaveReport(await storage(), folder, say)
  expect(said).toEqual(['left the report as the artifact fuzzburst-report'])
  expect(await downloadReport(call(), 7)).toEqual(sampleReport)
  expect(await downloadReport(call(), 8)).toBeUndefined()
  expect(readdirSync(folder)).toEqual([REPORT_FILE])
})

test('an artifact too large to be honest is refused before it is fetched', async () => {
  server.state.artifacts.push({ id: 1, run: 7, name: 'fuzzburst-report', zip: Buffer.alloc(5 * 2 ** 20) })
  await expect(downloadReport(call(), 7)).rejects.toMatchObject({ code: 'FB7011' })
  expect(server.served.map(({ operation }) => operation)).not.toContain('actions/download-artifact')
})

const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([file, content]) => [file, Buffer.from(content)])))

test.each([
  ['no archive', Buffer.from('PK nothing')],
  ['an empty archive', zip({})],
  ['another file', zip({ 'reports/report.json': '{}' })],
  ['a path that climbs', zip({ '../report.json': '{}' })],
  ['no JSON', zip({ 'report.json': '{' })],
  ['no UTF-8', zip({ 'report.json': new Uint8Array([0xff, 0xfe]) })],
  ['no report', zip({ 'report.json': '{"v":1}' })],
  ['a field too many', zip({ 'report.json': toWire({ ...sampleReport, more: 1 }) })],
  ['a bomb', zip({ 'report.json': new Uint8Array(17 * 2 ** 20) })],
])('an artifact that holds %s is refused', (_what, bytes) => {
  expect(() => readReportZip(bytes)).toThrow(expect.objectContaining({ code: 'FB7011' }))
})
