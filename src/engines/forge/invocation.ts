import type { ForgeInvocation } from '../../protocol/shardSpec.ts'
import type { InvocationRequest, Target } from '../engine.ts'
import { readTargetId, type TargetName } from './targetId.ts'

/** Longest filter that is passed on: a tenth of what Linux takes as one argument (MAX_ARG_STRLEN), and less than regex's size limit. */
export const FILTER_LIMIT = 96_000

/** A stand-in with more inline runs than this would cost more than its literals are worth. */
const STAND_IN_INLINE_RUNS = 256

/**
 * The exact forge invocation for a group of targets. forge draws its dictionary from the literals of the test files that it
 * selects (and of all of `src`), so a narrow filter loses bugs: every other test file is therefore kept selected by a
 * stand-in, one test that costs next to nothing (one of the other kind, whose runs are set to 0; else a unit test).
 * Without `all` the group alone is selected.
 */
export function forgeInvocation(request: InvocationRequest): ForgeInvocation {
  const { kind, targets, runs } = request
  const selected: TargetName[] = [...targets, ...standIns(request)]
  return {
    engine: 'forge',
    profile: request.profile,
    matchPath: null,
    matchContract: anyOf(
      selected.map(({ contract }) => contract),
      null,
    ),
    matchTest: anyOf(
      selected.map(({ test }) => test),
      kindPattern(kind),
    ),
    targets: targets.map(({ id }) => id).sort(),
    fuzzRuns: kind === 'fuzz' ? runs : 0,
    invariantRuns: kind === 'invariant' ? runs : 0,
    invariantDepth: request.invariantDepth,
    corpus: request.corpus && kind === 'invariant',
    env: { ...request.env },
  }
}

/** One cheap test for each test file that the group leaves out. Files whose contracts fork are left alone: they would wait for a network. */
function standIns(request: InvocationRequest): TargetName[] {
  const { all, kind, targets } = request
  if (all === undefined) return []
  const covered = new Set(targets.map(({ path }) => path))
  const forks = new Set(all.runnerOnly.map(({ target }) => contractKey(target)))
  const best = new Map<string, { readonly test: TargetName; readonly rank: number }>()
  const offer = (test: TargetName, rank: number): void => {
    if (covered.has(test.path) || forks.has(contractKey(test))) return
    const held = best.get(test.path)
    if (held === undefined || rank < held.rank || (rank === held.rank && test.id < held.test.id))
      best.set(test.path, { test, rank })
  }
  for (const target of all.targets) {
    const rank = standInRank(target, kind)
    if (rank !== null) offer(target, rank)
  }
  for (const id of all.unitTests) {
    const test = readTargetId(id)
    if (test !== null) offer(test, 1)
  }
  return [...best.values()].map(({ test }) => test)
}

/** 0: runs can be set to zero. 1 is a unit test's. 2: costs what a target of the group costs. Null: too much. */
function standInRank(target: Target, kind: Target['kind']): number | null {
  if (target.inline.runs !== null) return target.inline.runs <= STAND_IN_INLINE_RUNS ? 3 : null
  return target.kind === kind ? 2 : 0
}

function contractKey({ path, contract }: Pick<Target, 'path' | 'contract'>): string {
  return `${path}:${contract}`
}

/** A regular expression of Rust's `regex` crate that matches exactly these texts. */
function anyOf(texts: readonly string[], tooLong: string | null): string | null {
  const pattern = `^(?:${[...new Set(texts)].sort().map(escapePattern).join('|')})$`
  return pattern.length <= FILTER_LIMIT ? pattern : tooLong
}

function kindPattern(kind: Target['kind']): string {
  return kind === 'fuzz' ? '^test[^(]*\\([^)]' : '^(?:invariant|statefulFuzz)'
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$#&\-~]/g, '\\$&')
}
