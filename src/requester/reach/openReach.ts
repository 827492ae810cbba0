import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import type { BuiltProject, Discovery, ProjectNote, RunnerOnlyTarget, Workbench } from '../../engines/engine.ts'
import { linkTree } from '../../engines/forge/linkTree.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { createSandboxRoot, removeSandboxRoot } from '../../sandbox/sandboxRoot.ts'
import type { BurstDeps } from '../burstDeps.ts'
import { addProjectTree } from './projectTree.ts'
import { openRpcProxy, type RpcProxy } from './rpcProxy.ts'
import { type RpcUpstream, rpcUpstream } from './rpcUpstream.ts'

/** A bench that offers more than workers have, and the project as it is there. */
export interface ReachBench {
  readonly workbench: Workbench
  readonly project: BuiltProject
}

/** Where targets run that need what workers never have. */
export interface Reach {
  /** The bench for such a target; null when this machine or the project offers nothing. */
  for(why: RunnerOnlyTarget['why']): ReachBench | null
  /** As above, for a target by its id; null also for targets that workers may run. */
  of(target: string): ReachBench | null
  /** What was offered and what was not, and the blocks that forks were pinned to. */
  notes(): ProjectNote[]
  close(): Promise<void>
}

/**
 * forge 1.7.1 opens no connection, not even a plain one, before it has found a certificate of some authority; a sandbox has
 * none of the system's.
 */
const CERTIFICATE = 'fuzzburst-authority.pem'
const certificateFile = { bytes: new TextEncoder().encode(rootCertificates[0]), executable: false }

/** Where programs of the system are. Those of a home folder are not there in a sandbox. */
const PROGRAM_PATH = '/usr/local/bin:/usr/bin:/bin'

/**
 * Lays out benches for targets that fork or call programs, on this machine only (docs/adr/0004): still in the sandbox, with
 * no secret in it. Forks reach their chains through a proxy on one port, and nothing else; programs have no network at all
 * unless their tests fork too.
 */
export async function openReach(
  project: BuiltProject,
  discovery: Pick<Discovery, 'runnerOnly'>,
  plain: Workbench,
  deps: Pick<BurstDeps, 'fetch' | 'poolClock' | 'randomBytes32' | 'signal' | 'say'>,
): Promise<Reach> {
  const wanted = new Set(discovery.runnerOnly.map(({ why }) => why))
  const notes: ProjectNote[] = []
  const note = (text: string): void => void notes.push({ kind: 'reach', text })
  const roots: string[] = []
  const benches = new Map<RunnerOnlyTarget['why'], ReachBench>()
  let proxy: RpcProxy | null = null
  const upstreams = new Map<string, RpcUpstream>()
  const close = async (): Promise<void> => {
    await proxy?.close()
    for (const root of roots) await removeSandboxRoot(root)
  }
  const layOut = async (why: RunnerOnlyTarget['why'], programs: boolean): Promise<void> => {
    const root = await createSandboxRoot()
    roots.push(root)
    const projectDir = join(root, 'project')
    const urls = why === 'fork' ? (proxy?.urls ?? new Map()) : new Map<string, string>()
    const replaced = new Map([...project.reach.files({ programs, urls }), [CERTIFICATE, certificateFile]])
    await linkTree(plain.projectDir, projectDir, new Set(replaced.keys()))
    for (const [path, { bytes }] of replaced) await writeFile(join(projectDir, path), bytes, { mode: 0o644 })
    if (programs && (await addProjectTree(project.root, projectDir)).cut)
      note('The project is too large to be copied whole for the programs that its tests start.')
    const env = {
      ...project.reach.env(urls),
      ...(programs ? { FOUNDRY_FFI: 'true', PATH: PROGRAM_PATH } : {}),
      ...(urls.size > 0 ? { FOUNDRY_OFFLINE: 'false' } : {}),
    }
    const connectPort = why === 'fork' ? proxy?.port : undefined
    benches.set(why, {
      workbench: { projectDir, sandbox: reaching(plain.sandbox, env, connectPort) },
      project: { ...project, replaced: new Map([...project.replaced, ...replaced]) },
    })
  }
  try {
    if (wanted.has('fork')) {
      const { endpoints, unusable } = project.reach
      for (const why of unusable) note(`An endpoint cannot be used: ${why}.`)
      if (endpoints.length === 0)
        note('Targets that fork have no endpoint here: name one in rpc_endpoints of foundry.toml and set its variable.')
      else if (!plain.sandbox.holdsPorts)
        note('Targets that fork are not run here: this kernel cannot hold them to one port (Landlock 4, Linux 6.7).')
      else {
        for (const endpoint of endpoints) upstreams.set(endpoint.name, rpcUpstream(endpoint, deps))
        proxy = await openRpcProxy(upstreams, Buffer.from(deps.randomBytes32()).toString('hex'))
        await layOut('fork', project.reach.programs)
      }
    }
    if (wanted.has('ffi')) {
      if (project.reach.programs) await layOut('ffi', true)
      else note('Targets call ffi, which foundry.toml does not turn on.')
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    for: (why) => benches.get(why) ?? null,
    of: (id) => {
      const why = discovery.runnerOnly.find(({ target }) => target.id === id)?.why
      return (why && benches.get(why)) ?? null
    },
    notes: () => [...notes, ...upstreamNotes(upstreams)],
    close,
  }
}

function upstreamNotes(upstreams: ReadonlyMap<string, RpcUpstream>): ProjectNote[] {
  return [...upstreams].flatMap(([name, { failure, pinnedBlock }]): ProjectNote[] => {
    if (failure !== null) return [{ kind: 'reach', text: `The endpoint ${name} gave nothing: ${failure}.` }]
    if (pinnedBlock === null) return []
    const text = `Forks of ${name} without a block of their own ran at block ${pinnedBlock}: pin it to see the same later.`
    return [{ kind: 'reach', text }]
  })
}

/** The same sandbox with more environment, and perhaps one port. */
function reaching(sandbox: Sandbox, env: Readonly<Record<string, string>>, connectPort: number | undefined): Sandbox {
  return {
    ...sandbox,
    run: (command) => {
      const certificate = sandbox.inside(join(command.cwd, CERTIFICATE), command)
      return sandbox.run({
        ...command,
        env: { ...command.env, ...env, ...(connectPort === undefined ? {} : { SSL_CERT_FILE: certificate }) },
        ...(connectPort === undefined ? {} : { connectPort }),
      })
    },
  }
}
