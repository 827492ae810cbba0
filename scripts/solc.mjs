#!/usr/bin/env node
/**
 * A Solidity compiler for machines that have none: the npm package `solc` (WASM) behind the two questions that forge
 * asks a native one, `--version` and standard JSON on standard input. forge takes it as `solc = <this path>` or as
 * FOUNDRY_SOLC. Slower than a native solc and bounded by WASM memory: for tests, examples and the demo.
 */
import { createRequire } from 'node:module'

const solc = createRequire(import.meta.url)('solc')

async function readAll(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const args = process.argv.slice(2)
if (args.includes('--version')) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`)
} else if (args.includes('--standard-json')) {
  // forge writes every source into its input, so imports never have to be looked up on disk.
  process.stdout.write(solc.compile(await readAll(process.stdin)))
} else {
  process.stderr.write('usage: solc.mjs --version | --standard-json < input.json\n')
  process.exitCode = 2
}
