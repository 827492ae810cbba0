import type { Replay, Target } from '../engines/engine.ts'
import type { Finding } from '../protocol/finding.ts'
import { findingKey } from '../verify/findingKey.ts'
import type { SliceSource } from './sliceSource.ts'

/** One slice's word for a failure. */
export interface Sighting {
  readonly source: SliceSource
  readonly finding: Finding
}

/** A finding that counts: its slice was vouched for, and its input fails again. */
export interface Confirmed {
  /** The slice that found it; null for a failing case of an earlier run. */
  readonly source: SliceSource | null
  readonly finding: Finding
  readonly replay: Replay
  /** How often it was executed again, and how often it failed. */
  readonly replays: number
  readonly reproduced: number
}

/** Failures of one kind: same property, same reason but for its figures. */
export interface Candidate {
  readonly target: Target
  readonly key: string
  readonly sightings: readonly Sighting[]
  readonly confirmed: Confirmed | null
}

/** Collects failures, confirms one of each kind at once, and in the end the shortest. */
export interface FindingLedger {
  /** Enters the failures of slices; resolves when each kind among them is confirmed or has no untried input left. */
  addAll(sources: readonly SliceSource[]): Promise<void>
  /** Enters a failing case of an earlier run that was just executed and fails again: no slice has to find it. */
  remember(target: Target, finding: Finding, replay: Replay): void
  /** True once a finding of this target is confirmed. */
  isFound(targetId: string): boolean
  readonly candidates: readonly Candidate[]
  /**
   * Replays the shortest input of each confirmed finding in place of the first, where it shows the same failure.
   * @param isVouched true for slices of this machine, and for those that were re-run
   */
  shorten(isVouched: (source: SliceSource) => boolean): Promise<void>
  /**
   * Executes each finding until it was executed {@link REPLAYS} times in all: one that fails less often is flaky. A failure that no
   * replay has shown so far gets as many chances before it is called unconfirmed.
   */
  repeat(isVouched: (source: SliceSource) => boolean): Promise<void>
}

/** What a ledger asks of the world. */
export interface FindingChecks {
  /**
   * Whether the slice really produces what it says: a worker's is re-run first, because an invented input can fail when it
   * is executed although no campaign would ever make it.
   */
  readonly vouch: (source: SliceSource) => Promise<boolean>
  /** Executes a finding's input once. `brief`: only whether it fails is asked. */
  readonly replay: (target: Target, finding: Finding, source: SliceSource | null, brief: boolean) => Promise<Replay>
  readonly onConfirmed: (target: Target) => void
}

/** How often a finding is executed again before it is shown: a failure of one time in four is met with 94%. */
export const REPLAYS = 10

/** Inputs of one kind of failure that are replayed before it is given up. */
const TRIES = 8

/** How much a human has to read: calls first, then bytes. */
function size({ input }: Finding): number {
  if (input.kind === 'single') return input.calldata.length
  return input.calls.length * 2 ** 20 + input.calls.reduce((sum, call) => sum + call.calldata.length, 0)
}

interface Kind {
  readonly target: Target
  readonly key: string
  readonly sightings: Sighting[]
  readonly tried: Set<string>
  failedReplays: number
  confirmed: Confirmed | null
  /** Runs one attempt after the other. */
  working: Promise<void>
}

/** A ledger over the targets of a plan. */
export function findingLedger(targets: ReadonlyMap<string, Target>, checks: FindingChecks): FindingLedger {
  const kinds = new Map<string, Kind>()

  async function attempt(kind: Kind): Promise<void> {
    while (kind.confirmed === null && kind.failedReplays < TRIES) {
      const next = kind.sightings.find((sighting) => !kind.tried.has(name(sighting)))
      if (next === undefined) return
      kind.tried.add(name(next))
      if (!(await checks.vouch(next.source))) continue
      const replay = await checks.replay(kind.target, next.finding, next.source, false)
      if (!replay.reproduced) {
        kind.failedReplays++
        continue
      }
      kind.confirmed = { ...next, replay, replays: 1, reproduced: 1 }
      checks.onConfirmed(kind.target)
    }
  }

  function kindOf(finding: Finding, target: Target): Kind {
    const key = findingKey(finding)
    let kind = kinds.get(key)
    if (kind === undefined) {
      kind = {
        target,
        key,
        sightings: [],
        tried: new Set(),
        failedReplays: 0,
        confirmed: null,
        working: Promise.resolve(),
      }
      kinds.set(key, kind)
    }
    return kind
  }

  function enter(source: SliceSource, finding: Finding, target: Target): Kind {
    const kind = kindOf(finding, target)
    kind.sightings.push({ source, finding })
    return kind
  }

  /** @returns the first replay that showed the failure, and how many did */
  async function replayTimes(
    target: Target,
    { finding, source }: Pick<Confirmed, 'finding' | 'source'>,
    times: number,
    brief: boolean,
  ): Promise<{ readonly shown: Replay | undefined; readonly count: number }> {
    const replays = await Promise.all(
      Array.from({ length: times }, () => checks.replay(target, finding, source, brief)),
    )
    const shown = replays.filter(({ reproduced }) => reproduced)
    return { shown: shown[0], count: shown.length }
  }

  return {
    get candidates() {
      return [...kinds.values()]
    },
    isFound: (targetId) => [...kinds.values()].some((kind) => kind.target.id === targetId && kind.confirmed !== null),
    remember(target, finding, replay) {
      const kind = kindOf(finding, target)
      if (kind.confirmed !== null) return
      kind.confirmed = { source: null, finding, replay, replays: 1, reproduced: 1 }
      checks.onConfirmed(target)
    },
    async addAll(sources) {
      const touched = new Set<Kind>()
      for (const source of sources)
        for (const { target: id, finding } of source.result.targets) {
          const target = targets.get(id)
          if (finding !== null && target !== undefined) touched.add(enter(source, finding, target))
        }
      await Promise.all(
        [...touched].map((kind) => {
          kind.working = kind.working.then(() => attempt(kind))
          return kind.working
        }),
      )
    },
    async shorten(isVouched) {
      for (const kind of kinds.values()) {
        const first = kind.confirmed
        if (first === null) continue
        const shortest = kind.sightings
          .filter(({ source }) => isVouched(source))
          .reduce<Sighting | null>(
            (best, one) => (size(one.finding) < size((best ?? first).finding) ? one : best),
            null,
          )
        if (shortest === null || shortest.finding === first.finding) continue
        const replay = await checks.replay(kind.target, shortest.finding, shortest.source, false)
        if (replay.reproduced) kind.confirmed = { ...shortest, replay, replays: 1, reproduced: 1 }
      }
    },
    async repeat(isVouched) {
      for (const kind of kinds.values()) {
        const { confirmed } = kind
        const sighting = confirmed ?? kind.sightings.find(({ source }) => isVouched(source))
        if (sighting === undefined) continue
        // What was not shown yet was executed once as well, at least.
        const { shown, count } = await replayTimes(kind.target, sighting, REPLAYS - 1, confirmed !== null)
        if (confirmed !== null) kind.confirmed = { ...confirmed, replays: REPLAYS, reproduced: count + 1 }
        else if (shown !== undefined) {
          const { source, finding } = sighting
          kind.confirmed = { source, finding, replay: shown, replays: REPLAYS, reproduced: count }
        }
      }
    },
  }
}

/** Tells inputs apart: one slice's word is tried once. */
function name({ source, finding }: Sighting): string {
  return JSON.stringify([source.worker, source.shard, source.k, finding.target])
}
