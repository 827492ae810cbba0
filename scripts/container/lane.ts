import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../runStep.ts'
import { burstThroughContainer } from './burstThroughContainer.ts'
import { fetchDockerProfile } from './dockerDefaults.ts'
import { type Podman, podmanLikeDocker } from './podman.ts'
import { buildWorkerImage, WORKER_IMAGE } from './workerImage.ts'

/**
 * Builds the worker's image, tries its sandbox against hostile programs, and runs a burst through it, all under the seccomp
 * profile and the capabilities that Docker gives a container by default.
 *   node scripts/container/lane.ts [--node-image NAME]
 */
const PACKAGES = 'buildah podman runc debootstrap golang-go'
const { values } = parseArgs({ options: { 'node-image': { type: 'string' } } })

if (process.getuid?.() !== 0) fail('it has to make containers: run it as root')
for (const tool of ['buildah', 'podman', 'runc', 'go']) requireTool(tool)
if (values['node-image'] === undefined) requireTool('debootstrap')
const scratch = await mkdtemp(path.join(tmpdir(), 'fuzzburst-container-'))
let trouble: string | undefined
try {
  step('fetching the profile that Docker uses by default')
  const podman = podmanLikeDocker(fetchDockerProfile())
  step('building the worker image')
  await buildWorkerImage(scratch, values['node-image'])
  step('checking that the profile holds: no namespaces')
  const { code, output } = podman.run(['--network', 'none', '--entrypoint', 'unshare', WORKER_IMAGE, '--user', 'true'])
  if (code === 0 || !/not permitted/.test(output)) fail(`unshare was not refused: ${output}`)
  step('running the sandbox’s own tests and its table of hostile tries, inside the container')
  trySandbox(podman)
  trouble = await burstThroughContainer(podman, scratch, step)
} finally {
  await rm(scratch, { recursive: true, force: true })
}
if (trouble !== undefined) fail(trouble)
step('the burst ran through the container, which drained and ended')

/** The sandbox's tests, run by the image's user. */
function trySandbox(podman: Podman): void {
  const mounted = ['.vite', '.vite-temp'].flatMap((name) => {
    const folder = path.join(repositoryRoot, 'node_modules', name)
    // In a read-only mount the place to mount over must be there already; on a fresh clone it is not.
    mkdirSync(folder, { recursive: true })
    return ['--tmpfs', `${folder}:mode=1777`]
  })
  const mounts = ['--volume', `${repositoryRoot}:${repositoryRoot}:ro`, '--workdir', repositoryRoot, ...mounted]
  // The host's network, so that a connection that is refused was refused by the sandbox.
  const image = ['--network', 'host', '--env', 'HOME=/tmp', '--entrypoint', 'node', WORKER_IMAGE]
  const suites = ['hostile', 'sandbox'].map((name) => `src/sandbox/${name}.engine.test.ts`)
  podman.show([...mounts, ...image, 'node_modules/vitest/vitest.mjs', 'run', '--configLoader', 'runner', ...suites])
}

function requireTool(tool: string): void {
  try {
    execFileSync(tool, tool === 'go' ? ['version'] : ['--version'], { stdio: 'ignore' })
  } catch {
    fail(`${tool} is missing: apt-get install ${PACKAGES}`)
  }
}

function step(text: string): void {
  console.log(`container lane: ${text}`)
}

function fail(text: string): never {
  console.error(`container lane: ${text}`)
  process.exit(1)
}
