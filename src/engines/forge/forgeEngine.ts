import type { BuiltProject, Engine } from '../engine.ts'
import { buildProject } from './build.ts'
import { calibrateTargets } from './calibrate.ts'
import { affectedSources } from './dependents.ts'
import { discoverTargets } from './discover.ts'
import { forgeInvocation } from './invocation.ts'
import { learnSettings } from './learnSettings.ts'
import type { ForgeProgram } from './program.ts'
import { replayFinding } from './replay.ts'
import { writeReproTest } from './repro.ts'
import { runForgeSlice } from './runSlice.ts'
import { runUnitTests } from './runUnitTests.ts'
import { rememberSettings } from './settingsMemory.ts'

/** forge as an {@link Engine}: `createForgeEngine(await findForge(...))`. Keeps nothing open; remembers what executing findings takes. */
export function createForgeEngine(forge: ForgeProgram): Engine {
  const replayer = { forge, learn: rememberSettings(learnSettings) }
  return {
    name: 'forge',
    program: forge.program,
    build: (request) => buildProject(request, forge),
    // Listing needs no setting of the user's, which the build resolved into its own configuration, only the compilers.
    discover: (project: BuiltProject & { readonly compilerEnv?: NodeJS.ProcessEnv }) =>
      discoverTargets(project, project.compilerEnv ?? {}, forge),
    affected: affectedSources,
    calibrate: (request) => calibrateTargets(request, forge),
    runUnitTests: (request) => runUnitTests(request, forge),
    invocation: forgeInvocation,
    runSlice: (request) => runForgeSlice(request, forge),
    replay: (request) => replayFinding(request, replayer),
    writeRepro: (request) => writeReproTest(request, forge),
  }
}
