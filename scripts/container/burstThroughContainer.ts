import { once } from 'node:events'
import path from 'node:path'
import { pino } from 'pino'
import { privateKeyToAddress } from 'viem/accounts'
import type { Bytes32 } from '../../src/protocol/primitives.ts'
import { startRelay } from '../../src/relay/startRelay.ts'
import { zReport } from '../../src/report/report.ts'
import { copyProject, solc } from '../../test/harness/copyProject.ts'
import { startCli } from '../../test/harness/runCli.ts'
import type { Podman } from './podman.ts'
import { WORKER_IMAGE } from './workerImage.ts'

const spenderKey: Bytes32 = `0x${'55'.repeat(32)}`
const workerKey: Bytes32 = `0x${'66'.repeat(32)}`
const relayKey: Bytes32 = `0x${'77'.repeat(32)}`

/**
 * Bursts `examples/vault` with the command line through a private relay whose only worker is a container, a quarter of all
 * slices run again on this machine, in the tier that is best here.
 * @returns why that is no proof; undefined when every pool shard was the container's, held up, and its findings were replayed
 */
export async function burstThroughContainer(
  podman: Podman,
  scratch: string,
  say: (line: string) => void,
): Promise<string | undefined> {
  const requester = privateKeyToAddress(spenderKey)
  const relay = await startRelay(
    {
      dataDir: path.join(scratch, 'relay'),
      port: 0,
      key: relayKey,
      private: { requesters: [requester], workers: [privateKeyToAddress(workerKey)] },
    },
    { clock: { nowMs: Date.now }, pid: process.pid, version: '0', logger: pino({ level: 'warn' }) },
  )
  const project = copyProject('examples/vault')
  const name = `fuzzburst-lane-${process.pid}`
  const settings = { RELAYS: relay.url, KEY: workerKey, SLOTS: '2', TRUST_REQUESTERS: requester }
  const env = Object.entries(settings).flatMap(([key, value]) => ['--env', `FUZZBURST_WORKER_${key}=${value}`])
  const container = podman.start(['--name', name, '--network', 'host', '--init=false', ...env, WORKER_IMAGE])
  const ended = once(container, 'exit')
  try {
    say(`relay at ${relay.url}; bursting examples/vault through the container`)
    const flags = ['--relay', relay.url, '--solc', solc, '--budget', '60s', '--slice-time', '5s', '--shard-time', '10s']
    const burst = startCli(['run', project.dir, ...flags, '--audit-rate', '0.25', '--json'], {
      cwd: project.dir,
      env: { FUZZBURST_KEY: spenderKey },
    })
    const end = await burst.end
    if (end.code !== 1) return `the burst ended with ${end.code}, not with findings:\n${end.stderr}`
    const report = zReport.parse(JSON.parse(end.stdout))
    const { work, audit, workers, findings } = report
    say(
      `${work.shardsDone} of ${work.shards} shards, ${audit.slicesAudited} slices audited, ${findings.length} findings`,
    )
    if (report.mode !== 'pool') return `the pool was not used: ${report.fallbackReason}`
    if (workers.length !== 1 || workers[0]!.slicesDone === 0) return 'the container did nothing'
    if (workers[0]!.refused.length > 0) return `a shard was refused: ${JSON.stringify(workers[0]!.refused)}`
    if (audit.slicesAudited === 0) return 'nothing was audited'
    if (work.limited.length > 0) return `slices did not complete: ${JSON.stringify(work.limited)}`
    if (!findings.some(({ slices }) => slices.some(({ worker }) => worker !== null)))
      return 'no finding came from the container'
    podman.stop(name)
    const [code] = (await ended) as [number | null]
    return code === 0 ? undefined : `the worker ended with ${code} after SIGTERM`
  } finally {
    if (container.exitCode === null) podman.remove(name)
    project.remove()
    await relay.close()
  }
}
