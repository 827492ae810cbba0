import { chmod, copyFile, link, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { BuildRequest, BuiltProject } from '../engine.ts'
import { artifactPath, readCompilerCache } from './compilerCache.ts'
import type { ForgeProgram } from './program.ts'
import { buildConfigPath, COMPILER_CACHE, cacheFolder, outFolder } from './projectPaths.ts'
import { hostEnvironment, runForge } from './runForge.ts'

/**
 * Lays out what ships of a project in an empty directory, as a worker would unpack it: there a file can be added and
 * compiled without touching the user's tree. What forge writes to is copied; sources are linked where the file system can.
 */
export async function layOutProject(project: BuiltProject, to: string): Promise<void> {
  const { dependencies, project: sources, artifacts } = project.files
  for (const path of [...dependencies, ...sources]) {
    const copy = await placeFor(to, path)
    // What a link leads to, as it ships: a link itself would lead elsewhere from there.
    const source = await realpath(join(project.root, path))
    await link(source, copy).catch(() => copyFile(source, copy))
  }
  for (const path of artifacts) await copyFile(join(project.root, path), await placeFor(to, path))
  for (const [path, { bytes, executable }] of project.replaced) {
    const copy = await placeFor(to, path)
    // A replaced file may have been linked above: writing to it would write to the user's.
    await rm(copy, { force: true })
    await writeFile(copy, bytes)
    await chmod(copy, executable ? 0o755 : 0o644)
  }
}

/** What the compiler said of a file that was added. */
export type Compilation = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** Compiles what is new in a laid out project, with the settings and the compiler of its build. */
export async function compileAdded(
  project: BuiltProject,
  directory: string,
  build: BuildRequest,
  forge: ForgeProgram,
): Promise<Compilation> {
  const env = hostEnvironment(build.env, {
    FOUNDRY_CONFIG: buildConfigPath(project.root, project.profile),
    FOUNDRY_PROFILE: project.profile,
  })
  const run = await runForge(forge.path, ['build', '--root', directory, '--color', 'never'], {
    // A relative path of a compiler is relative to the user's project.
    cwd: project.root,
    env,
    ...(build.onProgress ? { onLine: build.onProgress } : {}),
    ...(build.signal ? { signal: build.signal } : {}),
  })
  if (run.code === 0) return { ok: true }
  const complaint = /^.*\b(Error|error)\b.*$/m.exec(`${run.stdout}\n${run.stderr}`)
  return { ok: false, message: complaint?.[0].trim() ?? 'the compiler failed without a word' }
}

const zAbi = z.looseObject({ abi: z.array(z.looseObject({ type: z.string(), name: z.string().optional() })) })

/** True when a compiled contract has a function of that name. False when its artifact is not there. */
export async function hasFunction(
  directory: string,
  listed: { readonly source: string; readonly contract: string },
  profile: string,
  name: string,
): Promise<boolean> {
  const cache = readCompilerCache(await readFile(join(directory, cacheFolder(profile), COMPILER_CACHE), 'utf8'))
  const path = artifactPath(cache, listed.source, listed.contract)
  if (path === null) return false
  const artifact = zAbi.safeParse(JSON.parse(await readFile(join(directory, outFolder(profile), path), 'utf8')))
  return artifact.success && artifact.data.abi.some((item) => item.type === 'function' && item.name === name)
}

async function placeFor(to: string, path: string): Promise<string> {
  const place = join(to, path)
  await mkdir(dirname(place), { recursive: true })
  return place
}
