/**
 * `npm run build:native [-- --check]`: builds the determinism shim, the launcher and the tests' hostile program for every
 * platform with one pinned cross-compiler, and writes dist/native. With `--check` it builds into a temporary directory and
 * fails when one byte differs from what is committed.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

/** zig's wheels on PyPI hold clang, musl and every glibc's interface: the same bytes on every machine. */
const COMPILER = 'ziglang==0.14.1'
/** Oldest C library that the preloaded shim meets: that of Debian 10 and RHEL 8. */
const OLDEST_GLIBC = '2.28'
/** Raised with every change of what the shim answers. */
const SHIM_VERSION = '1'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const targets = [
  { platform: 'linux-x64', machine: 'x86_64' },
  { platform: 'linux-arm64', machine: 'aarch64' },
] as const
const strict = ['-Wall', '-Wextra', '-Werror', '-std=c17', '-Os', '-s', '-fno-ident', '-Wl,--build-id=none']
const reproducible = [`-ffile-prefix-map=${root}=.`, '-Wdate-time', '-g0']

async function findCompiler(): Promise<string> {
  const directory = join(root, 'node_modules', '.cache', COMPILER.replace('==', '-'))
  if (!existsSync(join(directory, 'ziglang', '__main__.py'))) {
    await mkdir(directory, { recursive: true })
    const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--target', directory]
    await run('python3', ['-m', 'pip', 'install', ...options, COMPILER])
  }
  return directory
}

async function build(output: string): Promise<void> {
  const compiler = await findCompiler()
  const compile = (...args: string[]) =>
    run('python3', ['-m', 'ziglang', 'cc', ...args, ...strict, ...reproducible], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PYTHONPATH: compiler, SOURCE_DATE_EPOCH: '0' },
    })
  const launcher = (await readdir(join(root, 'native/launcher')))
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => `native/launcher/${name}`)
  const digests: Record<string, Record<string, string>> = { launcher: {}, shim: {} }
  for (const { platform, machine } of targets) {
    const native = join(output, 'dist/native', platform)
    const fixture = join(output, 'test/fixtures/native', platform)
    await mkdir(native, { recursive: true })
    await mkdir(fixture, { recursive: true })
    const glibc = `${machine}-linux-gnu.${OLDEST_GLIBC}`
    await compile('-target', `${machine}-linux-musl`, '-static', '-o', join(native, 'launcher'), ...launcher)
    const shared = ['-shared', '-fPIC', '-fvisibility=hidden']
    await compile('-target', glibc, ...shared, '-o', join(native, 'shim.so'), 'native/shim/shim.c', '-ldl')
    await compile('-target', glibc, '-o', join(fixture, 'hostile'), 'native/test/hostile.c', '-lpthread')
    for (const [name, file] of Object.entries({ launcher: 'launcher', shim: 'shim.so' }))
      digests[name]![platform] = `0x${createHash('sha256')
        .update(await readFile(join(native, file)))
        .digest('hex')}`
  }
  const programs = {
    launcher: { name: 'launcher', version: SHIM_VERSION, binaries: digests.launcher },
    shim: { name: 'shim', version: SHIM_VERSION, binaries: digests.shim },
  }
  await writeFile(join(output, 'dist/native/programs.json'), `${JSON.stringify(programs, null, 2)}\n`)
}

/** Relative paths of all files that a build writes. */
async function listBuilt(from: string): Promise<string[]> {
  const found: string[] = []
  for (const directory of ['dist/native', 'test/fixtures/native']) {
    for (const entry of await readdir(join(from, directory), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) found.push(relative(from, join(entry.parentPath, entry.name)))
  }
  return found.sort()
}

async function same(left: string, right: string): Promise<boolean> {
  return existsSync(left) && existsSync(right) && (await readFile(left)).equals(await readFile(right))
}

const temporary = await mkdtemp(join(tmpdir(), 'native-'))
try {
  await build(temporary)
  const built = await listBuilt(temporary)
  if (process.argv.includes('--check')) {
    const names = new Set([...built, ...(await listBuilt(root))])
    const drifted: string[] = []
    for (const name of names) if (!(await same(join(temporary, name), join(root, name)))) drifted.push(name)
    if (drifted.length > 0) {
      console.error(`These differ from a fresh build; run \`npm run build:native\` and commit:\n${drifted.join('\n')}`)
      process.exitCode = 1
    } else console.log(`${names.size} native files match their sources.`)
  } else {
    for (const name of built) {
      await mkdir(join(root, name, '..'), { recursive: true })
      // An open program cannot be written over: remove it first.
      await rm(join(root, name), { force: true })
      await copyFile(join(temporary, name), join(root, name))
    }
    console.log(`Built ${built.length} files with ${COMPILER}.`)
  }
} finally {
  await rm(temporary, { recursive: true, force: true })
}
