import { readFile } from 'node:fs/promises'
import { createTestClient, type Hex, http, publicActions, toHex } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Anvil, startAnvil } from './anvil.ts'
import { deployContract, deployEscrow, deployRegistry, deployTestToken, inspectDeployment } from './deployEscrow.ts'
import { escrowDeployment, registryDeployment, testTokenDeployment } from './deployment.ts'
import { zDeploymentRecord } from './deploymentRecord.ts'
import { DEPLOYER } from './deterministicAddress.ts'
import { registryAbi } from './generated/registryAbi.ts'

let anvil: Anvil
beforeEach(async () => {
  anvil = await startAnvil()
})
afterEach(() => anvil?.stop())

const settings = (account = 0) => ({ rpcUrl: anvil.rpcUrl, key: anvil.accounts[account]!, pollingMs: 20 })
const chain = () => createTestClient({ mode: 'anvil', transport: http(anvil.rpcUrl) }).extend(publicActions)
const { address } = escrowDeployment()

test('a chain without the deployment proxy is refused, and so is another contract at the address', async () => {
  await chain().setCode({ address: DEPLOYER, bytecode: '0x' })
  await expect(deployEscrow(settings())).rejects.toMatchObject({ code: 'FB2012' })
  await expect(inspectDeployment(settings(), escrowDeployment())).rejects.toMatchObject({ code: 'FB2012' })
  await chain().setCode({ address, bytecode: '0x6001' })
  await expect(deployEscrow(settings())).rejects.toMatchObject({ code: 'FB2048' })
})

test('an escrow with one fixed value changed is found out, wherever it was deployed', async () => {
  await deployEscrow(settings())
  const client = chain()
  const code = (await client.getCode({ address }))!
  const day = toHex(86_400, { size: 32 }).slice(2)
  const hour = toHex(3_600, { size: 32 }).slice(2)
  expect(code).toContain(day)
  await client.setCode({ address, bytecode: code.replaceAll(day, hour) as Hex })
  await expect(deployEscrow(settings())).rejects.toMatchObject({ code: 'FB2048' })
})

test('it is deployed once, by whoever comes first, verified every time, and costed before', async () => {
  const before = await inspectDeployment(settings(), escrowDeployment())
  expect(before).toMatchObject({ isThere: false, chainId: 31_337 })
  const both = await Promise.all([0, 1].map((key) => deployContract(settings(key), escrowDeployment())))
  expect(both.filter(({ mined }) => mined !== 'already-done')).toHaveLength(1)
  expect(await deployContract(settings(2), escrowDeployment())).toMatchObject({ mined: 'already-done' })
  expect(await inspectDeployment(settings(), escrowDeployment())).toMatchObject({ isThere: true, gas: null })
  await deployTestToken(settings())
  expect(await inspectDeployment(settings(), testTokenDeployment())).toMatchObject({ isThere: true })
})

test('registry and slasher name each other, and a registry with another slasher is another address', async () => {
  const { escrow } = await deployEscrow(settings())
  const { registry, equivocation } = await deployRegistry(settings(), escrow)
  const read = { address: registry, abi: registryAbi } as const
  expect(await chain().readContract({ ...read, functionName: 'isSlasher', args: [equivocation] })).toBe(true)
  expect(await chain().readContract({ ...read, functionName: 'unbondingPeriod' })).toBe(604_800)
  expect(await inspectDeployment(settings(), registryDeployment())).toMatchObject({ isThere: true })
  expect(registryDeployment(escrow).address).not.toBe(registry)
  const code = (await chain().getCode({ address: registry }))!
  const slasher = equivocation.slice(2).toLowerCase()
  expect(code).toContain(slasher)
  await chain().setCode({ address: registry, bytecode: code.replaceAll(slasher, escrow.slice(2).toLowerCase()) as Hex })
  await expect(deployRegistry(settings(), escrow)).rejects.toMatchObject({ code: 'FB2048' })
})

test('the record of the development chain says where everything is', async () => {
  const file = new URL('../../contracts/deployments/anvil.json', import.meta.url)
  const record = zDeploymentRecord.parse(JSON.parse(await readFile(file, 'utf8')))
  const token = await deployTestToken(settings())
  expect(await deployEscrow(settings())).toEqual({ chainId: record.chainId, escrow: record.contracts.escrow!.address })
  expect(record.contracts.testToken!.address).toBe(token)
  const { registry, equivocation } = await deployRegistry(settings(), record.contracts.escrow!.address)
  expect(record.contracts.registry!.address).toBe(registry)
  expect(record.contracts.equivocation!.address).toBe(equivocation)
})
