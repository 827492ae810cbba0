import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'

/** The Go module in which moby (Docker's engine) keeps the seccomp profile that it gives every container. */
const PROFILE_MODULE = 'github.com/moby/profiles/seccomp@v0.3.0'
/** Its content by Go's own measure (`go help mod verify`): a module proxy cannot give us another one. */
const PROFILE_SUM = 'h1:1vJ94fIWXz206DLWq7ddPD6qLP82N7351JI/9iGy3IY='

/** Capabilities of a container that nobody changed. docs.docker.com/engine/containers/run, "Runtime privilege" */
export const DOCKER_CAPABILITIES = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
] as const

const zDownload = z.object({ Dir: z.string(), Sum: z.string() })

/**
 * Path of moby's default seccomp profile, fetched through Go's module proxy: podman reads the same format.
 * @throws RangeError when the module is not what it was when it was pinned; whatever `go` says when it cannot be had
 */
export function fetchDockerProfile(): string {
  const answer = execFileSync('go', ['mod', 'download', '-json', PROFILE_MODULE], {
    encoding: 'utf8',
    // Not of this repository: no go.mod is looked for, and no other Go is fetched.
    env: { ...process.env, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local', GO111MODULE: 'on' },
    cwd: '/',
  })
  const { Dir, Sum } = zDownload.parse(JSON.parse(answer))
  if (Sum !== PROFILE_SUM) throw new RangeError(`${PROFILE_MODULE} has the sum ${Sum}, not ${PROFILE_SUM}`)
  return path.join(Dir, 'default.json')
}
