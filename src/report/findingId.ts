import { sha256 } from '../protocol/digest.ts'

/** A place in the project's sources. */
export interface SourcePlace {
  readonly path: string
  readonly line: number
}

/**
 * A reason without what changes from input to input: numbers, addresses, hex data and quoted strings become marks. Two
 * failures of one kind have one normalised reason whatever the seed. A custom error's selector stays: it is its name.
 */
export function normaliseReason(reason: string): string {
  return reason
    .replace(
      /(custom error )0x([0-9a-fA-F]{8})(?![0-9a-fA-F])/g,
      (_all, words: string, selector: string) => `${words}selector-${letters(selector)}`,
    )
    .replace(/"(?:[^"\\]|\\.)*"/g, '"#"')
    .replace(/\s*\[-?[0-9][0-9._]*e[0-9]+\]/g, '')
    .replace(/0x[0-9a-fA-F]+/g, '#')
    .replace(/\b[0-9a-fA-F]{16,}\b/g, '#')
    .replace(/-?[0-9][0-9_]*(?:\.[0-9]+)?(?:e[0-9]+)?/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Hex digits as letters a to p, which no later rule takes for a number. */
function letters(hex: string): string {
  return Array.from(hex.toLowerCase(), (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}

/**
 * The short name of a finding: `F-` and eight hex digits over property, failing place and normalised reason. The same over
 * shards, workers, seeds and reruns of one commit.
 */
export function findingId(target: string, failure: SourcePlace | null, reason: string): string {
  const place = failure === null ? null : [failure.path, failure.line]
  return `F-${sha256(`fuzzburst/finding/v1\n${JSON.stringify([target, place, normaliseReason(reason)])}`).slice(2, 10)}`
}

/** Stable even when lines move: over property and normalised reason, 32 hex digits. For `partialFingerprints`. */
export function findingFingerprint(target: string, reason: string): string {
  return sha256(`fuzzburst/fingerprint/v1\n${JSON.stringify([target, normaliseReason(reason)])}`).slice(2, 34)
}
