import type { Replay, Target } from '../engines/engine.ts'
import type { Finding } from '../protocol/finding.ts'
import { normaliseReason } from '../report/findingId.ts'
import type { SliceSource } from './sliceSource.ts'

/** A failure as the engine saw it, with every slice that shows the same one. */
export interface Candidate {
  readonly target: Target
  readonly key: string
  /** The input that was (or is being) replayed. */
  finding: Finding
  /** The shortest input that any slice gave. */
  shortest: Finding
  readonly sources: SliceSource[]
  /** Of the first input; undefined while it runs. */
  replay: Replay | undefined
  replays: number
}

/** Collects failures, replays the first of each kind at once, and keeps the shortest input. */
export interface FindingLedger {
  /**
   * Enters the failures of slices and waits until each new kind of failure was replayed.
   * @returns the slices whose failure no replay showed again
   */
  addAll(sources: readonly SliceSource[]): Promise<SliceSource[]>
  /** True once a finding of this target was replayed. */
  isFound(targetId: string): boolean
  readonly candidates: readonly Candidate[]
  readonly confirmed: number
  /** Replays the shortest input of each confirmed finding in place of the first, where it shows the same failure. */
  shorten(): Promise<void>
}

/** The failures of one slice that count as one: same target, same reason but for its numbers. */
export function findingKey(finding: Finding): string {
  return JSON.stringify([finding.target, normaliseReason(finding.reason)])
}

/** How much a human has to read: calls first, then bytes. */
function size(finding: Finding): number {
  return finding.input.kind === 'single'
    ? finding.input.calldata.length
    : finding.input.calls.length * 2 ** 20 + finding.input.calls.reduce((sum, call) => sum + call.calldata.length, 0)
}

/** @param replay executes a finding's input once */
export function findingLedger(
  targets: ReadonlyMap<string, Target>,
  replay: (target: Target, finding: Finding, source: SliceSource) => Promise<Replay>,
  onConfirmed: (candidate: Candidate) => void,
): FindingLedger {
  const candidates = new Map<string, Candidate>()
  const pending = new Map<string, Promise<void>>()
  const confirm = async (candidate: Candidate, source: SliceSource): Promise<void> => {
    candidate.replay = await replay(candidate.target, candidate.finding, source)
    candidate.replays = 1
    if (candidate.replay.reproduced) onConfirmed(candidate)
  }
  return {
    get candidates() {
      return [...candidates.values()]
    },
    get confirmed() {
      return [...candidates.values()].filter((candidate) => candidate.replay?.reproduced).length
    },
    isFound: (targetId) =>
      [...candidates.values()].some(
        (candidate) => candidate.target.id === targetId && candidate.replay?.reproduced === true,
      ),
    async shorten() {
      const longer = [...candidates.values()].filter(
        (candidate) => candidate.replay?.reproduced === true && candidate.shortest !== candidate.finding,
      )
      await Promise.all(
        longer.map(async (candidate) => {
          const again = await replay(candidate.target, candidate.shortest, candidate.sources[0]!)
          if (!again.reproduced) return
          candidate.finding = candidate.shortest
          candidate.replay = again
        }),
      )
    },
    async addAll(sources) {
      const touched: { key: string; source: SliceSource }[] = []
      for (const source of sources) {
        for (const result of source.result.targets) {
          const target = targets.get(result.target)
          if (result.finding === null || target === undefined) continue
          const key = findingKey(result.finding)
          const known = candidates.get(key)
          if (known === undefined) {
            const candidate: Candidate = {
              target,
              key,
              finding: result.finding,
              shortest: result.finding,
              sources: [source],
              replay: undefined,
              replays: 0,
            }
            candidates.set(key, candidate)
            pending.set(key, confirm(candidate, source))
          } else {
            known.sources.push(source)
            if (size(result.finding) < size(known.shortest)) known.shortest = result.finding
          }
          touched.push({ key, source })
        }
      }
      await Promise.all(touched.map(({ key }) => pending.get(key)))
      return touched.filter(({ key }) => candidates.get(key)!.replay?.reproduced === false).map(({ source }) => source)
    },
  }
}
