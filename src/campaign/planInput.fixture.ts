import type { Target, TargetCalibration, TargetKind } from '../engines/engine.ts'
import { sha256 } from '../protocol/digest.ts'
import type { PlanInput, PlanOptions } from './planCampaign.ts'

/** A target with its calibration, in one. For tests. */
export interface TimedTarget {
  readonly target: Target
  readonly calibration: TargetCalibration
}

/** A target `T<n>` of which one run costs so many microseconds. For tests. */
export function timedTarget(
  n: number,
  kind: TargetKind,
  microsPerRun: number,
  rest: { runs?: number | null; lowEntropy?: boolean } = {},
): TimedTarget {
  const test = `${kind === 'fuzz' ? 'testFuzz' : 'invariant'}_${n}()`
  const contract = `T${n}`
  const path = `test/${contract}.t.sol`
  const id = `${path}:${contract}:${test}`
  return {
    target: { id, kind, path, contract, test, line: n, inline: { runs: rest.runs ?? null, depth: null } },
    calibration: { target: id, microsPerRun, executionsPerRun: 1, lowEntropy: rest.lowEntropy ?? false },
  }
}

/** Options of the usual pull-request burst: ten minutes of CPU on eight workers, free of charge. For tests. */
export const usualOptions: PlanOptions = {
  budgetSeconds: 600,
  sliceSeconds: 7,
  shardSeconds: 60,
  maxTimeSeconds: null,
  workers: 8,
  corpus: false,
  slotPriceUnits: 0n,
  finderReserveUnits: 0n,
  relayerFeeCapUnits: 0n,
  maxSpendUnits: null,
}

/** A whole input for the planner. For tests. */
export function planInput(
  timed: readonly TimedTarget[],
  options: Partial<PlanOptions> = {},
  rest: Partial<PlanInput> = {},
): PlanInput {
  return {
    project: sha256('project'),
    layers: [{ kind: 'project', digest: sha256('layer'), bytes: 10, unpackedBytes: 20 }],
    engine: { name: 'forge', version: '1.7.1', binaries: { 'linux-x64': sha256('forge') } },
    shim: { name: 'shim', version: '1', binaries: { 'linux-x64': sha256('shim') } },
    limits: {
      cpuSeconds: 60,
      wallSeconds: 300,
      memoryBytes: 2 ** 31,
      processes: 64,
      fileBytes: 2 ** 28,
      outputBytes: 2 ** 28,
    },
    targets: timed.map(({ target }) => target),
    runnerOnly: [],
    calibration: {
      v: 1,
      engine: sha256('forge'),
      startMicros: 200_000,
      invariantDepth: 100,
      targets: timed.map(({ calibration }) => calibration),
    },
    options: { ...usualOptions, ...options },
    makeInvocation: (group) => ({
      engine: 'forge',
      profile: 'default',
      matchPath: null,
      matchContract: null,
      matchTest: null,
      targets: group.targets.map(({ id }) => id),
      fuzzRuns: group.kind === 'fuzz' ? group.runs : 1,
      invariantRuns: group.kind === 'invariant' ? group.runs : 1,
      invariantDepth: group.invariantDepth,
      corpus: group.corpus,
      env: {},
    }),
    ...rest,
  }
}
