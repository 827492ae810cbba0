import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../protocol/digest.ts'
import type { Report } from '../report/report.ts'
import { visibleText } from '../report/visibleText.ts'
import { writeWhole } from '../requester/projectState.ts'
import { EARLIER_CASES_LIMIT, type EarlierCase, zEarlierCase } from '../requester/replayEarlier.ts'

/** Nights whose figures are kept for the trend. */
const NIGHTS = 60

const zKept = z.strictObject({
  v: z.literal(1),
  cases: z.array(zEarlierCase).max(EARLIER_CASES_LIMIT),
  nights: z
    .array(
      z.strictObject({
        day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        executions: z.number().int().min(0),
        findings: z.number().int().min(0),
        /** Inputs that reach new code. */
        corpus: z.number().int().min(0).optional(),
      }),
    )
    .max(NIGHTS),
})
/** What one run leaves for the next: failing cases, and figures of the nights before. */
export type Kept = z.output<typeof zKept>

const NOTHING: Kept = { v: 1, cases: [], nights: [] }

/** A cache of GitHub's, as far as it is used. `@actions/cache`, but for tests. */
export interface CacheService {
  restoreCache(
    paths: string[],
    primaryKey: string,
    restoreKeys?: string[],
    options?: { readonly lookupOnly: boolean },
  ): Promise<string | undefined>
  saveCache(paths: string[], key: string): Promise<number>
}

/** What tells caches apart: another engine, profile or project has other failing cases and other costs. */
export interface CacheName {
  readonly engine: string
  readonly profile: string
  readonly projectPath: string
  readonly run: number
  readonly attempt: number
}

function prefix({ engine, profile, projectPath }: CacheName): string {
  return `fuzzburst-v1-${sha256(JSON.stringify([engine, profile, projectPath])).slice(2, 18)}-`
}

function folder(trustedDir: string): string {
  return join(trustedDir, 'cache')
}

function keptFile(trustedDir: string): string {
  return join(folder(trustedDir), 'kept.json')
}

/**
 * Brings what earlier runs left: the newest of this branch, else of the base or default branch, as GitHub scopes caches.
 * Best effort: without a cache a run starts anew. Untrusted: pull requests write caches of their own.
 */
export async function restoreKept(
  cache: CacheService | null,
  name: CacheName,
  trustedDir: string,
  say: (line: string) => void,
): Promise<Kept> {
  await mkdir(folder(trustedDir), { recursive: true })
  try {
    const key = await cache?.restoreCache([folder(trustedDir)], `${prefix(name)}${name.run}-${name.attempt}`, [
      prefix(name),
    ])
    if (key === undefined) return NOTHING
    const kept = zKept.parse(JSON.parse(await readFile(keptFile(trustedDir), 'utf8')))
    say(`restored ${kept.cases.length} failing case(s) and the calibration of an earlier run`)
    return kept
  } catch (error) {
    say(`the cache of earlier runs is not used: ${firstLine(error)}`)
    return NOTHING
  }
}

/** Calibration files that go on: each run of another state of the project leaves one, and every run gets them all. */
const CALIBRATIONS = 24

/** Deletes all but the newest calibrations. */
async function prune(trustedDir: string): Promise<void> {
  const dir = join(folder(trustedDir), 'calibration')
  const names = await readdir(dir).catch(() => [])
  const files = await Promise.all(names.map(async (name) => ({ name, ms: (await stat(join(dir, name))).mtimeMs })))
  const old = files.sort((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : 1)).slice(CALIBRATIONS)
  for (const { name } of old) await rm(join(dir, name), { force: true })
}

/** Leaves failing cases and calibration for the next run. One line says whether it worked. */
export async function saveKept(
  cache: CacheService | null,
  name: CacheName,
  trustedDir: string,
  kept: Kept,
  say: (line: string) => void,
): Promise<void> {
  await writeWhole(keptFile(trustedDir), `${JSON.stringify(kept)}\n`)
  if (cache === null) return
  try {
    await prune(trustedDir)
    const key = `${prefix(name)}${name.run}-${name.attempt}`
    const id = await cache.saveCache([folder(trustedDir)], key)
    // What may not be saved is no error to the library: it answers -1.
    if (id === -1) say('failing cases and calibration were not saved: this run may not write caches')
    // What was uploaded and cannot be had is lost without a word otherwise, night after night.
    else if ((await cache.restoreCache([folder(trustedDir)], key, [], { lookupOnly: true })) !== key)
      say('failing cases and calibration were not saved: GitHub took them and does not have them')
    else say(`saved ${kept.cases.length} failing case(s) and the calibration for the next run`)
  } catch (error) {
    say(`failing cases and calibration were not saved: ${firstLine(error)}`)
  }
}

function firstLine(error: unknown): string {
  return visibleText((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '').slice(0, 200)
}

function nightOf(day: string, { work, findings, corpus }: Report): Kept['nights'][number] {
  const figures = { day, executions: work.executions, findings: findings.length }
  return corpus === null ? figures : { ...figures, corpus: corpus.after }
}

/**
 * What the next run shall know: what fails now, and earlier cases that were not executed again; those that pass are
 * forgotten. Newest first. Pure.
 */
export function nextKept(before: Kept, report: Report, night: string | null): Kept {
  const now: EarlierCase[] = report.findings.map(({ id, title, finding }) => ({ id, title, finding }))
  const passed = new Set((report.earlier?.passed ?? []).map(({ id }) => id))
  const old = before.cases.filter(({ id }) => !passed.has(id) && !now.some((one) => one.id === id))
  const nights = night === null ? before.nights : [...before.nights, nightOf(night, report)]
  return { v: 1, cases: [...now, ...old].slice(0, EARLIER_CASES_LIMIT), nights: nights.slice(-NIGHTS) }
}
