import type { Logger } from 'pino'
import { z } from 'zod'
import type { ChainSettings } from '../escrow/chainConnection.ts'
import { connectEscrow } from '../escrow/connectEscrow.ts'
import { connectEscrowWriter } from '../escrow/connectEscrowWriter.ts'
import { connectRegistry } from '../escrow/connectRegistry.ts'
import { equivocationDeployment, registryDeployment } from '../escrow/deployment.ts'
import { proveEquivocation } from '../escrow/proveEquivocation.ts'
import type { Venue } from '../protocol/messages.ts'
import { zAddress, zBytes32, zeroAddress, zUnits } from '../protocol/primitives.ts'
import { RelaySettingsWrong } from './errors.ts'
import { zRelayLimits } from './limits.ts'
import { createRelay } from './relay.ts'
import { openSponsor } from './sponsor/sponsor.ts'
import { zSponsorSettings } from './sponsor/sponsorSettings.ts'
import type { StakeRule } from './stakes.ts'
import type { PoolKind, RelayClock, Submitter } from './world.ts'

const zChainSettings = z.strictObject({
  rpcUrl: z.url({ protocol: /^https?$/ }),
  chainId: z.number().int().min(1),
  escrow: zAddress,
  /** Milliseconds between looks for a new block; 100 suits a development chain. */
  pollingMs: z.number().int().min(10).optional(),
  /** Bonded stake that a worker must have for each lease it holds (docs/relay.md). */
  stake: z
    .strictObject({
      /** This version's registry when left out. */
      registry: zAddress.optional(),
      token: zAddress,
      unitsPerLease: zUnits.refine((units) => units > 0n, 'must be more than zero'),
    })
    .optional(),
  /** Sends open, settle and close transactions for requesters without gas. */
  submit: z.strictObject({ key: zBytes32, feeUnits: zUnits.default(0n) }).optional(),
})

const zPrivateSettings = z.strictObject({
  requesters: z.array(zAddress).min(1),
  workers: z.array(zAddress).min(1),
})

/** Everything that `fuzzburst relay` can be told. Exactly one of `chain` and `private`. */
export const zRelaySettings = z
  .strictObject({
    dataDir: z.string().min(1),
    host: z.string().min(1).default('127.0.0.1'),
    /** 0 takes any free port. */
    port: z.number().int().min(0).max(65_535).default(8787),
    /** secp256k1 private key: the relay's identity; signs receipts. */
    key: zBytes32,
    databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    chain: zChainSettings.optional(),
    private: zPrivateSettings.optional(),
    limits: zRelayLimits.optional(),
    /** Free bursts (docs/free-bursts.md). */
    sponsor: zSponsorSettings.optional(),
  })
  .refine((settings) => (settings.chain === undefined) !== (settings.private === undefined), {
    path: ['chain'],
    message: 'give either a chain or a private pool',
  })
  .refine((settings) => settings.sponsor === undefined || settings.chain?.submit !== undefined, {
    path: ['sponsor'],
    message: 'a sponsor needs a chain, and a key that submits (chain.submit): who is sponsored has no gas',
  })
export type RelaySettings = z.output<typeof zRelaySettings>
/** Settings as they are written down: defaults left out, units as text. */
export type RelaySettingsInput = z.input<typeof zRelaySettings>

/** A relay that listens. */
export interface StartedRelay {
  readonly url: string
  close(): Promise<void>
}

/** A private pool signs for chain 0 and the zero address (docs/adr/0001-signed-messages.md). */
const privateVenue: Venue = { chainId: 0, escrow: zeroAddress }

/**
 * Starts a relay from settings that nobody has checked yet.
 * @throws RelaySettingsWrong, DataFolderBusy
 */
export async function startRelay(
  input: unknown,
  deps: { clock: RelayClock; pid: number; version: string; logger: Logger },
): Promise<StartedRelay> {
  const settings = parseSettings(input)
  const venue = settings.chain ? { chainId: settings.chain.chainId, escrow: settings.chain.escrow } : privateVenue
  const submitter = submitterOf(settings, venue)
  const relay = await createRelay({
    dataDir: settings.dataDir,
    key: settings.key,
    venue,
    pool: poolOf(settings, venue),
    ...deps,
    ...(settings.databaseUrl !== undefined && { databaseUrl: settings.databaseUrl }),
    ...(submitter && { submitter }),
    ...(settings.chain?.stake && { stake: stakeOf(settings, venue) }),
    ...(settings.sponsor && { sponsor: openSponsor(settings.sponsor) }),
    ...(settings.limits && { limits: settings.limits }),
  })
  try {
    const url = await relay.listen({ host: settings.host, port: settings.port })
    return { url, close: () => relay.close() }
  } catch (error) {
    await relay.close()
    throw error
  }
}

function parseSettings(input: unknown): RelaySettings {
  const parsed = zRelaySettings.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new RelaySettingsWrong(issue?.path.join('.') || 'settings', issue?.message ?? 'wrong form')
}

function poolOf(settings: RelaySettings, venue: Venue): PoolKind {
  if (settings.private) return { kind: 'private', ...settings.private }
  return { kind: 'chain', escrow: connectEscrow(chainOf(settings, venue)) }
}

function chainOf(settings: RelaySettings, venue: Venue): ChainSettings {
  const { rpcUrl, pollingMs } = settings.chain!
  return { rpcUrl, venue, ...(pollingMs !== undefined && { pollingMs }) }
}

function stakeOf(settings: RelaySettings, venue: Venue): StakeRule {
  const { registry, token, unitsPerLease } = settings.chain!.stake!
  const equivocation = equivocationDeployment(venue.escrow).address
  const address = registry ?? registryDeployment(equivocation).address
  const chain = chainOf(settings, venue)
  const key = settings.chain!.submit?.key
  return {
    registry: connectRegistry({ ...chain, venue: { chainId: venue.chainId, registry: address } }),
    token,
    unitsPerLease,
    prove:
      key === undefined
        ? null
        : (proof) => proveEquivocation({ ...chain, key }, { equivocation, registry: address }, proof),
    covered: new Map(),
  }
}

function submitterOf(settings: RelaySettings, venue: Venue): Submitter | undefined {
  const submit = settings.chain?.submit
  if (submit === undefined) return undefined
  return {
    writer: connectEscrowWriter({ ...chainOf(settings, venue), key: submit.key }),
    feeUnits: submit.feeUnits,
  }
}
