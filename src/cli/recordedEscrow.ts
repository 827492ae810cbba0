import { readFile } from 'node:fs/promises'
import type { Address } from 'viem'
import { escrowDeployment } from '../escrow/deployment.ts'
import { zDeploymentRecord } from '../escrow/deploymentRecord.ts'

/**
 * The escrow that was deployed on a chain, as this package's record says; where there is none, the address at which this version's
 * would be.
 * @param chain viem's name, from its own list
 */
export async function recordedEscrow(chain: string): Promise<Address> {
  const file = new URL(`../../contracts/deployments/${chain}.json`, import.meta.url)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return escrowDeployment().address
    throw error
  }
  return zDeploymentRecord.parse(JSON.parse(text)).contracts.escrow?.address ?? escrowDeployment().address
}
