import { z } from 'zod'
import { UnreadableOutput } from './errors.ts'

/** One arena node of a trace, with what evidence and locations need; the rest is kept as it comes. */
const zTraceNode = z.looseObject({
  parent: z.number().nullable().optional(),
  children: z.array(z.number()).optional(),
  idx: z.number().optional(),
  trace: z.looseObject({
    depth: z.number(),
    success: z.boolean(),
    caller: z.string(),
    address: z.string(),
    kind: z.string(),
    value: z.string(),
    data: z.string(),
    output: z.string(),
    gas_used: z.number(),
    status: z.string().nullable().optional(),
  }),
  logs: z.array(z.unknown()).optional(),
  ordering: z.array(z.unknown()).optional(),
})

/** `[kind, {arena}]`, kind is `Deployment`, `Setup` or `Execution`. */
const zTrace = z.tuple([z.string(), z.looseObject({ arena: z.array(zTraceNode) })])

const zMetric = z.looseObject({ calls: z.number(), reverts: z.number(), discards: z.number() })

/** What kind of test forge ran, and its figures. An unknown kind is kept: a newer forge may have more. */
const zTestKind = z.union([
  z.looseObject({ Unit: z.looseObject({ gas: z.number() }) }),
  z.looseObject({
    Fuzz: z.looseObject({
      first_case: z.unknown().optional(),
      runs: z.number(),
      mean_gas: z.number(),
      median_gas: z.number(),
      failed_corpus_replays: z.number().optional(),
    }),
  }),
  z.looseObject({
    Invariant: z.looseObject({
      runs: z.number(),
      calls: z.number(),
      reverts: z.number(),
      metrics: z.record(z.string(), zMetric),
      failed_corpus_replays: z.number().optional(),
      optimization_best_value: z.unknown().optional(),
    }),
  }),
  z.looseObject({ Table: z.looseObject({ runs: z.number(), mean_gas: z.number(), median_gas: z.number() }) }),
])

/** One test of `forge test --json`. `counterexample` is parsed by parseFinding. All text is untrusted. */
export const zTestResult = z.looseObject({
  status: z.enum(['Success', 'Failure', 'Skipped']),
  reason: z.string().nullable().optional(),
  counterexample: z.unknown().optional(),
  logs: z.array(z.unknown()).optional(),
  decoded_logs: z.array(z.string()).optional(),
  kind: zTestKind,
  traces: z.array(zTrace).optional(),
  labeled_addresses: z.record(z.string(), z.string()).optional(),
  duration: z.string().optional(),
})
export type TestResult = z.output<typeof zTestResult>

const zSuite = z.looseObject({
  duration: z.string().optional(),
  test_results: z.record(z.string(), zTestResult),
  warnings: z.array(z.string()).optional(),
})

/** `path:Contract` -> suite. */
export const zTestOutput = z.record(z.string(), zSuite)
export type TestOutput = z.output<typeof zTestOutput>

/**
 * Reads what `forge test --json` printed on standard output. forge prints event and metric documents before the result;
 * reasons may hold raw control bytes (newlines too) that JSON does not allow.
 * @throws UnreadableOutput when there is no result, more than one, or it has another shape.
 */
export function readTestOutput(bytes: Uint8Array): TestOutput {
  const text = new TextDecoder().decode(bytes)
  const results: TestOutput[] = []
  let complaint = 'it holds no result'
  for (const part of documents(text)) {
    const document = parseLenient(part)
    if (!isSuites(document)) continue
    const parsed = zTestOutput.safeParse(document)
    if (parsed.success) results.push(parsed.data)
    else
      complaint = `its result has another shape at ${parsed.error.issues[0]?.path.map(String).join(' > ') ?? 'its top'}`
  }
  // A test cannot print on standard output, so two results mean that we no longer understand the engine.
  if (results.length > 1) throw new UnreadableOutput('it holds more than one result', '')
  const [result] = results
  if (result === undefined) throw new UnreadableOutput(complaint, text.slice(-2_000))
  return result
}

/** The texts between balanced braces that begin at the start of a line; whatever stands between them is dropped. */
function* documents(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    if (text[at] === '{') {
      const end = documentEnd(text, at)
      if (end !== null) {
        yield text.slice(at, end)
        at = end
      }
    }
    const newline = text.indexOf('\n', at)
    if (newline === -1) return
    at = newline + 1
  }
}

/** Index after the brace that closes the one at `start`; null when it stays open. */
function documentEnd(text: string, start: number): number | null {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (char === '"') {
      const close = stringEnd(text, at)
      if (close === null) return null
      at = close
    } else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at + 1
  }
  return null
}

/** Index of the quote that closes the string which opens at `start`. */
function stringEnd(text: string, start: number): number | null {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return at
  }
  return null
}

function isSuites(document: unknown): document is object {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false
  return Object.values(document).every(
    (value) => typeof value === 'object' && value !== null && 'test_results' in value,
  )
}

/** JSON, with raw control characters inside strings allowed as JSON.parse does not. Undefined when unreadable. */
function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // forge prints its result on one line, so every control character in it stands inside a string.
    const escaped = text.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    return tryParse(escaped)
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
