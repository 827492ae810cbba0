import { isFuzzburstError } from '../../protocol/errors.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { Engine, ProjectNote } from '../engine.ts'
import { canonicalText } from './evidence.ts'
import { runForgeTest } from './forgeCommand.ts'
import { forgeInvocation } from './invocation.ts'
import { isOutOfReach } from './outOfReach.ts'
import type { ForgeProgram } from './program.ts'
import { readTargetId, type TargetName } from './targetId.ts'
import { readTestOutput, type TestOutput } from './testOutput.ts'

export type UnitTestRequest = Parameters<Engine['runUnitTests']>[0]

const SEED: Bytes32 = `0x${'0'.repeat(63)}1`
/** Most tests that are named one by one. */
const NAMED_LIMIT = 50
/** Longest reason in a note, in UTF-16 units. */
const REASON_LIMIT = 300

/**
 * Runs the tests that are not fuzzed once, in the sandbox: a note for each that fails or is skipped, and for each contract
 * that cannot be set up. When they cannot be run at all, one note says so: a burst goes on without them.
 */
export async function runUnitTests(request: UnitTestRequest, forge: ForgeProgram): Promise<ProjectNote[]> {
  const tests = request.unitTests.map(readTargetId).filter((name): name is TargetName => name !== null)
  if (tests.length === 0) return []
  const targets = tests.map((name) => ({ ...name, line: null, inline: { runs: null, depth: null } }))
  const { profile, env } = request
  const invocation = {
    ...forgeInvocation({ kind: 'fuzz', targets, runs: 0, invariantDepth: 1, corpus: false, profile, env }),
  }
  return await runForgeTest({ ...request, invocation, seed: SEED, deterministic: true }, forge, {
    inspect: async (run) => {
      if (run.end.kind === 'aborted') throw request.signal?.reason ?? new DOMException('aborted', 'AbortError')
      if (run.end.kind !== 'exited')
        return [
          failedNote(
            `The unit tests could not be run: ${run.end.kind === 'limit' ? `the ${run.end.limit} limit was hit` : 'forge was killed'}.`,
          ),
        ]
      try {
        return unitTestNotes(tests, readTestOutput(run.stdout))
      } catch (error) {
        if (!isFuzzburstError(error)) throw error
        return [failedNote(`The unit tests could not be run: ${error.summary}`)]
      }
    },
  })
}

/** Notes on unit tests from forge's output. Pure. */
export function unitTestNotes(tests: readonly TargetName[], output: TestOutput): ProjectNote[] {
  const notes: ProjectNote[] = []
  const broken = new Set<string>()
  for (const { id, path, contract, test } of tests) {
    const results = output[`${path}:${contract}`]?.test_results ?? {}
    const result = results[test]
    if (result?.status === 'Failure' && isOutOfReach(result.reason))
      notes.push({ kind: 'unit-test-skipped', text: `${id} cannot run in a slice: ${reasonText(result.reason)}` })
    else if (result?.status === 'Failure') notes.push(failedNote(`${id} fails: ${reasonText(result.reason)}`))
    else if (result?.status === 'Skipped')
      notes.push({ kind: 'unit-test-skipped', text: `${id} is skipped: ${reasonText(result.reason)}` })
    else if (result === undefined && !broken.has(`${path}:${contract}`)) {
      broken.add(`${path}:${contract}`)
      const [name = 'nothing', setUp] = Object.entries(results)[0] ?? []
      const text = `${path}:${contract} did not run: ${name} says ${reasonText(setUp?.reason)}`
      notes.push(isOutOfReach(setUp?.reason) ? { kind: 'unit-test-skipped', text } : failedNote(text))
    }
  }
  const rest = notes.length - NAMED_LIMIT
  return rest > 0 ? [...notes.slice(0, NAMED_LIMIT), failedNote(`${rest} more unit tests fail or are skipped.`)] : notes
}

function failedNote(text: string): ProjectNote {
  return { kind: 'unit-test-failed', text }
}

function reasonText(reason: string | null | undefined): string {
  const text = canonicalText(reason ?? '')
  if (text === '') return 'no reason given'
  return text.length > REASON_LIMIT ? `${text.slice(0, REASON_LIMIT).toWellFormed()} [cut]` : text
}
