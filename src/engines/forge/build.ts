import { access, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { parse as parseToml, TomlError } from 'smol-toml'
import type { BuildRequest, BuiltProject, ProjectNote } from '../engine.ts'
import { type CompilerCache, readCompilerCache, solcVersions } from './compilerCache.ts'
import { BadFoundryConfig, CompileFailed, ForgeFailed, NoCompiler, NoFoundryProject, OutsideProject } from './errors.ts'
import { type FoundryConfig, readFoundryConfig } from './foundryConfig.ts'
import { FORGE_VERSION, type ForgeProgram } from './program.ts'
import { buildConfigPath, COMPILER_CACHE, cacheFolder, outFolder } from './projectPaths.ts'
import { readReach } from './reach.ts'
import { readableArtifacts } from './readableArtifacts.ts'
import { repositoryTop } from './repositoryTop.ts'
import { hostEnvironment, runForge } from './runForge.ts'
import { plainFiles, shippedFiles } from './shippedFiles.ts'
import { configNotes, shippedPermissions, sliceConfig } from './sliceConfig.ts'
import { linkWorkspace, type Workspace } from './workspace.ts'

/** A project built by forge, with what `discover` must know of its configuration. */
export interface ForgeProject extends BuiltProject {
  /** An `eth_rpc_url` is configured: every test runs on a fork. */
  readonly forksEverywhere: boolean
  /** Where forge found its compilers: whoever runs it on this build again must let it find them there. */
  readonly compilerEnv: Readonly<Record<string, string | undefined>>
}

/** Variables by which forge finds installed compilers and programs. */
const COMPILER_VARIABLES = ['PATH', 'HOME', 'XDG_DATA_HOME', 'SVM_HOME']

/** forge 1.7.1's own words when it cannot get a compiler: no network, or offline. */
const COMPILER_MISSING =
  /can't install missing solc|binaries\.soliditylang\.org|error sending request|`solc` .* does not exist|No solc version|no installed solc|failed to install|dns error/i

/**
 * Builds a project with the pinned forge and the project's own settings, below `.fuzzburst/build/<profile>`: the user's
 * own `out` and `cache` are not touched.
 * @throws NoFoundryProject, BadFoundryConfig, NoCompiler, CompileFailed, OutsideProject, ForgeFailed
 */
export async function buildProject(request: BuildRequest, forge: ForgeProgram): Promise<ForgeProject> {
  const root = await projectRoot(request.root)
  const profile = request.profile ?? request.env.FOUNDRY_PROFILE ?? 'default'
  const workspace = await linkWorkspace(root, profile, await resolveConfig(root, profile, request, forge))
  const { config } = workspace
  const profiles = await profileNames(root)
  const configPath = buildConfigPath(root, profile)
  await mkdir(dirname(configPath), { recursive: true })
  await writeFile(configPath, sliceConfig({ config, profile, profiles, solcVersions: null }))
  await compile(root, profile, workspace, request, forge)

  const cacheText = await readFile(join(root, cacheFolder(profile), COMPILER_CACHE), 'utf8')
  const cache = readCompilerCache(cacheText)
  const versions = solcVersions(cache)
  const permitted = await permittedFiles(root, config)
  const withheld = permitted.filter(isHidden).map((path) => ({ path, why: 'hidden file, though tests may read it' }))
  const userForgeVersion = await userForge(root, request.env)
  const sources = splitSources(root, workspace, cache)
  const top = await repositoryTop(root)
  return {
    engine: 'forge',
    root,
    profile,
    // Settings of the user's environment are resolved into the configuration that ships.
    env: {},
    files: layerFiles(
      sources,
      permitted.filter((path) => !isHidden(path)),
      artifactFiles(profile, cache),
    ),
    replaced: new Map([
      ...(await shippedFiles(root, { config, profile, profiles, solcVersions: versions }, cache.builds, {
        text: cacheText,
        libraries: workspace.libraries,
      })),
      ...plainFiles(await readableArtifacts(root, profile, config, cache, sources.project)),
    ]),
    linkRoots: workspace.roots,
    ...(top !== null && { linkedSources: { top, paths: new Set([...sources.dependencies, ...sources.project]) } }),
    reach: await readReach(root, { config, profile, profiles, solcVersions: versions }, sources.project, request.env),
    withheld,
    notes: [...configNotes(config), ...versionNotes(userForgeVersion)],
    userForgeVersion,
    forksEverywhere: config.eth_rpc_url !== null,
    compilerEnv: Object.fromEntries(COMPILER_VARIABLES.map((name) => [name, request.env[name]])),
  }
}

/** The nearest folder at or above a path that holds a foundry.toml. */
async function projectRoot(from: string): Promise<string> {
  const start = await realpath(from).catch(() => null)
  if (start === null) throw new NoFoundryProject(from)
  for (let folder = start; ; folder = dirname(folder)) {
    const found = await access(join(folder, 'foundry.toml')).then(
      () => true,
      () => false,
    )
    if (found) return folder
    if (dirname(folder) === folder) throw new NoFoundryProject(from)
  }
}

async function resolveConfig(
  root: string,
  profile: string,
  request: BuildRequest,
  forge: ForgeProgram,
): Promise<FoundryConfig> {
  const env = { ...request.env, NO_COLOR: '1', FOUNDRY_PROFILE: profile }
  const run = await runForge(forge.path, ['config', '--json', '--root', root], { cwd: root, env, ...signalOf(request) })
  if (run.code !== 0) throw new BadFoundryConfig(run.stderr || run.stdout)
  const config = readFoundryConfig(run.stdout)
  return request.solc === undefined ? config : { ...config, solc: request.solc }
}

async function profileNames(root: string): Promise<string[]> {
  try {
    const { profile } = parseToml(await readFile(join(root, 'foundry.toml'), 'utf8'))
    return typeof profile === 'object' && profile !== null ? Object.keys(profile) : []
  } catch (error) {
    // forge has read the same file, so this is only where its dialect of TOML is wider than ours.
    if (error instanceof TomlError) throw new BadFoundryConfig(error.message)
    throw error
  }
}

async function compile(
  root: string,
  profile: string,
  { config, link }: Workspace,
  request: BuildRequest,
  forge: ForgeProgram,
): Promise<void> {
  const env = hostEnvironment(request.env, {
    FOUNDRY_CONFIG: buildConfigPath(root, profile),
    FOUNDRY_PROFILE: profile,
  })
  const run = await runForge(forge.path, ['build', '--root', root, '--color', 'never'], {
    cwd: root,
    env,
    ...(request.onProgress ? { onLine: request.onProgress } : {}),
    ...signalOf(request),
  })
  if (run.code === 0) return
  const output = `${run.stderr}\n${run.stdout}`
  // The same folder by a relative import, which forge takes for the link and then does not find.
  const lost = link === null ? [] : [...output.matchAll(/Source "([^"]+)" not found/g)].map(([, path = '']) => path)
  const outside = lost.filter((path) => path.startsWith(`${link}/`)).map((path) => path.slice(`${link}/`.length))
  if (outside.length > 0) throw new OutsideProject(root, [...new Set(outside)])
  const compilerSpoke = /Compiler run failed|Error \(\d+\)|ParserError|Source ".*" not found/.test(output)
  if (!compilerSpoke && COMPILER_MISSING.test(output)) throw new NoCompiler(config.solc ?? 'by pragma', output)
  throw new CompileFailed(output)
}

/** Sources that forge compiled, by layer. */
function splitSources(
  root: string,
  { config, link }: Workspace,
  cache: CompilerCache,
): { dependencies: string[]; project: string[] } {
  const libraries = [...config.libs, 'node_modules', 'dependencies', ...(link === null ? [] : [link])].map(
    (lib) => `${lib.replace(/\/+$/, '')}/`,
  )
  const [dependencies, project]: [string[], string[]] = [[], []]
  const outside: string[] = []
  for (const path of [...cache.files.keys()].sort()) {
    const inRoot = relative(root, join(root, path))
    if (path.startsWith('/') || inRoot.startsWith('..')) outside.push(path)
    else if (libraries.some((library) => path.startsWith(library))) dependencies.push(path)
    else project.push(path)
  }
  if (outside.length > 0) throw new OutsideProject(root, outside)
  return { dependencies, project }
}

/** What the cache names: files of sources that are gone stay in the folder of an older build, and must not ship. */
function artifactFiles(profile: string, cache: CompilerCache): string[] {
  const out = outFolder(profile)
  const artifacts = [...cache.files.values()].flat().map(({ path }) => `${out}/${path}`)
  if (artifacts.length === 0)
    throw new ForgeFailed('write artifacts', `the compiler cache in ${cacheFolder(profile)} is empty`)
  return [...new Set(artifacts)].sort()
}

/** Files that tests may read inside the project, and remappings.txt, which forge reads besides the configuration. */
async function permittedFiles(root: string, config: FoundryConfig): Promise<string[]> {
  const found = await filesBelow(root, 'remappings.txt')
  for (const { path } of shippedPermissions(config)) {
    // The artifacts ship anyway; a permission for the whole project must not ship what the user built or installed.
    const files = path === config.out ? [] : await filesBelow(root, path === '.' ? '' : path)
    found.push(...files.filter((file) => !/^(\.git|\.fuzzburst|node_modules|cache|out|lib|broadcast)\//.test(file)))
  }
  return [...new Set(found)]
}

/** `.env`, `.npmrc`, `.ssh/`: what a permission for a whole folder must not ship. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'))
}

/** Regular files at or below a path, relative to root, with forward slashes. Links are not followed. */
async function filesBelow(root: string, path: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'ENOTDIR') return [path]
    if (code === 'ENOENT') return []
    throw error
  }
}

function layerFiles(
  sources: { readonly dependencies: readonly string[]; readonly project: readonly string[] },
  permitted: readonly string[],
  artifacts: readonly string[],
): BuiltProject['files'] {
  const project = [...new Set([...sources.project, ...permitted])].sort()
  const taken = new Set(sources.dependencies)
  return { dependencies: sources.dependencies, project: project.filter((path) => !taken.has(path)), artifacts }
}

async function userForge(root: string, env: BuildRequest['env']): Promise<string | null> {
  try {
    const { stdout } = await runForge('forge', ['--version'], { cwd: root, env })
    return /Version:\s*(\d+\.\d+\.\d+[^\s]*)/.exec(stdout)?.[1] ?? /(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw error
  }
}

function versionNotes(userVersion: string | null): ProjectNote[] {
  if (userVersion === null || userVersion.startsWith(FORGE_VERSION)) return []
  const text = `Your forge is ${userVersion}; this burst was built and run by forge ${FORGE_VERSION}, so that every machine computes the same.`
  return [{ kind: 'forge-version', text }]
}

function signalOf(request: BuildRequest): { signal?: AbortSignal } {
  return request.signal ? { signal: request.signal } : {}
}
