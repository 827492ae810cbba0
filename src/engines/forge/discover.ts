import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toFunctionSelector, toFunctionSignature } from 'viem'
import { z } from 'zod'
import type { BuiltProject, Discovery, ProjectNote, RunnerOnlyTarget, Target } from '../engine.ts'
import { artifactPath, type CompilerCache, readCompilerCache, zMembers } from './compilerCache.ts'
import { ForgeFailed, NoFuzzTests, UnreadableOutput } from './errors.ts'
import { inlineBudget } from './inlineConfig.ts'
import type { ForgeProgram } from './program.ts'
import { buildConfigPath, COMPILER_CACHE, cacheFolder, outFolder } from './projectPaths.ts'
import { hostEnvironment, runForge } from './runForge.ts'
import { type SourceContract, scanSource } from './scanSource.ts'
import { isLegacyTestFail, targetId, testKind } from './targetId.ts'

/** `path -> contract -> names`, without parameters: overloads appear twice. */
const zListing = zMembers.transform((paths) =>
  paths.map(([path, contracts]) => ({
    path,
    contracts: zMembers.parse(contracts).map(([contract, names]) => ({ contract, names: zNames.parse(names) })),
  })),
)
const zNames = z.array(z.string())

const zParameter: z.ZodType<AbiParameter> = z.looseObject({
  type: z.string(),
  get components() {
    return z.array(zParameter).optional()
  },
})
interface AbiParameter {
  readonly type: string
  readonly components?: readonly AbiParameter[] | undefined
}
const zArtifact = z.looseObject({
  abi: z.array(
    z.looseObject({ type: z.string(), name: z.string().optional(), inputs: z.array(zParameter).optional() }),
  ),
  bytecode: z.looseObject({ object: z.string() }),
})
type Artifact = z.output<typeof zArtifact>

/** Cheatcodes that need what workers never have. */
const FORK_CHEATCODES = [
  ...['createFork(string)', 'createFork(string,uint256)', 'createFork(string,bytes32)'],
  ...['createSelectFork(string)', 'createSelectFork(string,uint256)', 'createSelectFork(string,bytes32)'],
  ...['rpc(string,string)', 'rpc(string,string,string)'],
].map((signature) => toFunctionSelector(signature).slice(2))
const FFI_CHEATCODES = ['ffi(string[])', 'tryFfi(string[])'].map((signature) => toFunctionSelector(signature).slice(2))

/**
 * Lists what can be fuzzed, as forge selects it under the project's own filters.
 * @throws NoFuzzTests, ForgeFailed, UnreadableOutput
 */
export async function discoverTargets(
  project: BuiltProject & { readonly forksEverywhere?: boolean },
  env: Readonly<Record<string, string | undefined>>,
  forge: ForgeProgram,
): Promise<Discovery> {
  const { root, profile } = project
  const listing = await listTests(project, env, forge)
  const cache = readCompilerCache(await readFile(join(root, cacheFolder(profile), COMPILER_CACHE), 'utf8'))
  const targets: Target[] = []
  const runnerOnly: RunnerOnlyTarget[] = []
  const unitTests: string[] = []
  const legacy: string[] = []
  for (const { path, contracts } of listing) {
    const scanned = scanSource(await readFile(join(root, path), 'utf8'))
    for (const { contract, names } of contracts) {
      const artifact = await readArtifact(project, cache, path, contract)
      const why = project.forksEverywhere === true ? 'fork' : runnerReason(artifact.bytecode.object)
      for (const signature of testSignatures(artifact, new Set(names))) {
        const kind = testKind(signature)
        if (isLegacyTestFail(signature)) legacy.push(targetId(path, contract, signature))
        else if (kind === 'unit') unitTests.push(targetId(path, contract, signature))
        else {
          const target = makeTarget({ path, contract, signature, kind, profile, scanned })
          if (why === null) targets.push(target)
          else runnerOnly.push({ target, why })
        }
      }
    }
  }
  if (targets.length + runnerOnly.length === 0) throw new NoFuzzTests(unitTests.length)
  return {
    targets,
    runnerOnly,
    unitTests,
    notes: discoveryNotes([...targets, ...runnerOnly.map((one) => one.target)], legacy),
  }
}

async function listTests(
  project: BuiltProject,
  env: Readonly<Record<string, string | undefined>>,
  forge: ForgeProgram,
) {
  const { root, profile } = project
  const run = await runForge(forge.path, ['test', '--list', '--json', '--root', root], {
    cwd: root,
    env: hostEnvironment(env, { FOUNDRY_CONFIG: buildConfigPath(root, profile), FOUNDRY_PROFILE: profile }),
  })
  if (run.code !== 0) throw new ForgeFailed("list the project's tests", run.stderr || run.stdout)
  const line = run.stdout.split('\n').find((text) => text.startsWith('{'))
  const listing = zListing.safeParse(line === undefined ? {} : JSON.parse(line))
  if (!listing.success) throw new UnreadableOutput('its list of tests has another shape', run.stdout)
  return listing.data
}

async function readArtifact(
  project: BuiltProject,
  cache: CompilerCache,
  path: string,
  contract: string,
): Promise<Artifact> {
  // With several compilers, forge names a contract `Vault.0.8.20`.
  const [name = contract] = contract.split('.')
  const file = artifactPath(cache, path, name)
  if (file === null) throw new ForgeFailed("list the project's tests", `the artifact of ${path}:${contract} is missing`)
  const text = await readFile(join(project.root, outFolder(project.profile), file), 'utf8')
  const artifact = zArtifact.safeParse(JSON.parse(text))
  if (!artifact.success) throw new UnreadableOutput(`the artifact of ${path}:${contract} has another shape`, '')
  return artifact.data
}

function testSignatures(artifact: Artifact, names: ReadonlySet<string>): string[] {
  return artifact.abi
    .filter(({ type, name }) => type === 'function' && name !== undefined && names.has(name))
    .map(({ name = '', inputs = [] }) =>
      toFunctionSignature({ type: 'function', name, inputs, outputs: [], stateMutability: 'view' }),
    )
    .sort()
}

/** Looks for the selectors of cheatcodes in a test's code, that of contracts it creates included. */
function runnerReason(bytecode: string): RunnerOnlyTarget['why'] | null {
  // PUSH4 of the selector, or PUSH32 of it as a left-aligned word.
  const uses = (selector: string) => bytecode.includes(`63${selector}`) || bytecode.includes(`7f${selector}00000000`)
  if (FORK_CHEATCODES.some(uses)) return 'fork'
  return FFI_CHEATCODES.some(uses) ? 'ffi' : null
}

function makeTarget(about: {
  path: string
  contract: string
  signature: string
  kind: Target['kind']
  profile: string
  scanned: readonly SourceContract[]
}): Target {
  const { path, contract, signature, kind, scanned } = about
  const own = scanned.find(({ name }) => name === contract.split('.')[0])
  const name = signature.slice(0, signature.indexOf('('))
  const named = own?.functions.filter((one) => one.name === name) ?? []
  const parameters = countTypes(signature)
  const found = named.length > 1 ? named.find((one) => one.parameters === parameters) : named[0]
  // A test that is inherited has no inline configuration (forge reads the contract's own body), but may be in this file.
  const shown = found ?? scanned.flatMap(({ functions }) => functions).find((one) => one.name === name)
  return {
    id: targetId(path, contract, signature),
    kind,
    path,
    contract,
    test: signature,
    line: shown?.line ?? null,
    inline: inlineBudget(kind, about.profile, own?.docs ?? '', found?.docs ?? ''),
  }
}

function countTypes(signature: string): number {
  const inner = signature.slice(signature.indexOf('(') + 1, -1)
  if (inner === '') return 0
  let [depth, count] = [0, 1]
  for (const char of inner) {
    if (char === '(') depth++
    else if (char === ')') depth--
    else if (char === ',' && depth === 0) count++
  }
  return count
}

/** Most targets that notes of one kind name one by one. */
const NAMED_LIMIT = 10

function discoveryNotes(targets: readonly Target[], legacy: readonly string[]): ProjectNote[] {
  const inline = targets.filter((target) => target.inline.runs !== null)
  return [
    ...namedNotes(
      'inline-budget',
      inline.map(({ id, inline: { runs } }) => `${id} sets ${runs} runs inline: it costs that in every slice.`),
      'targets set their runs inline.',
    ),
    ...namedNotes(
      'legacy-test-fail',
      legacy.map(
        (id) => `${id} is not run: forge 1.0 removed testFail*. Use vm.expectRevert in a test of another name.`,
      ),
      'testFail* tests are not run.',
    ),
  ]
}

function namedNotes(kind: ProjectNote['kind'], texts: readonly string[], rest: string): ProjectNote[] {
  const notes = texts.slice(0, NAMED_LIMIT).map((text): ProjectNote => ({ kind, text }))
  return texts.length > NAMED_LIMIT ? [...notes, { kind, text: `${texts.length - NAMED_LIMIT} more ${rest}` }] : notes
}
