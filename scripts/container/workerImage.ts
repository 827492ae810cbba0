import { execFileSync } from 'node:child_process'
import { cp, mkdir, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { repositoryRoot } from '../runStep.ts'

const OWN_NODE_IMAGE = 'localhost/fuzzburst-node:24'
/** The image that {@link buildWorkerImage} leaves. */
export const WORKER_IMAGE = 'localhost/fuzzburst-worker'

/**
 * Builds `worker/Dockerfile`, without a Docker engine.
 * @param nodeImage an image with Node 24 and npm; one is made of Debian's packages when not given
 */
export async function buildWorkerImage(scratch: string, nodeImage: string | undefined): Promise<void> {
  if (nodeImage === undefined && !hasImage(OWN_NODE_IMAGE)) await buildNodeImage(path.join(scratch, 'base'))
  buildah([
    ...['bud', '--format', 'docker', '--isolation', 'chroot', '--pull-never'],
    ...['--ignorefile', 'worker/Dockerfile.dockerignore', '--build-arg', `NODE_IMAGE=${nodeImage ?? OWN_NODE_IMAGE}`],
    ...['-f', 'worker/Dockerfile', '-t', WORKER_IMAGE, '.'],
  ])
}

/** A Debian with Node and npm, where no registry of images can be reached. */
async function buildNodeImage(base: string): Promise<void> {
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
  buildah(['copy', '--quiet', container, base, '/'])
  buildah([
    ...['config', '--env', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ...['--env', `NODE_EXTRA_CA_CERTS=${certificates}`, container],
  ])
  buildah(['commit', '--quiet', '--rm', container, OWN_NODE_IMAGE])
}

/** The global npm, not the one that npm puts in front of its scripts. */
function withoutOwnBin(): NodeJS.ProcessEnv {
  const directories = (process.env.PATH ?? '').split(':').filter((dir) => !dir.includes('node_modules'))
  return { ...process.env, PATH: directories.join(':') }
}

function hasImage(name: string): boolean {
  const format = '{{.Name}}:{{.Tag}}'
  return execFileSync('buildah', ['images', '--format', format], { encoding: 'utf8' }).split('\n').includes(name)
}

function buildah(args: readonly string[]): void {
  run('buildah', args)
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd: repositoryRoot, stdio: ['ignore', 'inherit', 'inherit'] })
}
