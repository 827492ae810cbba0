import { z } from 'zod'
import { zBurstOptions } from './options.ts'

/** The JSON Schema of `fuzzburst.toml`, for editors. Published as schemas/fuzzburst.v1.json. */
export function settingsSchema(): Record<string, unknown> {
  return {
    title: 'fuzzburst.toml',
    ...z.toJSONSchema(zBurstOptions, { io: 'input', unrepresentable: 'any' }),
  }
}
