import { pino } from 'pino'
import type { Engine, SliceRequest, SliceRun } from '../../src/engines/engine.ts'
import { createForgeEngine } from '../../src/engines/forge/forgeEngine.ts'
import { findForge } from '../../src/engines/forge/program.ts'
import { connectEscrowWriter } from '../../src/escrow/connectEscrowWriter.ts'
import { connectPool } from '../../src/pool/connectPool.ts'
import { sha256 } from '../../src/protocol/digest.ts'
import { forgeWhere } from '../../src/requester/connectWorld.ts'
import { openSandbox } from '../../src/sandbox/openSandbox.ts'
import { shim } from '../../src/sandbox/shim.ts'
import { runSelfTest } from '../../src/verify/selfTest.ts'
import { systemClock } from '../../worker/src/clock.ts'
import { loadSettings } from '../../worker/src/loadSettings.ts'
import { chainVenueOf, startWorker } from '../../worker/src/startWorker.ts'

/**
 * A worker that is honest in everything but its engine: what a stranger can do who changes our code.
 * - lazy: runs the first slice of a shard and invents the others from it;
 * - dropping: runs everything and hides what it finds.
 */
const kinds: Record<string, (engine: Engine) => Engine['runSlice']> = {
  lazy: (engine) => {
    let honest: { shard: string; run: SliceRun } | undefined
    return async (request: SliceRequest) => {
      const shard = JSON.stringify(request.invocation)
      if (honest?.shard !== shard) {
        honest = { shard, run: await engine.runSlice(request) }
        return honest.run
      }
      const { result } = honest.run
      return {
        ...honest.run,
        result: { ...result, targets: result.targets.map((target) => ({ ...target, evidence: sha256(request.seed) })) },
      }
    }
  },
  dropping: (engine) => async (request: SliceRequest) => {
    const run = await engine.runSlice(request)
    const targets = run.result.targets.map((target) => ({ ...target, status: 'passed' as const, finding: null }))
    return { ...run, result: { ...run.result, targets } }
  },
}

const [kind = ''] = process.argv.slice(2)
const cheat = kinds[kind]
if (cheat === undefined) throw new RangeError(`no such cheat: ${kind}`)
const { settings, identity } = await loadSettings({}, process.env)
const sandbox = await openSandbox()
const engine = createForgeEngine(await findForge(forgeWhere(process.env)))
const selfTest = await runSelfTest(engine, sandbox)
const venue = chainVenueOf(settings)!
const worker = await startWorker(settings, identity, {
  version: 'cheat',
  engine: { ...engine, runSlice: cheat(engine) },
  sandbox,
  shim,
  platform: 'linux-x64',
  determinismClass: selfTest.determinismClass,
  connect: (url, session) =>
    connectPool({ url, session, account: identity.account, clock: systemClock, fetch, retryForMs: 10_000, venue }),
  escrow: identity.withKey((key) => connectEscrowWriter({ rpcUrl: settings.rpcUrl!, venue, key })),
  clock: systemClock,
  random: Math.random,
  pid: process.pid,
  log: pino({ level: 'info' }),
})
process.on('SIGTERM', () => worker.end())
process.once('disconnect', () => worker.end())
await worker.finished
process.exit(0)
