import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { formatEther, isHex } from 'viem'
import { startAnvil } from '../src/escrow/anvil.ts'
import { deployContract, inspectDeployment } from '../src/escrow/deployEscrow.ts'
import { type Deployment, testTokenDeployment } from '../src/escrow/deployment.ts'
import { findChain, type KnownChain } from '../src/escrow/knownChains.ts'
import { formatError, isFuzzburstError } from '../src/protocol/errors.ts'
import { deploymentRecord, recordText, releaseDeployments } from './deploymentRecord.ts'
import { repositoryRoot } from './runStep.ts'

// `npm run deploy:contracts -- --chain base [--rpc-url URL] [--yes]`: deploys this version's contracts to their deterministic
// addresses, verifies them (also those that were there before), and writes contracts/deployments/<chain>.json. Safe to repeat.
// Without --yes it only says what it would do; on anvil it just does it. The key that pays is in FUZZBURST_DEPLOYER_KEY.

const USAGE = 'usage: npm run deploy:contracts -- --chain <name> [--rpc-url <url>] [--yes] [--test-token]'
/** anvil's first account: public knowledge. */
const ANVIL_KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'

interface Wanted {
  readonly chain: KnownChain
  readonly rpcUrl: string
  readonly send: boolean
  readonly deployments: readonly Deployment[]
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      chain: { type: 'string' },
      'rpc-url': { type: 'string' },
      yes: { type: 'boolean', default: false },
      'test-token': { type: 'boolean', default: false },
    },
  })
  if (values.chain === undefined) {
    console.error(USAGE)
    return 2
  }
  const chain = await findChain(values.chain)
  const isAnvil = chain.name === 'anvil'
  if (values['test-token'] && !chain.isTest) {
    console.error(`The test token is worth nothing: it is not deployed on ${chain.name}.`)
    return 2
  }
  const deployments = [...releaseDeployments(), ...(isAnvil || values['test-token'] ? [testTokenDeployment()] : [])]
  // Without an endpoint, a development chain of its own: shows that all of it works, and leaves the record.
  const own = isAnvil && values['rpc-url'] === undefined ? await startAnvil() : undefined
  try {
    const rpcUrl = values['rpc-url'] ?? own?.rpcUrl ?? chain.rpcUrl
    return await deploy({ chain, rpcUrl, send: isAnvil || values.yes, deployments })
  } finally {
    await own?.stop()
  }
}

async function deploy({ chain, rpcUrl, send, deployments }: Wanted): Promise<number> {
  const key = process.env.FUZZBURST_DEPLOYER_KEY ?? (chain.name === 'anvil' ? ANVIL_KEY : undefined)
  let missing = 0
  for (const deployment of deployments) {
    const { name, address } = deployment
    const status = await inspectDeployment({ rpcUrl }, deployment)
    if (status.chainId !== chain.id) {
      console.error(`The endpoint is chain ${status.chainId}; ${chain.name} is ${chain.id}.`)
      return 2
    }
    if (status.isThere) {
      console.log(`${name}: ${address} is there; its code and fixed values are verified`)
      continue
    }
    if (!send) {
      missing += 1
      const fee = formatEther(status.feeWei ?? 0n)
      console.log(`${name}: would be deployed to ${address}, for about ${status.gas} gas (at most ${fee} ETH now)`)
      continue
    }
    if (key === undefined || !isHex(key) || key.length !== 66) {
      console.error('FUZZBURST_DEPLOYER_KEY holds no private key (0x and 64 hex digits).')
      return 2
    }
    const { mined } = await deployContract({ rpcUrl, key, pollingMs: chain.name === 'anvil' ? 100 : 1_000 }, deployment)
    const how = mined === 'already-done' ? 'somebody else deployed it meanwhile' : `deployed in ${mined.transaction}`
    console.log(`${name}: ${address}, ${how}; its code and fixed values are verified`)
  }
  if (missing > 0) {
    console.log(`Nothing was sent. Add --yes to deploy on ${chain.name}.`)
    return 0
  }
  keepRecord(deploymentRecord(chain.name), recordText(chain.name, chain.id, deployments))
  return 0
}

function keepRecord(file: string, text: string): void {
  const whole = path.join(repositoryRoot, file)
  if (existsSync(whole) && readFileSync(whole, 'utf8') === text) return
  mkdirSync(path.dirname(whole), { recursive: true })
  writeFileSync(whole, text)
  console.log(`wrote ${file}`)
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!isFuzzburstError(error)) throw error
  console.error(formatError(error))
  process.exitCode = 2
}
