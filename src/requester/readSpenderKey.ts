import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Bytes32, zBytes32 } from '../protocol/primitives.ts'
import { OptionsInvalid } from './errors.ts'

const zKey = z
  .string()
  .trim()
  .transform((text) => (text.startsWith('0x') ? text : `0x${text}`))
  .pipe(zBytes32)

/**
 * The spender's private key from FUZZBURST_KEY, or from the file that FUZZBURST_KEY_FILE names; undefined when neither is
 * set. Never logged: an error says only where it came from.
 * @throws OptionsInvalid when it is not 32 bytes in hex
 */
export async function readSpenderKey(env: Readonly<Record<string, string | undefined>>): Promise<Bytes32 | undefined> {
  const { FUZZBURST_KEY: key, FUZZBURST_KEY_FILE: file } = env
  if (!key && !file) return undefined
  const source = key ? 'FUZZBURST_KEY' : 'the file that FUZZBURST_KEY_FILE names'
  const text = key || (await readFile(file!, 'utf8').catch(() => ''))
  const parsed = zKey.safeParse(text)
  if (!parsed.success) throw new OptionsInvalid(source, ['expected a private key: 64 hex digits'])
  return parsed.data
}
