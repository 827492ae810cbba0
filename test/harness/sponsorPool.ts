import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { toHex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { type DemoChain, startDemoChain } from '../../src/cli/demo/demoChain.ts'
import { workerProcess } from '../../src/cli/demo/demoPool.ts'
import { type DemoProcess, startProcess } from '../../src/cli/demo/startProcess.ts'
import { type OidcServer, startOidcServer } from '../servers/oidc.ts'
import { listedRepository, type RepositoryServer, startRepositoryServer } from '../servers/oidcRepositories.ts'

const relayEntry = path.resolve(import.meta.dirname, '../../src/relay/main.ts')
const FEE_UNITS = 10_000n

/** A chain, a relay with a sponsor, workers, an OIDC issuer and GitHub's API: real processes and real HTTP. */
export interface SponsorPool {
  readonly chain: DemoChain
  readonly oidc: OidcServer
  readonly github: RepositoryServer
  readonly relayUrl: string
  /** Of the auditor, for FUZZBURST_AUDITOR_KEY. */
  readonly auditorKey: string
  readonly spenderKey: `0x${string}`
  stop(): Promise<void>
}

/** Starts a pool whose sponsor pays from the demo's account. */
export async function startSponsorPool(workers: number): Promise<SponsorPool> {
  const dir = await mkdtemp(path.join(tmpdir(), 'fuzzburst-sponsor-'))
  const [chain, oidc, github] = await Promise.all([
    startDemoChain(() => undefined),
    startOidcServer(),
    startRepositoryServer(),
  ])
  github.listed.set(4001, listedRepository())
  const [spenderKey, auditorKey] = [toHex(randomBytes(32)), toHex(randomBytes(32))]
  await chain.owner.setSpender(chain.account, privateKeyToAddress(spenderKey), {
    maxPerJobUnits: 5_000_000n,
    maxPerDayUnits: 20_000_000n,
    expires: (await chain.owner.now()) + 86_400,
  })
  const config = path.join(dir, 'relay.toml')
  await writeFile(
    config,
    [
      '[sponsor]',
      `account = "${chain.account}"`,
      `auditors = ["${privateKeyToAddress(auditorKey)}"]`,
      'budgetUnits = "10000000"',
      `issuer = "${oidc.issuer}"`,
      `apiUrl = "${github.url}"`,
      '',
    ].join('\n'),
  )
  const relay = startProcess(
    'relay',
    [relayEntry, '--config', config, '--port', '0', '--data-dir', path.join(dir, 'relay')],
    {
      env: {
        FUZZBURST_RELAY_KEY: chain.relayKey,
        FUZZBURST_RELAY_RPC_URL: chain.anvil.rpcUrl,
        FUZZBURST_RELAY_ESCROW: chain.venue.escrow,
        FUZZBURST_RELAY_CHAIN_ID: String(chain.venue.chainId),
        FUZZBURST_RELAY_SUBMIT_FEE_UNITS: FEE_UNITS.toString(),
        FUZZBURST_RELAY_SPONSOR_KEY: spenderKey,
      },
      logFile: path.join(dir, 'relay.log'),
    },
  )
  const processes: DemoProcess[] = [relay]
  const relayUrl = (await relay.line(/listening on (http:\/\/[^\s"]+)/))[1]!
  for (const [index, key] of chain.workerKeys.slice(0, workers).entries())
    processes.push(workerProcess(index, key, relayUrl, chain, dir))
  return {
    chain,
    oidc,
    github,
    relayUrl,
    auditorKey,
    spenderKey,
    async stop() {
      await Promise.all(processes.toReversed().map((one) => one.stop()))
      await Promise.all([oidc.stop(), github.stop(), chain.anvil.stop()])
      await rm(dir, { recursive: true, force: true })
    },
  }
}
