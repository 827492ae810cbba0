import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { OptionsInvalid } from './errors.ts'
import { type BurstOptions, zBurstOptions } from './options.ts'

/** Name of the settings file in a project's root. */
export const SETTINGS_FILE = 'fuzzburst.toml'

/**
 * A burst's options: `fuzzburst.toml` of the project, overlaid by what was said at the command line or in the workflow.
 * @param overrides by the same names; undefined values are left out; `pool` keys are merged one by one
 * @throws OptionsInvalid naming the key, the place and what is expected
 */
export async function loadOptions(root: string, overrides: Readonly<Record<string, unknown>>): Promise<BurstOptions> {
  const path = join(root, SETTINGS_FILE)
  const file = parseToml(await readFile(path, 'utf8').catch(emptyWhenMissing))
  const said = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined))
  const pool = { ...asRecord(file.pool), ...asRecord(said.pool) }
  const merged = { ...file, ...said, ...(Object.keys(pool).length > 0 && { pool }) }
  const parsed = zBurstOptions.safeParse(merged)
  if (parsed.success) return parsed.data
  throw new OptionsInvalid(`${SETTINGS_FILE}, a flag or an input`, problems(parsed.error))
}

function emptyWhenMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw new OptionsInvalid(SETTINGS_FILE, [error instanceof Error ? error.message : String(error)])
}

function parseToml(text: string): Record<string, unknown> {
  try {
    return parse(text)
  } catch (error) {
    throw new OptionsInvalid(SETTINGS_FILE, [error instanceof Error ? error.message : String(error)])
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  const record = z.record(z.string(), z.unknown()).safeParse(value)
  if (!record.success) return {}
  return Object.fromEntries(Object.entries(record.data).filter(([, entry]) => entry !== undefined))
}

function problems(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''
    const place = [...issue.path, ...(keys ? [keys] : [])].join('.') || 'the top'
    return `${place}: ${issue.code === 'unrecognized_keys' ? 'no such key' : issue.message}`
  })
}
