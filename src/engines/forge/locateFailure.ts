import { readFile } from 'node:fs/promises'
import { isAbsolute, join, normalize, relative } from 'node:path'
import { type FailingFrame, failingFrames, type ShrunkTraces } from './failingFrames.ts'
import { findArtifacts, type RuntimeArtifact } from './findArtifacts.ts'
import { cutText } from './parseFinding.ts'
import type { ProjectLayout } from './readLayout.ts'
import { instructionIndex, readSourceMap } from './sourceMap.ts'

/** A line of a source of the project; lines count from 1. */
export interface SourceLocation {
  readonly path: string
  readonly line: number
}

/** Most instructions looked back at from where a frame failed, past code that the compiler generated. */
const LOOK_BACK = 2_000

/** A range that begins so is a whole definition: dispatch and prologue, not the statement that failed. */
const DEFINITION = /^(abstract\s+contract|contract|library|interface|function|modifier|constructor|receive|fallback)\b/

/** The functions that forge runs as tests. */
const TEST_NAME = /^(test|invariant|statefulFuzz|table)/

/**
 * Where the last failing execution of a test failed, in the project's own sources: the innermost frame that has one, at
 * the last instruction that belongs to a statement of a file outside the libraries. Null when the trace and the sources
 * do not tell.
 */
export async function locateFailure(
  root: string,
  layout: ProjectLayout,
  target: { readonly path: string; readonly test: string },
  traces: ShrunkTraces,
): Promise<SourceLocation | null> {
  const frames = failingFrames(traces)
  const codes = new Set(frames.flatMap(({ code }) => (code === null ? [] : [code])))
  const artifacts = await findArtifacts(root, layout, codes)
  const sources = new Map<string, Buffer | null>()
  for (const frame of frames) {
    const artifact = frame.code === null ? undefined : artifacts.get(frame.code)
    const place = artifact && (await locateFrame(root, layout, target, frame, artifact, sources))
    if (place) return place
  }
  return null
}

async function locateFrame(
  root: string,
  layout: ProjectLayout,
  target: { readonly path: string; readonly test: string },
  frame: FailingFrame,
  artifact: RuntimeArtifact,
  sources: Map<string, Buffer | null>,
): Promise<SourceLocation | null> {
  const ranges = readSourceMap(artifact.sourceMap)
  const index = instructionIndex(artifact.code)
  for (const pc of frame.pcs.slice(0, LOOK_BACK)) {
    const range = ranges[index.get(pc) ?? -1]
    const path = range && artifact.sources.get(range.file)
    if (range === undefined || path === undefined || !isOwnSource(path, layout)) continue
    const source = await readSource(root, path, sources)
    if (source === null || range.length === 0 || range.start + range.length > source.length) continue
    if (DEFINITION.test(source.subarray(range.start, range.start + range.length).toString('utf8'))) continue
    if (path === target.path && isOtherTest(source, range.start, target.test)) continue
    return { path: cutText(path), line: lineAt(source, range.start) }
  }
  return null
}

/**
 * True when the offset lies in a test function that is not the one that ran: the optimizer merges equal code of two
 * functions and keeps the source map of one of them.
 */
function isOtherTest(source: Buffer, offset: number, test: string): boolean {
  const before = source.subarray(0, offset).toString('utf8')
  const name = [...before.matchAll(/\bfunction\s+([A-Za-z_$][\w$]*)\s*\(/g)].at(-1)?.[1]
  return name !== undefined && name !== test.split('(')[0] && TEST_NAME.test(name)
}

/** True for a source below the project's root that is in none of its library folders. */
export function isOwnSource(path: string, layout: ProjectLayout): boolean {
  if (isAbsolute(path) || normalize(path) !== path || path === '..' || path.startsWith('../')) return false
  return ![...layout.libs, 'node_modules'].some((lib) => {
    const below = relative(normalize(lib), path)
    return !below.startsWith('..') && !isAbsolute(below)
  })
}

async function readSource(root: string, path: string, sources: Map<string, Buffer | null>): Promise<Buffer | null> {
  const known = sources.get(path)
  if (known !== undefined) return known
  const read = await readFile(join(root, path)).catch(() => null)
  sources.set(path, read)
  return read
}

function lineAt(source: Buffer, offset: number): number {
  let line = 1
  for (let at = source.indexOf(10); at !== -1 && at < offset; at = source.indexOf(10, at + 1)) line++
  return line
}
