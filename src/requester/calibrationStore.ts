import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Calibration, Target } from '../engines/engine.ts'
import { documentDigest, sha256 } from '../protocol/digest.ts'
import { toWire } from '../protocol/primitives.ts'
import type { BurstDeps } from './burstDeps.ts'
import { zCalibration } from './calibrationFile.ts'
import { fromKnown, type KnownCalibration, mergeCalibrations } from './knownCalibration.ts'
import type { BurstOptions } from './options.ts'
import type { Built } from './prepareBurst.ts'
import { writeWhole } from './projectState.ts'

/** Targets of one file: more than any project has. */
const MOST_TARGETS = 20_000

/** Calibrations of earlier runs in the folder that only this program writes, or that came from a cache: parsed, never trusted. */
export interface CalibrationStore {
  /** Of this very project. */
  exact(): Promise<Calibration | undefined>
  /** Of the same targets in another state of the project, with the same engine and configuration. */
  known(): Promise<KnownCalibration | undefined>
  save(calibration: Calibration): Promise<void>
}

/** Where this project's calibrations are. */
export function calibrationStore(
  { project, packed, bench }: Pick<Built, 'project' | 'packed' | 'bench'>,
  targets: readonly Target[],
  options: BurstOptions,
  deps: Pick<BurstDeps, 'engine' | 'trustedDir' | 'say'>,
): CalibrationStore {
  const { profile } = project
  const common = [
    toWire(deps.engine.program),
    profile,
    options.corpus,
    // What a target cannot reach, it fails to reach in no time.
    (['fork', 'ffi'] as const).filter((why) => bench.reach.for(why) !== null),
  ]
  const exactName = documentDigest('calibration', [packed.project, ...common, targets.map(({ id }) => id).sort()])
  // Depths and remappings are in it, and no source is.
  const configuration = sha256(project.replaced.get('foundry.toml')?.bytes ?? '')
  const knownName = documentDigest('calibration', ['by target', ...common, configuration])
  const path = (name: string): string => join(deps.trustedDir, 'cache', 'calibration', `${name}.json`)
  const write = (name: string, calibration: Calibration): Promise<void> =>
    writeWhole(path(name), `${JSON.stringify(calibration, null, 2)}\n`)
  const load = async (name: string): Promise<Calibration | undefined> => {
    const stored = await readFile(path(name), 'utf8').catch(() => undefined)
    if (stored === undefined) return undefined
    const calibration = parse(stored)
    if (calibration === undefined) deps.say('a stored calibration cannot be read and is not used')
    return calibration
  }
  return {
    exact: () => load(exactName),
    async known() {
      const older = await load(knownName)
      return older && fromKnown(older, targets)
    },
    async save(calibration) {
      await write(exactName, calibration)
      await write(knownName, mergeCalibrations(await load(knownName), calibration, MOST_TARGETS))
    },
  }
}

function parse(text: string): Calibration | undefined {
  try {
    return zCalibration.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
