import { parse as parseToml } from 'smol-toml'
import { z } from 'zod'
import { BadWorkerSetting } from './errors.ts'
import { type SettingName, settingNames, type WorkerSettings, zWorkerSettings } from './settings.ts'

/** Begins the worker's environment variables: `cacheBytes` is FUZZBURST_WORKER_CACHE_BYTES. */
export const ENV_PREFIX = 'FUZZBURST_WORKER_'

/** Variables with the prefix that are no settings: the key has its own reader, and the file is read before. */
const otherVariables = new Set(['KEY', 'KEY_FILE', 'GAS_KEY', 'GAS_KEY_FILE', 'CONFIG'])

/** The name of a setting as a variable. */
export function settingVariable(name: SettingName): string {
  return ENV_PREFIX + name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}

/** The name of a setting as a flag, and as a key of the settings file. */
export function settingFlag(name: SettingName): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Where settings come from. A flag beats a variable, a variable beats the file. */
export interface SettingSources {
  readonly flags: Readonly<Record<string, unknown>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Text of the settings file (TOML), or undefined when there is none. */
  readonly toml?: string
}

/** All settings, checked. @throws BadWorkerSetting naming every one that is wrong, and never its value. */
export function readSettings({ flags, env, toml }: SettingSources): WorkerSettings {
  const merged: Record<string, unknown> = toml === undefined ? {} : readToml(toml)
  const byVariable = new Map(settingNames.map((name) => [settingVariable(name), name]))
  const problems: string[] = []
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith(ENV_PREFIX) || value === undefined || value === '') continue
    const name = byVariable.get(variable)
    if (name !== undefined) merged[name] = value
    else if (!otherVariables.has(variable.slice(ENV_PREFIX.length)))
      problems.push(`${variable} is not a setting of the worker`)
  }
  for (const name of settingNames) if (flags[name] !== undefined) merged[name] = flags[name]
  const parsed = zWorkerSettings.safeParse(merged)
  if (!parsed.success) problems.push(...parsed.error.issues.map(describe))
  if (parsed.success && (parsed.data.escrow === undefined) !== (parsed.data.chainId === undefined))
    problems.push('escrow and chain-id belong together')
  if (parsed.success && parsed.data.rpcUrl !== undefined && parsed.data.escrow === undefined)
    problems.push('rpc-url needs escrow and chain-id')
  if (!parsed.success || problems.length > 0) throw new BadWorkerSetting(problems, parsed.error)
  return parsed.data
}

/** The settings file's keys are spelled as the flags are. */
function readToml(text: string): Record<string, unknown> {
  let table: Record<string, unknown>
  try {
    table = parseToml(text)
  } catch (cause) {
    throw new BadWorkerSetting(['the settings file is not TOML'], cause)
  }
  const byKey = new Map<string, SettingName>(settingNames.map((name) => [settingFlag(name), name]))
  const unknown = Object.keys(table).filter((key) => !byKey.has(key) && !isKeyFile(key))
  if (unknown.length > 0)
    throw new BadWorkerSetting(unknown.map((key) => `the settings file has no setting ${JSON.stringify(key)}`))
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, value]) => (isKeyFile(key) ? [] : [[byKey.get(key)!, value]])),
  )
}

/** Keys of the settings file that name files with keys: they are read apart from the others. */
const keyFiles = ['key-file', 'gas-key-file'] as const
function isKeyFile(key: string): boolean {
  return (keyFiles as readonly string[]).includes(key)
}

/** Where a settings file says that a key lies. @throws BadWorkerSetting */
export function keyFileOfToml(
  toml: string | undefined,
  name: (typeof keyFiles)[number] = 'key-file',
): string | undefined {
  if (toml === undefined) return undefined
  const parsed = z.string().min(1).optional().safeParse(parseToml(toml)[name])
  if (!parsed.success) throw new BadWorkerSetting([`${name}: expected a path`])
  return parsed.data
}

function describe(issue: z.core.$ZodIssue): string {
  const [first, ...rest] = issue.path
  const flag = typeof first === 'string' ? settingFlag(first as SettingName) : 'settings'
  return `${[flag, ...rest.map(String)].join('.')}: ${issue.message}`
}
