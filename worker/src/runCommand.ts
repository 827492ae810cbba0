import { join } from 'node:path'
import type { Command } from 'commander'
import { pino } from 'pino'
import { connectEscrowWriter } from '../../src/escrow/connectEscrowWriter.ts'
import { connectPool } from '../../src/pool/connectPool.ts'
import { NoSandbox } from '../../src/sandbox/errors.ts'
import { slicePlatform } from '../../src/sandbox/nativeBinary.ts'
import { openSandbox } from '../../src/sandbox/openSandbox.ts'
import { shim } from '../../src/sandbox/shim.ts'
import { runSelfTest } from '../../src/verify/selfTest.ts'
import { systemClock } from './clock.ts'
import { loadSettings } from './loadSettings.ts'
import { openEngine } from './openEngine.ts'
import { addSettingFlags } from './settingFlags.ts'
import { chainVenueOf, startWorker } from './startWorker.ts'
import { stopSignals } from './stopSignals.ts'
import { workerVersion } from './workerVersion.ts'

/** How long one attempt to reach a relay lasts, in milliseconds; the worker itself tries for ever. */
const CONNECT_FOR_MS = 10_000

/** How long a worker whose parent is gone may take to end, in milliseconds. */
const LEAVE_WITHIN_MS = 3_000

/** `fuzzburst-worker run`. */
export function addRunCommand(program: Command): void {
  addSettingFlags(program.command('run').description('Take leases from relays and run them, until stopped')).action(run)
}

async function run(flags: Record<string, unknown>): Promise<void> {
  const { settings, identity, gas } = await loadSettings(flags, process.env)
  // Nothing that is started later may inherit it.
  delete process.env.FUZZBURST_WORKER_KEY
  delete process.env.FUZZBURST_WORKER_GAS_KEY
  const log = pino({ level: settings.logLevel, name: settings.name, base: {} })
  const sandbox = await openSandbox(settings.tier === undefined ? {} : { tier: settings.tier })
  const platform = slicePlatform(process.platform, process.arch)
  if (platform === undefined) throw new NoSandbox([`slices cannot run on ${process.platform}-${process.arch}`])
  const engine = await openEngine(join(settings.dataDir, 'engines'), { platform, env: process.env })
  const selfTest = await runSelfTest(engine, sandbox)
  log.info({ tier: sandbox.tier, class: selfTest.determinismClass }, 'self-test passed')
  const venue = chainVenueOf(settings)
  const { rpcUrl } = settings
  const worker = await startWorker(settings, identity, {
    version: workerVersion,
    engine,
    sandbox,
    shim,
    platform,
    determinismClass: selfTest.determinismClass,
    connect: (url, session) =>
      connectPool({
        url,
        session,
        account: identity.account,
        clock: systemClock,
        fetch,
        retryForMs: CONNECT_FOR_MS,
        ...(settings.relays.length === 1 && venue !== undefined ? { venue } : {}),
      }),
    escrow:
      rpcUrl === undefined || venue === undefined
        ? undefined
        : gas.withKey((key) => connectEscrowWriter({ rpcUrl, venue, key })),
    clock: systemClock,
    random: Math.random,
    pid: process.pid,
    log,
  })
  const drain = () => worker.drain(settings.graceSeconds * 1_000)
  const onSignal = stopSignals({ drain, end: () => worker.end() }, () => performance.now())
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  // Started with a channel: when its other end is gone, so is whoever would have stopped this worker.
  // Relay and chain are likely gone with it, so nothing is waited for; the journal keeps what is open.
  process.once('disconnect', () => {
    worker.end()
    setTimeout(() => process.exit(1), LEAVE_WITHIN_MS).unref()
  })
  await worker.finished
  // Timers of the grace, and sockets that a relay keeps open, must not hold an ended worker.
  process.exit(0)
}
