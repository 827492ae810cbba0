import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bytes32 } from '../../protocol/primitives.ts'
import type { DemoChain } from './demoChain.ts'
import { type DemoProcess, startProcess } from './startProcess.ts'

const relayEntry = fileURLToPath(new URL('../../relay/main.ts', import.meta.url))
const workerEntry = fileURLToPath(new URL('../../../worker/src/main.ts', import.meta.url))

/** Charged by the demo's relay for each transaction that it submits, in token units. */
const RELAY_FEE_UNITS = 10_000n

/** A relay and its workers, each a process of its own. */
export interface DemoPool {
  readonly relayUrl: string
  readonly processes: readonly DemoProcess[]
  stop(): Promise<void>
}

/** Starts a relay on embedded PGlite and `workers` worker processes of one slot each. */
export async function startDemoPool(
  chain: DemoChain,
  dir: string,
  workers: number,
  say: (line: string) => void,
): Promise<DemoPool> {
  const processes: DemoProcess[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(processes.toReversed().map((process) => process.stop()))
  }
  try {
    await mkdir(dir, { recursive: true })
    const relay = relayProcess(chain, dir, 0)
    processes.push(relay)
    const relayUrl = (await relay.line(/listening on (http:\/\/[^\s"]+)/))[1]!
    say(`relay      ${relayUrl} (log: ${join(dir, 'relay.log')})`)
    for (const [index, key] of chain.workerKeys.slice(0, workers).entries()) {
      processes.push(workerProcess(index, key, relayUrl, chain, dir))
    }
    say(`workers    ${workers} processes, one slot each`)
    return { relayUrl, processes, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The relay of a demo chain. @param port 0: any free one */
export function relayProcess(chain: DemoChain, dir: string, port: number): DemoProcess {
  return startProcess('relay', [relayEntry, '--port', String(port), '--data-dir', join(dir, 'relay')], {
    env: {
      FUZZBURST_RELAY_KEY: chain.relayKey,
      FUZZBURST_RELAY_RPC_URL: chain.anvil.rpcUrl,
      FUZZBURST_RELAY_ESCROW: chain.venue.escrow,
      FUZZBURST_RELAY_CHAIN_ID: String(chain.venue.chainId),
      FUZZBURST_RELAY_SUBMIT_FEE_UNITS: RELAY_FEE_UNITS.toString(),
    },
    logFile: join(dir, 'relay.log'),
  })
}

/** One worker of a demo chain, with one slot. @param entry the program and its arguments */
export function workerProcess(
  index: number,
  key: Bytes32,
  relayUrl: string,
  chain: DemoChain,
  dir: string,
  entry: readonly string[] = [workerEntry, 'run'],
): DemoProcess {
  const name = `worker-${index + 1}`
  return startProcess(name, entry, {
    env: {
      FUZZBURST_WORKER_KEY: key,
      FUZZBURST_WORKER_RELAYS: relayUrl,
      FUZZBURST_WORKER_NAME: name,
      FUZZBURST_WORKER_DATA_DIR: join(dir, name),
      FUZZBURST_WORKER_SLOTS: '1',
      FUZZBURST_WORKER_STATUS_ADDRESS: '127.0.0.1:0',
      FUZZBURST_WORKER_RPC_URL: chain.anvil.rpcUrl,
      FUZZBURST_WORKER_ESCROW: chain.venue.escrow,
      FUZZBURST_WORKER_CHAIN_ID: String(chain.venue.chainId),
    },
    logFile: join(dir, `${name}.log`),
  })
}
