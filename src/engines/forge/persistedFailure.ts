import { z } from 'zod'
import type { FindingInput } from '../../protocol/finding.ts'

/** forge 1.7.1's settings of an invariant campaign: a persisted failure counts only under equal ones. Kept as they come. */
const zFile = z.looseObject({ settings: z.looseObject({}) })
export type CampaignSettings = z.output<typeof zFile>['settings']

/** Reads the settings out of a failure file that forge wrote. Undefined when it is none. */
export function readCampaignSettings(fileText: string): CampaignSettings | undefined {
  let document: unknown
  try {
    document = JSON.parse(fileText)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
  const file = zFile.safeParse(document)
  return file.success ? file.data.settings : undefined
}

/**
 * A failure file as forge 1.7.1 writes it below `failure_persist_dir`: forge executes its input before anything else.
 * (Format: `BaseCounterExample` and `InvariantPersistedFailure` in foundry-rs/foundry at v1.7.1.)
 */
export function persistedFailure(input: FindingInput, settings: CampaignSettings | null): string {
  if (input.kind === 'single') return JSON.stringify({ calldata: input.calldata })
  const calls = input.calls.map((call) => ({
    sender: call.sender,
    addr: call.to,
    calldata: call.calldata,
    // Zero and absent are the same to forge, but it prints back what it read.
    ...(call.warpSeconds === '0' ? {} : { warp: hex(call.warpSeconds) }),
    ...(call.rollBlocks === '0' ? {} : { roll: hex(call.rollBlocks) }),
  }))
  return JSON.stringify({ call_sequence: calls, settings, assertion_failure: false })
}

/** Where forge looks for the failure of a test, relative to `failure_persist_dir`. Both must be Solidity identifiers. */
export function persistedFailurePath(contract: string, functionName: string): string {
  return `failures/${contract}/${functionName}`
}

function hex(decimal: string): string {
  return `0x${BigInt(decimal).toString(16)}`
}
