import { z } from 'zod'
import { zAddress, zBytes32 } from '../protocol/primitives.ts'

const zDeployed = z.strictObject({
  address: zAddress,
  /** keccak256 of the creation code with its arguments: with the salt it gives the address. */
  creationCodeHash: zBytes32,
})

/** `contracts/deployments/<chain>.json`: what stands on a chain, verified when it was written. */
export const zDeploymentRecord = z.strictObject({
  v: z.literal(1),
  /** viem's name of the chain. */
  chain: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  chainId: z.number().int().positive(),
  salt: zBytes32,
  contracts: z.record(z.string(), zDeployed),
})
export type DeploymentRecord = z.output<typeof zDeploymentRecord>
