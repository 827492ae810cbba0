import { z } from 'zod'
import { zAddress, zBytes, zCount } from './primitives.ts'

/** Longest text taken over from a fuzzer for one field, in UTF-16 units; longer text is cut and marked. */
export const FUZZER_TEXT_LIMIT = 4_096
/** Most calls of one sequence that are taken over. */
export const SEQUENCE_LIMIT = 5_000

/** Text that a project or fuzzer wrote. Hostile: escape it where it leaves. Lone surrogates are refused. */
export const zHostileText = z
  .string()
  .max(FUZZER_TEXT_LIMIT + 32)
  .refine((text) => text.isWellFormed(), 'holds a lone surrogate')

/** One call of a falsifying sequence. */
export const zFindingCall = z.strictObject({
  sender: zAddress,
  to: zAddress,
  calldata: zBytes,
  /** Identifier of the called contract, as the engine gives it (`src/Vault.sol:Vault`), or null when it has none. */
  contract: zHostileText.nullable(),
  /** `deposit(uint256)`, or null. */
  signature: zHostileText.nullable(),
  /** Decoded arguments as the engine prints them, or null. */
  args: zHostileText.nullable(),
  valueWei: z.string().regex(/^(0|[1-9][0-9]{0,77})$/),
  /** Seconds that pass before the call. */
  warpSeconds: z.string().regex(/^(0|[1-9][0-9]{0,77})$/),
  /** Blocks that pass before the call. */
  rollBlocks: z.string().regex(/^(0|[1-9][0-9]{0,77})$/),
})
export type FindingCall = z.output<typeof zFindingCall>

/** The input that falsifies a property. */
export const zFindingInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), calldata: zBytes, args: zHostileText.nullable() }),
  z.strictObject({
    kind: z.literal('sequence'),
    /** Calls before shrinking, as the engine reports it. */
    originalLength: zCount,
    calls: z.array(zFindingCall).max(SEQUENCE_LIMIT),
  }),
])
export type FindingInput = z.output<typeof zFindingInput>

/** A falsified property with the input that falsifies it, as it stands in a leaf. */
export const zFinding = z.strictObject({
  target: zHostileText,
  /** Why the property failed, as the engine says it (a revert reason, a failed assertion). */
  reason: zHostileText,
  input: zFindingInput,
})
export type Finding = z.output<typeof zFinding>
