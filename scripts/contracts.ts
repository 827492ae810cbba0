import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot, runStep } from './runStep.ts'

// `node scripts/contracts.ts build` compiles contracts/ and writes the typed ABIs and bytecode that src/escrow uses;
// `build --check` fails when they are stale; `test [-- forge arguments]` runs the contracts' own tests and, without arguments,
// holds their gas against contracts/gas.json, which `gas` writes anew; `deep` runs the invariants for long. No network.

interface GeneratedModule {
  readonly contract: string
  readonly source: string
  readonly file: string
  readonly name: string
  /** Where its runtime code goes, for contracts whose deployments are verified. */
  readonly runtimeFile?: string
}

/** What is generated: one module per contract that TypeScript talks to. */
const generated: readonly GeneratedModule[] = [
  { contract: 'Escrow', source: 'Escrow.sol', file: 'escrowAbi.ts', name: 'escrow', runtimeFile: 'escrowRuntime.ts' },
  {
    contract: 'Registry',
    source: 'Registry.sol',
    file: 'registryAbi.ts',
    name: 'registry',
    runtimeFile: 'registryRuntime.ts',
  },
  {
    contract: 'Equivocation',
    source: 'Equivocation.sol',
    file: 'equivocationAbi.ts',
    name: 'equivocation',
    runtimeFile: 'equivocationRuntime.ts',
  },
  { contract: 'Hasher', source: 'Hasher.sol', file: 'hasherAbi.ts', name: 'hasher' },
  {
    contract: 'TestToken',
    source: 'TestToken.sol',
    file: 'testTokenAbi.ts',
    name: 'testToken',
    runtimeFile: 'testTokenRuntime.ts',
  },
]

const zArtifact = z.object({
  abi: z.array(z.record(z.string(), z.unknown())),
  bytecode: z.object({ object: z.string().regex(/^0x[0-9a-f]+$/) }),
  deployedBytecode: z.object({
    object: z.string().regex(/^0x[0-9a-f]+$/),
    immutableReferences: z
      .record(z.string(), z.array(z.object({ start: z.number().int(), length: z.literal(32) })))
      .default({}),
  }),
})

const environment = {
  FOUNDRY_SOLC: path.join(repositoryRoot, 'scripts', 'solc.mjs'),
  FOUNDRY_OFFLINE: 'true',
  FOUNDRY_DISABLE_NIGHTLY_WARNING: 'true',
}

/** Apart from what tests compile: the compiler numbers things over all sources it is given, and bytes may depend on it. */
const releaseFolder = path.join('cache', 'release')

async function forge(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const end = await runStep('forge', [...args, '--root', 'contracts'], { show: true, env: { ...environment, ...env } })
  return end.code
}

function readArtifact(entry: GeneratedModule): z.output<typeof zArtifact> {
  const file = path.join(repositoryRoot, 'contracts', releaseFolder, 'out', entry.source, `${entry.contract}.json`)
  return zArtifact.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Each group of offsets holds one immutable. Their order is that of the code: ids of the compiler's are nobody's business. */
function runtimeText(entry: GeneratedModule): string {
  const { object, immutableReferences } = readArtifact(entry).deployedBytecode
  const groups = Object.values(immutableReferences)
    .map((places) => places.map(({ start }) => start).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)
  return [
    `// Generated from contracts/ by \`node scripts/contracts.ts build\`. Do not edit.`,
    '/** Runtime code with zeros for immutables, and where in it (bytes) each immutable of 32 bytes stands. */',
    `export const ${entry.name}Runtime = ${JSON.stringify({ code: object, immutables: groups }, null, 2)} as const`,
    '',
  ].join('\n')
}

function moduleText(entry: GeneratedModule): string {
  const artifact = readArtifact(entry)
  return [
    `// Generated from contracts/ by \`node scripts/contracts.ts build\`. Do not edit.`,
    `export const ${entry.name}Abi = ${JSON.stringify(artifact.abi, null, 2)} as const`,
    '',
    `/** Creation code, without constructor arguments. */`,
    `export const ${entry.name}Bytecode = '${artifact.bytecode.object}'`,
    '',
  ].join('\n')
}

async function build(check: boolean): Promise<number> {
  const code = await forge(['build', 'src', 'dev'], {
    FOUNDRY_OUT: path.join(releaseFolder, 'out'),
    FOUNDRY_CACHE_PATH: releaseFolder,
  })
  if (code !== 0) return code
  const folder = path.join(repositoryRoot, 'src', 'escrow', 'generated')
  mkdirSync(folder, { recursive: true })
  let stale = 0
  const keep = (file: string, text: string): void => {
    const whole = path.join(repositoryRoot, file)
    if (!check) writeFileSync(whole, text)
    else if (!existsSync(whole) || readFileSync(whole, 'utf8') !== text) {
      console.error(`${file} is stale: run \`node scripts/contracts.ts build\``)
      stale += 1
    }
  }
  for (const entry of generated) {
    keep(path.join('src', 'escrow', 'generated', entry.file), moduleText(entry))
    if (entry.runtimeFile !== undefined)
      keep(path.join('src', 'escrow', 'generated', entry.runtimeFile), runtimeText(entry))
  }
  // Addresses follow from the code that was just written.
  const { deploymentRecord, anvilDeployment } = await import('./deploymentRecord.ts')
  keep(deploymentRecord('anvil'), anvilDeployment())
  return stale === 0 ? 0 : 1
}

async function gas(write: boolean): Promise<number> {
  console.log('\nGas of whole transactions on a development chain')
  const { checkGas } = await import('./contractGas.ts')
  const wrong = await checkGas(write)
  for (const sentence of wrong) console.error(sentence)
  if (wrong.length > 0) console.error('`node scripts/contracts.ts gas` writes the table anew.')
  return wrong.length === 0 ? 0 : 1
}

/** The contracts' own tests; without arguments of forge's also what their transactions cost. */
async function test(args: readonly string[]): Promise<number> {
  const code = await forge(['test', ...args])
  return args.length > 0 ? code : Math.max(code, await gas(false))
}

/** The invariants with the `ci` profile's runs: longer than a tester waits, and a lane of its own in .ci/run. */
async function deep(args: readonly string[]): Promise<number> {
  return forge(['test', '--match-contract', 'Invariants', ...args], { FOUNDRY_PROFILE: 'ci' })
}

const [command, ...given] = process.argv.slice(2)
const rest = given.filter((argument) => argument !== '--')
if (command === 'build') process.exitCode = await build(rest.includes('--check'))
else if (command === 'test') process.exitCode = await test(rest)
else if (command === 'deep') process.exitCode = await deep(rest)
else if (command === 'gas') process.exitCode = await gas(true)
else {
  console.error('usage: node scripts/contracts.ts build [--check] | test [-- forge arguments] | deep | gas')
  process.exitCode = 2
}
