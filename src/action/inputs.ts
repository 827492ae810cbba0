import type { z } from 'zod'
import type { Bytes32 } from '../protocol/primitives.ts'
import { zBytes32 } from '../protocol/primitives.ts'
import { zBurstOptions } from '../requester/options.ts'
import { type FindingsKey, type FindingsSecret, zFindingsKey, zFindingsSecret } from '../requester/sealedFindings.ts'
import { MODES, type ModeInput } from './chooseMode.ts'
import { InputInvalid, KeyMalformed } from './errors.ts'

const poolInputs = Object.keys(zBurstOptions.shape.pool.unwrap().shape)
const optionInputs = Object.keys(zBurstOptions.shape).filter((name) => name !== 'pool')

/** Every input of `action.yml`: those that only the Action has, and the keys of `fuzzburst.toml`, those of [pool] included. */
export const actionInputs: readonly string[] = [
  'working-directory',
  'token',
  'mode',
  'findings',
  'findings-key',
  'findings-secret',
  'advisories-token',
  'targets',
  'issues',
  'workflow',
  'cache',
  'key',
  ...poolInputs,
  ...optionInputs,
]

/** What the workflow's `with:` says, before `fuzzburst.toml` has had its say. */
export interface ActionInputs {
  /** Relative to the workspace; `.` when not given. */
  readonly workingDirectory: string
  /** GitHub's token of this job; null when there is none, say under `act`. */
  readonly token: string | null
  /** `private`: strangers see counts and ids only. */
  readonly findings: 'public' | 'private'
  /** Whom private findings are sealed to; null when nobody. */
  readonly findingsKey: FindingsKey | null
  /** Opens them again, where a comment publishes one. */
  readonly findingsSecret: FindingsSecret | null
  /** May write draft security advisories: each private finding then gets one. Null when there is none. */
  readonly advisoriesToken: string | null
  readonly mode: ModeInput
  /** Whether scheduled runs keep an issue for each finding. */
  readonly issues: boolean
  /** File name of the workflow that commands in comments start. */
  readonly workflow: string
  /** Whether failing cases and calibrations go to GitHub's cache. */
  readonly cache: boolean
  /** `auto`: a pull request runs what it can affect. */
  readonly targets: 'auto' | 'all'
  /** Private key of a spender. Null on pull requests from forks, which get no secrets. */
  readonly spenderKey: Bytes32 | null
  /** Same shape as a parsed `fuzzburst.toml`; only what was given. Not checked yet: the two are checked together. */
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * Reads the inputs. `mask` is called with the key before anything else can fail, so that no message can print it.
 * An empty input is one that was not given: that is what GitHub makes of a missing secret or variable.
 * @throws KeyMalformed, InputInvalid
 */
export function readInputs(input: (name: string) => string, mask: (secret: string) => void): ActionInputs {
  const keyText = input('key').trim()
  if (keyText !== '') {
    mask(keyText)
    if (keyText.startsWith('0x')) mask(keyText.slice(2))
  }
  const token = input('token').trim()
  if (token !== '') mask(token)
  const advisoriesToken = input('advisories-token').trim()
  if (advisoriesToken !== '') mask(advisoriesToken)
  const secretText = input('findings-secret').trim()
  if (secretText !== '') maskJwk(secretText, mask)
  const oneOf = <T extends string>(name: string, [first, ...rest]: readonly [T, ...T[]]): T => {
    const text = input(name).trim() || first
    const found = [first, ...rest].find((choice) => choice === text)
    if (found === undefined) throw new InputInvalid(name, [first, ...rest].join(' or '))
    return found
  }
  const given = (names: readonly string[]): [string, string][] =>
    names.map((name): [string, string] => [name, input(name).trim()]).filter(([, value]) => value !== '')
  const pool = Object.fromEntries(given(poolInputs))
  return {
    workingDirectory: input('working-directory').trim() || '.',
    mode: oneOf('mode', MODES),
    findings: oneOf('findings', ['public', 'private']),
    findingsKey: readJwk('findings-key', input('findings-key').trim(), zFindingsKey),
    findingsSecret: readJwk('findings-secret', secretText, zFindingsSecret),
    advisoriesToken: advisoriesToken === '' ? null : advisoriesToken,
    targets: oneOf('targets', ['auto', 'all']),
    issues: oneOf('issues', ['true', 'false']) === 'true',
    workflow: workflowFile(input('workflow').trim() || 'fuzz.yml'),
    cache: oneOf('cache', ['true', 'false']) === 'true',
    token: token === '' ? null : token,
    spenderKey: keyText === '' ? null : readKey(keyText),
    options: { ...Object.fromEntries(given(optionInputs)), ...(Object.keys(pool).length > 0 && { pool }) },
  }
}

/** The whole text, and its private part wherever it may turn up alone. */
function maskJwk(text: string, mask: (secret: string) => void): void {
  mask(text)
  const part = /"d"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  if (part !== undefined) mask(part)
}

function readJwk<T>(name: string, text: string, schema: z.ZodType<T>): T | null {
  if (text === '') return null
  let jwk: unknown
  try {
    jwk = JSON.parse(text)
  } catch {
    jwk = undefined
  }
  const parsed = schema.safeParse(jwk)
  if (parsed.success) return parsed.data
  // A private key in the place of the public one is in the workflow's text for everybody to read.
  const which = name === 'findings-key' ? 'the public half' : 'the private half'
  throw new InputInvalid(name, `${which} of a key of \`fuzzburst findings keygen\`, as one line of JSON`)
}

function workflowFile(text: string): string {
  if (!/^[A-Za-z0-9_.-]{1,100}\.ya?ml$/.test(text)) throw new InputInvalid('workflow', 'the file name of a workflow')
  return text
}

function readKey(text: string): Bytes32 {
  const parsed = zBytes32.safeParse(text.startsWith('0x') ? text : `0x${text}`)
  if (!parsed.success) throw new KeyMalformed(text.length)
  return parsed.data
}
