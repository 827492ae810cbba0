import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { createTestClient, type Hex, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { AnvilFailed } from './errors.ts'

/** The words anvil uses by default; every key made of them is public knowledge. */
const MNEMONIC = 'test test test test test test test test test test test junk'
const ACCOUNTS = 10
/** Lines of anvil's output that an error shows. */
const SHOWN_LINES = 20

/**
 * Becomes the program, and ends it when standard input ends: however this process goes, the chain goes with it. The watcher
 * keeps none of the program's pipes.
 */
const WITH_PARENT = 'exec 3<&0; ( cat <&3 >/dev/null; kill $$ ) >/dev/null 2>&1 & exec "$0" "$@" </dev/null 3<&-'

/** A development chain in a process of its own. */
export interface Anvil {
  readonly rpcUrl: string
  readonly chainId: number
  /** Private keys of funded accounts. Public knowledge. */
  readonly accounts: readonly Hex[]
  /** Moves the chain's clock forward and mines a block. */
  advanceSeconds(seconds: number): Promise<void>
  mine(): Promise<void>
  /** Replaces the newest `depth` blocks by empty ones, one more of them: their transactions never happened, and wait nowhere. */
  reorg(depth: number): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts anvil (from the npm package of this platform) on a free port of the loopback.
 * @throws AnvilFailed when there is no anvil for this platform or it ends before it listens.
 */
export async function startAnvil(
  options: {
    readonly chainId?: number
    /** Only on request (`mine`) blocks come: for stuck transactions and reorgs. */
    readonly manualMining?: boolean
  } = {},
): Promise<Anvil> {
  const chainId = options.chainId ?? 31_337
  const program = anvilProgram()
  const args = ['--port', '0', '--host', '127.0.0.1', '--chain-id', String(chainId), '--accounts', String(ACCOUNTS)]
  if (options.manualMining) args.push('--no-mining')
  const child = spawn('/bin/sh', ['-c', WITH_PARENT, program, ...args, '--mnemonic', MNEMONIC], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {},
    // Ctrl-C in a terminal is not for it.
    detached: true,
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  const port = await listeningPort(child, ended)
  const rpcUrl = `http://127.0.0.1:${port}`
  const client = createTestClient({ mode: 'anvil', transport: http(rpcUrl) })
  return {
    rpcUrl,
    chainId,
    accounts: Array.from({ length: ACCOUNTS }, (_, index) => privateKey(index)),
    async advanceSeconds(seconds) {
      await client.increaseTime({ seconds })
      await client.mine({ blocks: 1 })
    },
    async mine() {
      await client.mine({ blocks: 1 })
    },
    async reorg(depth) {
      await client.request<{ Method: 'anvil_reorg'; Parameters: [number, []]; ReturnType: null }>({
        method: 'anvil_reorg',
        params: [depth, []],
      })
      await client.mine({ blocks: 1 })
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      child.stdin.end()
    },
  }
}

function privateKey(index: number): Hex {
  const key = mnemonicToAccount(MNEMONIC, { addressIndex: index }).getHdKey().privateKey!
  return `0x${Buffer.from(key).toString('hex')}`
}

function anvilProgram(): string {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${platform}/bin/anvil`)
  } catch {
    throw new AnvilFailed(`there is no package of anvil for ${platform}`, '')
  }
}

async function listeningPort(child: ReturnType<typeof spawn>, ended: Promise<void>): Promise<number> {
  const lines: string[] = []
  const port = new Promise<number>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        if (lines.length > SHOWN_LINES) lines.shift()
        const found = /Listening on 127\.0\.0\.1:(\d+)/.exec(line)
        if (found) resolve(Number(found[1]))
      })
  })
  const first = await Promise.race([port, ended])
  if (first === undefined) throw new AnvilFailed('it ended at once', lines.join('\n'))
  return first
}
