import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { licenceText } from './licenceText.ts'
import { ownSourceMap } from './ownSourceMap.ts'
import { repositoryRoot } from './runStep.ts'

/** Everything under dist/ together, maps included, `dist/native` not: what each user's job downloads. */
const DIST_BYTES_LIMIT = 6 * 1024 * 1024
/** What only servers need. An import that brings one of them into the Action is a mistake. */
const neverBundled = ['@electric-sql/pglite', 'fastify', 'pg', 'pino', 'prom-client', '@fastify/swagger']

const dist = path.join(repositoryRoot, 'dist')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const common: BuildOptions & { write: false; metafile: true } = {
  absWorkingDir: repositoryRoot,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: 'linked',
  // The sources are in this repository at the same commit: a stack trace needs only their names and lines.
  sourcesContent: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
}
const requireBanner = {
  js: "import { createRequire as fuzzburstCreateRequire } from 'node:module'; const require = fuzzburstCreateRequire(import.meta.url);",
}

/** Leaves an import to another file of dist/. */
function leaveTo(source: string, file: string): Plugin {
  const filter = new RegExp(`^${source.replaceAll('.', '\\.')}$`)
  return {
    name: `leave ${source}`,
    setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: file, external: true })),
  }
}

// Everything once, in one file; the two steps are a line each that calls into it.
const shared = await build({
  ...common,
  entryPoints: [{ in: 'src/action/steps.ts', out: 'action' }],
  // CommonJS packages inside an ESM bundle still call `require` for Node's own modules.
  banner: requireBanner,
  plugins: [leaveTo('./storage.ts', './storage.mjs')],
})
const steps = await build({
  ...common,
  entryPoints: ['main', 'post'].map((step) => ({ in: `src/action/${step}.ts`, out: step })),
  plugins: [leaveTo('./steps.ts', './action.mjs')],
})

// GitHub's clients for caches and artifacts, megabytes of other people's code that most starts do not need: loaded on demand,
// and minified, because nobody debugs it here.
const storage = await build({
  ...common,
  entryPoints: [{ in: 'src/action/storage.ts', out: 'storage' }],
  sourcemap: false,
  minify: true,
  banner: requireBanner,
  // Unpacks downloads, which the Action does itself and only in memory. A package below it names no licence.
  plugins: [
    {
      name: 'without unzip-stream',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^unzip-stream$/ }, () => ({ path: 'unzip-stream', namespace: 'left-out' }))
        onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default {}' }))
      },
    },
  ],
})

const bundled = bundledPackages(shared.metafile, storage.metafile)
const forbidden = neverBundled.filter((name) => bundled.some((folder) => folder.endsWith(`node_modules/${name}`)))
if (forbidden.length > 0) fail(`The Action's bundle holds ${forbidden.join(', ')}, which only servers need.`)

const files = new Map(
  [...shared.outputFiles, ...steps.outputFiles, ...storage.outputFiles].map((file) => [
    path.relative(dist, file.path),
    file.path.endsWith('.map') ? Buffer.from(ownSourceMap(file.text)) : Buffer.from(file.contents),
  ]),
)
files.set('licenses.txt', Buffer.from(licenceText(bundled)))
const bytes = [...files.values()].reduce((total, content) => total + content.length, 0)
if (bytes > DIST_BYTES_LIMIT)
  fail(`dist/ would be ${megabytes(bytes)} MB; its budget is ${megabytes(DIST_BYTES_LIMIT)} MB (scripts/buildDist.ts).`)

if (values.check) {
  const stale = [...files].filter(([name, content]) => {
    const file = path.join(dist, name)
    return !existsSync(file) || !readFileSync(file).equals(content)
  })
  const leftOver = committedFiles().filter((name) => !files.has(name))
  const names = [...stale.map(([name]) => name), ...leftOver.map((name) => `${name} (left over)`)]
  if (names.length > 0) fail(`dist/ is not what the sources build: ${names.join(', ')}. Run: npm run build`)
  console.log(`dist/ is what the sources build (${megabytes(bytes)} MB).`)
} else {
  mkdirSync(dist, { recursive: true })
  for (const name of committedFiles()) if (!files.has(name)) rmSync(path.join(dist, name))
  for (const [name, content] of files) writeFileSync(path.join(dist, name), content)
  console.log(`Wrote ${files.size} files to dist/ (${megabytes(bytes)} MB).`)
}

/** What lies in dist/ itself; dist/native is built by scripts/buildNative.ts. */
function committedFiles(): string[] {
  if (!existsSync(dist)) return []
  return readdirSync(dist).filter((name) => statSync(path.join(dist, name)).isFile())
}

/** Folders of the packages whose code is in the output, sorted. */
function bundledPackages(...metafiles: Metafile[]): string[] {
  const folders = new Set<string>()
  for (const output of metafiles.flatMap((metafile) => Object.values(metafile.outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /.*(?<=^|\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0]
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder)
    }
  }
  return [...folders].sort()
}

function megabytes(count: number): string {
  return (count / 1024 / 1024).toFixed(2)
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
