import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Address } from 'viem'
import { equivocationDeployment, registryDeployment } from '../escrow/deployment.ts'
import { NoEquivocation } from '../escrow/errors.ts'
import { proveEquivocation } from '../escrow/proveEquivocation.ts'
import { zFraudEvidence } from '../protocol/fraudEvidence.ts'
import { checkEvidence } from '../verify/checkEvidence.ts'
import {
  addVenueFlags,
  addYesFlag,
  confirm,
  parseAddress,
  print,
  resultOf,
  settingsFrom,
  type VenueFlags,
} from './escrowAccess.ts'

interface ProveFlags extends VenueFlags {
  readonly registry?: Address
}

/** `fuzzburst equivocation prove`: two roots for one lease, brought to where the worker's stake is. */
export function addEquivocationCommand(program: Command): void {
  const command = program
    .command('equivocation')
    .description('Bring two roots that a worker signed for one lease to its stake')
    .command('prove')
    .description('Slash the worker that the evidence names; anyone may, and earns nothing')
    .argument('<file>', 'evidence as a burst keeps it under .fuzzburst/evidence/')
    .option('--registry <address>', 'Registry with the stake; else the one at this version’s address', parseAddress)
  addYesFlag(addVenueFlags(command)).action(async (file: string, flags: ProveFlags) => {
    const evidence = await readEvidence(file)
    const { lease, roots } = evidence
    const settings = await settingsFrom(flags, ['FUZZBURST_GAS_KEY', 'FUZZBURST_OWNER_KEY'])
    const { escrow, chainId } = settings.venue
    if (evidence.venue.escrow !== escrow || evidence.venue.chainId !== chainId)
      throw new NoEquivocation(`it is of escrow ${evidence.venue.escrow} on chain ${evidence.venue.chainId}`)
    const equivocation = equivocationDeployment(escrow).address
    const registry = flags.registry ?? registryDeployment(equivocation).address
    const { worker } = lease.message
    await confirm(`Slash the stake of ${worker} in ${registry} on chain ${chainId}? You pay the gas.`, flags)
    const proof = { lease, one: roots[0], other: roots[1] }
    const { facts, text } = resultOf(await proveEquivocation(settings, { equivocation, registry }, proof), 'proven')
    print(flags, { worker, lease: roots[0].message.lease, ...facts }, text)
  })
}

/** @throws NoEquivocation */
async function readEvidence(file: string) {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new NoEquivocation(`the file ${file} cannot be read`, error)
  })
  const parsed = zFraudEvidence.safeParse(parseJson(text))
  if (!parsed.success) throw new NoEquivocation(`the file ${file} is no evidence of this version`, parsed.error)
  if (parsed.data.kind !== 'equivocation')
    throw new NoEquivocation(`the file ${file} is evidence of ${parsed.data.kind}`)
  const problem = await checkEvidence(parsed.data)
  if (problem !== undefined) throw new NoEquivocation(problem)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
