import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { privateKeyToAddress } from 'viem/accounts'
import { type DemoChain, startDemoChain } from '../../src/cli/demo/demoChain.ts'
import { relayProcess, workerProcess } from '../../src/cli/demo/demoPool.ts'
import type { DemoProcess } from '../../src/cli/demo/startProcess.ts'

/** The copier has no engine at all, and so a program of its own. */
const cheatEntry = (kind: string): string =>
  path.join(import.meta.dirname, kind === 'copying' ? 'copyingWorker.ts' : 'cheatingWorker.ts')

/** A chain, a relay and workers, each a real process. */
export interface TestPool {
  readonly chain: DemoChain
  readonly dir: string
  readonly relayUrl: string
  readonly relay: DemoProcess
  /** Starts another honest worker. */
  addWorker(index: number): DemoProcess
  /** Starts a worker that cheats in one way. */
  addCheat(index: number, kind: string): DemoProcess
  /** SIGKILL, then the same relay on the same port and data directory. */
  restartRelay(): Promise<void>
  address(index: number): `0x${string}`
  /** The honest workers started so far. */
  workers(): readonly DemoProcess[]
  /** What `fuzzburst run` needs to pay through this pool. */
  readonly flags: string[]
  readonly env: Record<string, string>
  stop(): Promise<void>
  logs(): Promise<string>
}

/** Starts a pool with so many honest workers. */
export async function startTestPool(honest: number): Promise<TestPool> {
  const dir = await mkdtemp(path.join(tmpdir(), 'fuzzburst-pool-'))
  const chain = await startDemoChain(() => undefined)
  const processes: DemoProcess[] = []
  let relay = relayProcess(chain, dir, 0)
  processes.push(relay)
  const relayUrl = (await relay.line(/listening on (http:\/\/[^\s"]+)/))[1]!
  const honestOnes: DemoProcess[] = []
  const addWorker = (index: number): DemoProcess => {
    const started = workerProcess(index, chain.workerKeys[index]!, relayUrl, chain, dir)
    processes.push(started)
    honestOnes.push(started)
    return started
  }
  for (let index = 0; index < honest; index++) addWorker(index)
  return {
    chain,
    dir,
    relayUrl,
    workers: () => honestOnes,
    get relay() {
      return relay
    },
    addWorker,
    addCheat(index, kind) {
      const started = workerProcess(index, chain.workerKeys[index]!, relayUrl, chain, dir, [cheatEntry(kind), kind])
      processes.push(started)
      return started
    },
    async restartRelay() {
      process.kill(relay.pid, 'SIGKILL')
      await relay.ended
      relay = relayProcess(chain, dir, Number(new URL(relayUrl).port))
      processes.push(relay)
      await relay.line(/listening on/)
    },
    address: (index) => privateKeyToAddress(chain.workerKeys[index]!),
    flags: ['--relay', relayUrl, '--rpc-url', chain.anvil.rpcUrl, '--account', chain.account],
    env: { FUZZBURST_KEY: chain.spenderKey },
    async stop() {
      await Promise.all(processes.toReversed().map((one) => one.stop()))
      await chain.anvil.stop()
      await rm(dir, { recursive: true, force: true })
    },
    async logs() {
      const names = ['relay', ...Array.from({ length: 8 }, (_, i) => `worker-${i + 1}`)]
      const texts = names.map((name) => readFile(path.join(dir, `${name}.log`), 'utf8').catch(() => ''))
      return (await Promise.all(texts)).map((text, i) => `== ${names[i]}\n${text.slice(-3_000)}`).join('\n')
    },
  }
}
