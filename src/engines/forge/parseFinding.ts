import { z } from 'zod'
import {
  type Finding,
  type FindingCall,
  type FindingInput,
  FUZZER_TEXT_LIMIT,
  SEQUENCE_LIMIT,
} from '../../protocol/finding.ts'
import { zAddress, zBytes, zCount, zeroAddress } from '../../protocol/primitives.ts'
import type { Target } from '../engine.ts'
import { FindingUnreadable } from './findingErrors.ts'
import { readWord } from './readWord.ts'

/** Put where a text was cut; shorter than the room that {@link zHostileText} leaves for it. */
export const CUT_MARK = ' [cut by fuzzburst]'

/** What forge 1.7.1 says in place of a verdict when no property was tested at all (crates/forge/src/result.rs). */
const INVARIANT_SETUP = 'failed to set up invariant testing environment: '
/**
 * Reasons after {@link INVARIANT_SETUP} that are about the configuration of the campaign. Any other is the property's own:
 * forge asserts each invariant once before the first call and reports its failure in the same words.
 */
const NO_CAMPAIGN =
  /^No contracts to fuzz\.|does not have an associated contract|not found in the project|does not have the selector|should have no inputs/
/** The input generator gave up: nothing was falsified. */
const GAVE_UP = /^`vm\.assume` rejected too many inputs|^failed to generate fuzzed input/

const zResult = z.looseObject({
  status: z.string(),
  reason: z.string().nullish(),
  counterexample: z.unknown(),
  kind: z.unknown(),
})

const zText = z.string().nullish()
const zNumber = z.union([z.string(), z.number()]).nullish()

const zCall = z.looseObject({
  sender: zAddress.nullish(),
  addr: zAddress.nullish(),
  calldata: zBytes,
  contract_name: zText,
  signature: zText,
  args: zText,
  value: zNumber,
  warp: zNumber,
  roll: zNumber,
})
const zSingle = z.looseObject({ Single: z.looseObject({ calldata: zBytes, args: zText }) })
const zSequence = z.looseObject({ Sequence: z.tuple([zCount, z.array(z.unknown()).max(SEQUENCE_LIMIT)]) })

/**
 * The finding in one test's result of `forge test --json`, or null when there is none: the test passed or was skipped, is
 * no property (a unit test, a failed `setUp`), or forge gave up generating inputs or could not begin.
 * An invariant that is broken before the first call is a finding with an empty sequence. Every text is made well-formed
 * and cut to the limits of a finding.
 * @throws FindingUnreadable (FB5050) when the property failed but its input cannot be taken over: never a silent pass.
 */
export function parseFinding(target: Target, testResult: unknown): Finding | null {
  const parsed = zResult.safeParse(testResult)
  if (!parsed.success || parsed.data.status !== 'Failure') return null
  const { kind, counterexample } = parsed.data
  const reason = parsed.data.reason ?? ''
  if (!hasKey(kind, 'Fuzz') && !hasKey(kind, 'Invariant')) return null
  const input = readInput(target, counterexample, reason)
  if (input === null) return null
  const shown = input.kind === 'sequence' && input.calls.length === 0 ? reason.replace(INVARIANT_SETUP, '') : reason
  return { target: cutText(target.id), reason: cutText(shown), input }
}

/** Text as a finding may hold it: no lone surrogates, at most {@link FUZZER_TEXT_LIMIT} units before the mark. */
export function cutText(text: string): string {
  if (text.length <= FUZZER_TEXT_LIMIT) return text.toWellFormed()
  // Cut first: a pair that is cut in two would be a lone surrogate again.
  return text.slice(0, FUZZER_TEXT_LIMIT).toWellFormed() + CUT_MARK
}

function readInput(target: Target, counterexample: unknown, reason: string): FindingInput | null {
  if (counterexample === null || counterexample === undefined) {
    if (GAVE_UP.test(reason)) return null
    if (target.kind === 'invariant' && reason.startsWith(INVARIANT_SETUP))
      return NO_CAMPAIGN.test(reason.slice(INVARIANT_SETUP.length))
        ? null
        : { kind: 'sequence', originalLength: 0, calls: [] }
    return null
  }
  const single = zSingle.safeParse(counterexample)
  if (single.success)
    return { kind: 'single', calldata: single.data.Single.calldata, args: orNull(single.data.Single.args) }
  const sequence = zSequence.safeParse(counterexample)
  if (!sequence.success) throw new FindingUnreadable(cutText(target.id), complaint(counterexample))
  const [originalLength, calls] = sequence.data.Sequence
  return { kind: 'sequence', originalLength, calls: calls.map((call, index) => readCall(target, call, index)) }
}

function readCall(target: Target, raw: unknown, index: number): FindingCall {
  const parsed = zCall.safeParse(raw)
  const call = parsed.data
  const [valueWei, warpSeconds, rollBlocks] = [readWord(call?.value), readWord(call?.warp), readWord(call?.roll)]
  if (call === undefined || valueWei === null || warpSeconds === null || rollBlocks === null)
    throw new FindingUnreadable(
      cutText(target.id),
      `call ${index + 1} of its sequence has another shape or is too large`,
    )
  return {
    // What forge itself assumes of a call without sender or target.
    sender: call.sender ?? zeroAddress,
    to: call.addr ?? zeroAddress,
    calldata: call.calldata,
    contract: orNull(call.contract_name),
    signature: orNull(call.signature),
    args: orNull(call.args),
    valueWei,
    warpSeconds,
    rollBlocks,
  }
}

function complaint(counterexample: unknown): string {
  if (hasKey(counterexample, 'Single')) return 'its calldata is missing or larger than 1 MiB'
  if (hasKey(counterexample, 'Sequence')) return `its sequence has another shape or more than ${SEQUENCE_LIMIT} calls`
  return 'its counterexample is of an unknown kind'
}

function orNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : cutText(text)
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
}
