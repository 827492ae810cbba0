import path from 'node:path'
import { keccak256 } from 'viem'
import {
  type Deployment,
  equivocationDeployment,
  escrowDeployment,
  registryDeployment,
  testTokenDeployment,
} from '../src/escrow/deployment.ts'
import type { DeploymentRecord } from '../src/escrow/deploymentRecord.ts'
import { SALT } from '../src/escrow/deterministicAddress.ts'

/** Where a chain's deployments are written down, from the repository's root. */
export function deploymentRecord(chain: string): string {
  return path.join('contracts', 'deployments', `${chain}.json`)
}

/** A chain's record as a file. Addresses follow from code, so writing it again changes nothing. */
export function recordText(chain: string, chainId: number, deployments: readonly Deployment[]): string {
  const record: DeploymentRecord = {
    v: 1,
    chain,
    chainId,
    salt: SALT,
    contracts: Object.fromEntries(
      deployments.map(({ name, address, creationCode }) => [
        name,
        { address, creationCodeHash: keccak256(creationCode) },
      ]),
    ),
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

/** What stands on every chain, in an order in which each can be deployed. */
export function releaseDeployments(): Deployment[] {
  return [escrowDeployment(), equivocationDeployment(), registryDeployment()]
}

/** What every development chain has once something was started on it. */
export function anvilDeployment(): string {
  return recordText('anvil', 31_337, [...releaseDeployments(), testTokenDeployment()])
}
