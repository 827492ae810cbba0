import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { privateKeyToAccount } from 'viem/accounts'
import { forgeProgram } from '../src/engines/forge/program.ts'
import type { Bytes32 } from '../src/protocol/primitives.ts'
import { sliceResultDigest } from '../src/protocol/sliceResult.ts'
import { startRelay } from '../src/relay/startRelay.ts'
import { shim } from '../src/sandbox/shim.ts'
import { openPrivateJob, requesterKey } from '../worker/src/privateJob.fixture.ts'
import { zSelfTest } from '../worker/src/selfTest.ts'
import { selfTestDir } from '../worker/src/selfTestDir.ts'
import { repositoryRoot } from './runStep.ts'

/**
 * Builds the worker's image and runs a burst through it under a seccomp profile that denies what Docker's default one
 * denies. Needs root, buildah, podman, runc and (without an image of Node) debootstrap; no Docker engine.
 *   node scripts/containerLane.ts [--node-image NAME]
 */
const NODE_IMAGE = 'localhost/fuzzburst-node:24'
const WORKER_IMAGE = 'localhost/fuzzburst-worker'
const workerKey: Bytes32 = `0x${'66'.repeat(32)}`
const relayKey: Bytes32 = `0x${'77'.repeat(32)}`
const SHARDS = 2
const SLICES = 2

const asked = process.argv.indexOf('--node-image')
const nodeImage = asked > 0 ? process.argv[asked + 1]! : NODE_IMAGE
for (const tool of ['buildah', 'podman', 'runc']) requireTool(tool)
const work = await mkdtemp(path.join(tmpdir(), 'fuzzburst-container-'))
try {
  if (nodeImage === NODE_IMAGE && !hasImage(NODE_IMAGE)) await buildNodeImage()
  step('building the worker image')
  run('buildah', [
    ...[
      'bud',
      '--format',
      'docker',
      '--isolation',
      'chroot',
      '--pull-never',
      '--ignorefile',
      'worker/Dockerfile.dockerignore',
    ],
    ...['--build-arg', `NODE_IMAGE=${nodeImage}`, '-f', 'worker/Dockerfile', '-t', WORKER_IMAGE, '.'],
  ])
  checkProfile()
  tryHostileTable()
  await burst()
} finally {
  await rm(work, { recursive: true, force: true })
}

/** A Debian with Node and npm, where no registry of images can be reached. */
async function buildNodeImage(): Promise<void> {
  requireTool('debootstrap')
  step('making a base image: Debian and Node')
  const base = path.join(work, 'base')
  run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', base])
  const node = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`)
  await cp(path.join(path.dirname(node), 'bin', 'node'), path.join(base, 'usr/local/bin/node'))
  const modules = path.join(base, 'usr/local/lib/node_modules')
  await mkdir(modules, { recursive: true })
  const npmRoot = execFileSync('npm', ['root', '--global'], { encoding: 'utf8', env: withoutOwnBin() }).trim()
  await cp(path.join(npmRoot, 'npm'), path.join(modules, 'npm'), { recursive: true, verbatimSymlinks: true })
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', path.join(base, 'usr/local/bin/npm'))
  // Also certificates that only this machine trusts: npm has to reach the registry through its proxy.
  const certificates = '/etc/ssl/certs/ca-certificates.crt'
  await cp(certificates, path.join(base, certificates))
  const container = execFileSync('buildah', ['from', 'scratch'], { encoding: 'utf8' }).trim()
  run('buildah', ['copy', '--quiet', container, base, '/'])
  run('buildah', [
    ...['config', '--env', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ...['--env', `NODE_EXTRA_CA_CERTS=${certificates}`, container],
  ])
  run('buildah', ['commit', '--quiet', '--rm', container, NODE_IMAGE])
}

/** The profile must deny what Docker's denies, or the lane shows nothing. */
function checkProfile(): void {
  step('checking that the container has no namespaces')
  const outcome = spawnPodman(['--entrypoint', 'unshare', WORKER_IMAGE, '--user', 'true'])
  if (outcome.code === 0 || !/not permitted/.test(outcome.text)) fail(`unshare was not refused: ${outcome.text}`)
}

/** The sandbox's own table of hostile tries, run by the image's user inside the container. */
function tryHostileTable(): void {
  step('trying what a hostile test might, inside the container')
  const scratch = ['.vite', '.vite-temp'].flatMap((name) => {
    const folder = path.join(repositoryRoot, 'node_modules', name)
    // In a read-only mount the place to mount over must be there already; on a fresh clone it is not.
    mkdirSync(folder, { recursive: true })
    return ['--tmpfs', `${folder}:mode=1777`]
  })
  const mounts = ['--volume', `${repositoryRoot}:${repositoryRoot}:ro`, '--workdir', repositoryRoot, ...scratch]
  // The host's network, so that a connection that is refused was refused by the sandbox.
  const image = ['--network', 'host', '--env', 'HOME=/tmp', '--entrypoint', 'node', WORKER_IMAGE]
  const test = ['run', '--configLoader', 'runner', 'src/sandbox/hostile.engine.test.ts']
  execFileSync('podman', podmanArguments([...mounts, ...image, 'node_modules/vitest/vitest.mjs', ...test]), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: podmanEnvironment(),
  })
}

async function burst(): Promise<void> {
  const selfTest = zSelfTest.parse(JSON.parse(await readFile(path.join(selfTestDir, 'selftest.json'), 'utf8')))
  const blobs = new Map<Bytes32, Uint8Array>()
  for (const { digest } of selfTest.layers)
    blobs.set(digest, await readFile(path.join(selfTestDir, `${digest.slice(2)}.tgz`)))
  const relay = await startRelay(
    {
      dataDir: path.join(work, 'relay'),
      port: 0,
      key: relayKey,
      private: {
        requesters: [privateKeyToAccount(requesterKey).address],
        workers: [privateKeyToAccount(workerKey).address],
      },
    },
    { clock: { nowMs: Date.now }, pid: process.pid, version: '0', logger: pino({ level: 'warn' }) },
  )
  step(`relay at ${relay.url}; starting the worker's container`)
  const name = `fuzzburst-lane-${process.pid}`
  const settings = {
    RELAYS: relay.url,
    KEY: workerKey,
    SLOTS: '2',
    TRUST_REQUESTERS: privateKeyToAccount(requesterKey).address,
  }
  const env = Object.entries(settings).flatMap(([key, value]) => ['--env', `FUZZBURST_WORKER_${key}=${value}`])
  const container = spawn(
    'podman',
    podmanArguments(['--name', name, '--network', 'host', '--init=false', ...env, WORKER_IMAGE]),
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: podmanEnvironment(),
    },
  )
  const ended = once(container, 'exit')
  try {
    const job = await openPrivateJob(
      relay.url,
      {
        engine: forgeProgram,
        shim,
        layers: selfTest.layers,
        limits: selfTest.limits,
        invocation: selfTest.slices[1]!.invocation,
      },
      blobs,
      { shards: SHARDS, slices: SLICES },
    )
    job.onEvent = (type) => step(`event: ${type}`)
    const shards = await Promise.race([job.delivered(), ended.then(([code]) => code as number | null)])
    if (!Array.isArray(shards)) return fail(`the container ended with ${shards}`)
    for (const { shard, sound, results } of shards) {
      const outcomes = results.slices.map(
        ({ result }) => `${result.outcome.kind} ${sliceResultDigest(result).slice(0, 10)}`,
      )
      step(`shard ${shard}: ${outcomes.join(', ')}; leaves ${sound ? 'match the root' : 'DO NOT match the root'}`)
      if (!sound || results.slices.some(({ result }) => result.outcome.kind !== 'completed'))
        fail('a shard is not sound')
    }
    job.close()
    run('podman', ['stop', '--time', '30', name])
    const [code] = await ended
    if (code !== 0) fail(`the worker ended with ${code} after SIGTERM`)
    step('the burst ran through the container, which drained and ended')
  } finally {
    if (container.exitCode === null) run('podman', ['rm', '--force', name])
    await relay.close()
  }
}

function podmanArguments(rest: readonly string[]): string[] {
  const profile = path.join(repositoryRoot, 'worker/deploy/seccomp-docker-like.json')
  return [
    ...['--runtime', 'runc', 'run', '--rm', '--no-healthcheck', '--ulimit', 'host', '--cap-drop', 'all'],
    ...['--security-opt', `seccomp=${profile}`, '--security-opt', 'no-new-privileges', ...rest],
  ]
}

/** podman's own ulimits cannot be set inside another container or small machine. */
function podmanEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, CONTAINERS_CONF: path.join(repositoryRoot, 'worker/deploy/containers.conf') }
}

function spawnPodman(rest: readonly string[]): { code: number; text: string } {
  try {
    const text = execFileSync('podman', podmanArguments(['--network', 'none', ...rest]), {
      encoding: 'utf8',
      env: podmanEnvironment(),
      stdio: 'pipe',
    })
    return { code: 0, text }
  } catch (error) {
    const { status, stderr } = error as { status: number | null; stderr: string }
    return { code: status ?? 1, text: stderr }
  }
}

function withoutOwnBin(): NodeJS.ProcessEnv {
  const directories = (process.env.PATH ?? '').split(':').filter((dir) => !dir.includes('node_modules'))
  return { ...process.env, PATH: directories.join(':') }
}

function hasImage(name: string): boolean {
  return execFileSync('buildah', ['images', '--format', '{{.Name}}:{{.Tag}}'], { encoding: 'utf8' })
    .split('\n')
    .includes(name)
}

function requireTool(tool: string): void {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' })
  } catch {
    fail(`${tool} is missing: apt-get install buildah podman runc debootstrap`)
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd: repositoryRoot, stdio: ['ignore', 'inherit', 'inherit'] })
}

function step(text: string): void {
  console.log(`container lane: ${text}`)
}

function fail(text: string): never {
  console.error(`container lane: ${text}`)
  process.exit(1)
}
