import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot, runStep } from './runStep.ts'

interface Step {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  /** The step is about this file: without it there is nothing to check. */
  readonly needs?: string
}

/** Lanes that touch a database, a chain, an engine or processes: not part of the check. */
const lanesWithIo = ['db', 'chain', 'engine', 'e2e', 'long']

/** What `npm run check` is, in order: the quick answers first. Every step also runs alone, by `--only name`. */
const steps: readonly Step[] = [
  { name: 'lint', program: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'types', program: 'tsc', args: ['-p', '.'] },
  { name: 'unused', program: 'knip', args: ['--no-progress'] },
  { name: 'imports', program: 'node', args: ['scripts/importDirection.ts'] },
  { name: 'errors', program: 'node', args: ['scripts/errorDocs.ts'], needs: 'docs/errors.md' },
  { name: 'links', program: 'node', args: ['scripts/docLinks.ts'] },
  { name: 'schemas', program: 'node', args: ['scripts/schemas.ts', '--check'], needs: 'scripts/schemas.ts' },
  {
    name: 'abis',
    program: 'node',
    args: ['scripts/contracts.ts', 'build', '--check'],
    needs: 'scripts/contracts.ts',
  },
  { name: 'readme', program: 'node', args: ['scripts/readmeTables.ts', '--check'], needs: 'action.yml' },
  { name: 'dist', program: 'node', args: ['scripts/buildDist.ts', '--check'], needs: 'src/action/main.ts' },
  {
    name: 'tests',
    program: 'vitest',
    args: ['run', '--reporter=default', ...lanesWithIo.flatMap((lane) => ['--exclude', `**/*.${lane}.test.ts`])],
  },
]

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
const unknown = (values.only ?? []).filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`)
  process.exit(2)
}

const failed: string[] = []
for (const step of steps) {
  if (values.only !== undefined && !values.only.includes(step.name)) continue
  if (step.needs !== undefined && !existsSync(path.join(repositoryRoot, step.needs))) {
    console.log(`none ${step.name} (there is no ${step.needs} yet)`)
    continue
  }
  const end = await runStep(step.program, step.args, { show: false })
  console.log(`${end.code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${end.seconds.toFixed(1)} s)`)
  if (end.code !== 0) {
    failed.push(step.name)
    process.stdout.write(end.output.endsWith('\n') ? end.output : `${end.output}\n`)
  }
}
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}. One step alone: npm run check -- --only ${failed[0]}`)
  process.exitCode = 1
}
