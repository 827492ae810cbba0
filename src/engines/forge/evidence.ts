import { type CanonicalValue, canonicalJson } from '../../protocol/canonicalJson.ts'
import { documentDigest, sha256 } from '../../protocol/digest.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'
import { CANONICAL_SANDBOX_ROOT, SANDBOX_ROOT_PATTERN } from '../../sandbox/sandbox.ts'
import type { TestResult } from './testOutput.ts'

/** The same roots as they stand in call data and return data: hex of `/tmp/fb` and six characters. */
const ROOT_START = '/tmp/fb'
const HEX_ROOT_START = hexOf(ROOT_START)
const HEX_ROOT_PATTERN = new RegExp(`${HEX_ROOT_START}[0-9a-f]{12}`, 'g')
const HEX_CANONICAL_ROOT = hexOf(CANONICAL_SANDBOX_ROOT)

/** What forge measures, and what repeats other parts in another form. */
const LEFT_OUT: ReadonlySet<string> = new Set(['duration', 'traces', 'decoded_logs', 'breakpoints'])

/**
 * Any JSON value in the one form that is digested: numbers that are no safe integers as text, text well-formed, and sandbox
 * roots by their canonical name. Texts that hashed such a path before cannot be helped.
 */
export function canonicalEvidence(value: unknown): CanonicalValue {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : `number ${value}`
    case 'string':
      return canonicalText(value)
    case 'boolean':
      return value
    case 'object':
      if (value === null) return null
      if (Array.isArray(value)) return value.map(canonicalEvidence)
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => [canonicalText(key), canonicalEvidence(item)]),
      )
    default:
      return null
  }
}

/** Text with sandbox roots by their canonical name, without lone surrogates. */
export function canonicalText(text: string): string {
  let plain = text.toWellFormed()
  if (plain.includes(ROOT_START)) plain = plain.replaceAll(SANDBOX_ROOT_PATTERN, CANONICAL_SANDBOX_ROOT)
  return plain.includes(HEX_ROOT_START) ? plain.replaceAll(HEX_ROOT_PATTERN, HEX_CANONICAL_ROOT) : plain
}

/**
 * Digest over everything forge deterministically says of one test: status, reason, counterexample, counts, gas, metrics,
 * logs, and the traces of its deployment, its setUp and its LAST run, whose input depends on all runs before it.
 */
export function testEvidence(result: TestResult): Bytes32 {
  const said = Object.fromEntries(Object.entries(result).filter(([key]) => !LEFT_OUT.has(key)))
  return documentDigest('evidence', { said: canonicalEvidence(said), trace: traceDigest(result) })
}

/**
 * Digest of what cannot be known without executing the runs: for {@link testEvidence} minus all counts. Two runs of one test
 * that differ in budget and seed and agree here show that the test's evidence proves no work.
 */
export function workEvidence(result: TestResult): Bytes32 {
  return documentDigest('evidence', { reason: canonicalEvidence(result.reason ?? null), trace: traceDigest(result) })
}

function traceDigest(result: TestResult): Bytes32 {
  return sha256(canonicalJson(canonicalEvidence(result.traces ?? [])))
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex')
}
