import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReproTest } from '../../src/engines/engine.ts'
import {
  type Bench,
  type FindingsLab,
  type Found,
  fixAllBugs,
  openFindingsLab,
} from '../../src/engines/forge/findingsLab.fixture.ts'
import { writeReproTest } from '../../src/engines/forge/repro.ts'
import { runForge } from '../../src/engines/forge/runForge.ts'

let lab: FindingsLab
beforeAll(async () => {
  lab = await openFindingsLab()
})
afterAll(() => lab?.close())

const repro = (of: Bench, found: Found) =>
  writeReproTest({ project: of.project, build: of.build, sandbox: lab.sandbox, ...found }, lab.forge)

/** Puts the files into the project's test folder, as a user would, and runs the command of each. */
async function runAsUser(of: Bench, written: readonly ReproTest[]): Promise<string[]> {
  for (const { fileName, source } of written) await writeFile(join(of.root, 'test', fileName), source)
  const outcomes: string[] = []
  for (const { command } of written) {
    const run = await runForge(lab.forge.path, command.slice(1), { cwd: of.root, env: of.build.env })
    const [, passed, failed] = /(\d+) tests passed, (\d+) failed/.exec(run.stdout) ?? []
    outcomes.push(passed === '1' ? 'passed' : failed === '1' ? 'failed' : `neither: ${run.stdout}${run.stderr}`)
  }
  return outcomes
}

test('the four bugs of examples/vault are each written as a test that fails in the user’s own project and passes once the bug is fixed', async () => {
  const vault = await lab.bench('examples/vault')
  const fixed = await lab.bench('examples/vault', fixAllBugs)
  const found = await lab.findAll(vault)
  expect(found.size).toBe(4)
  const written: ReproTest[] = []
  for (const [name, one] of found) {
    const outcome = await repro(vault, one)
    if ('impossible' in outcome) throw new TypeError(`${name}: ${outcome.impossible}`)
    expect(outcome.fileName).toMatch(/^\w+_[0-9a-f]{8}\.t\.sol$/)
    written.push(outcome)
  }
  expect(await runAsUser(vault, written)).toEqual(written.map(() => 'failed'))
  expect(await runAsUser(fixed, written)).toEqual(written.map(() => 'passed'))
})

test('findings of every kind are written as tests that fail for the same reason, whatever their inputs and senders are', async () => {
  const failures = await lab.bench('test/fixtures/failures')
  const found = await lab.findAll(failures)
  // The other findings of the fixture differ from these in their reason only.
  const telling = [
    'AfterwardsTest.invariant_nothing',
    'AtOnceTest.invariant_neverHolds',
    'DirectTest.invariant_originEnters',
    'HandlerAssertionTest.invariant_nothing',
    'InputsTest.testFuzz_pranks',
    'InputsTest.testFuzz_struct',
    'InputsTest.testFuzz_text',
    'LeftPrankTest.invariant_fewEnter',
    'SendersTest.invariant_fewVisitors',
  ]
  const outcomes: string[] = []
  for (const name of telling) {
    const outcome = await repro(failures, found.get(name)!)
    outcomes.push('impossible' in outcome ? outcome.impossible : 'fails')
  }
  expect(outcomes).toEqual(telling.map(() => 'fails'))
})
