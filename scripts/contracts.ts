import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot, runStep } from './runStep.ts'

// `node scripts/contracts.ts build` compiles contracts/ and writes the typed ABIs and bytecode that src/escrow uses;
// `build --check` fails when they are stale; `test [-- forge arguments]` runs the contracts' own tests. No network.

/** What is generated: one module per contract that TypeScript talks to. */
const generated = [
  { contract: 'Escrow', source: 'Escrow.sol', file: 'escrowAbi.ts', name: 'escrow' },
  { contract: 'Hasher', source: 'Hasher.sol', file: 'hasherAbi.ts', name: 'hasher' },
  { contract: 'TestToken', source: 'TestToken.sol', file: 'testTokenAbi.ts', name: 'testToken' },
] as const

const zArtifact = z.object({
  abi: z.array(z.record(z.string(), z.unknown())),
  bytecode: z.object({ object: z.string().regex(/^0x[0-9a-f]+$/) }),
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

function moduleText(entry: (typeof generated)[number]): string {
  const file = path.join(repositoryRoot, 'contracts', releaseFolder, 'out', entry.source, `${entry.contract}.json`)
  const artifact = zArtifact.parse(JSON.parse(readFileSync(file, 'utf8')))
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
  for (const entry of generated) {
    const file = path.join(folder, entry.file)
    const text = moduleText(entry)
    if (!check) writeFileSync(file, text)
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`src/escrow/generated/${entry.file} is stale: run \`node scripts/contracts.ts build\``)
      stale += 1
    }
  }
  return stale === 0 ? 0 : 1
}

const [command, ...rest] = process.argv.slice(2)
if (command === 'build') process.exitCode = await build(rest.includes('--check'))
else if (command === 'test') process.exitCode = await forge(['test', ...rest.filter((argument) => argument !== '--')])
else {
  console.error('usage: node scripts/contracts.ts build [--check] | test [-- forge arguments]')
  process.exitCode = 2
}
