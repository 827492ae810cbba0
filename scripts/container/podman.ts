import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot } from '../runStep.ts'
import { DOCKER_CAPABILITIES } from './dockerDefaults.ts'

/** Runs containers as Docker would by default: its seccomp profile, its capabilities, no more. */
export interface Podman {
  /** Runs one to its end. */
  run(args: readonly string[]): { readonly code: number; readonly output: string }
  /** Runs one to its end, its output on this terminal. @throws when it fails */
  show(args: readonly string[]): void
  /** Starts one, its output on this terminal. */
  start(args: readonly string[]): ChildProcess
  /** SIGTERM, and half a minute to drain. */
  stop(name: string): void
  remove(name: string): void
}

/** @param profile path of a seccomp profile in Docker's format */
export function podmanLikeDocker(profile: string): Podman {
  const full = (args: readonly string[]): string[] => [
    ...['--runtime', 'runc', 'run', '--rm', '--no-healthcheck', '--ulimit', 'host'],
    ...['--cap-drop', 'all', ...DOCKER_CAPABILITIES.flatMap((name) => ['--cap-add', name])],
    ...['--security-opt', `seccomp=${profile}`, ...args],
  ]
  // podman's own ulimits cannot be set inside another container or small machine.
  const env = { ...process.env, CONTAINERS_CONF: path.join(repositoryRoot, 'worker/deploy/containers.conf') }
  const shown = { env, stdio: ['ignore', 'inherit', 'inherit'] as ['ignore', 'inherit', 'inherit'] }
  return {
    run(args) {
      try {
        return { code: 0, output: execFileSync('podman', full(args), { encoding: 'utf8', env, stdio: 'pipe' }) }
      } catch (error) {
        const { status, stderr } = error as { status: number | null; stderr: string }
        return { code: status ?? 1, output: stderr }
      }
    },
    show: (args) => void execFileSync('podman', full(args), shown),
    start: (args) => spawn('podman', full(args), shown),
    stop: (name) => void execFileSync('podman', ['stop', '--time', '30', name], shown),
    remove: (name) => void execFileSync('podman', ['rm', '--force', name], shown),
  }
}
