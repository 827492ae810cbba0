import { constants } from 'node:os'
import { z } from 'zod'
import { zCount } from '../protocol/primitives.ts'
import { sliceLimitNames } from '../protocol/sliceLimits.ts'

const figures = { v: z.literal(1), cpuMicros: zCount, wallMs: zCount, maxRssBytes: zCount }

/** The one line that `launcher supervise` writes when nothing of its tree is left. */
export const zLauncherReport = z.discriminatedUnion('end', [
  z.strictObject({ ...figures, end: z.literal('exited'), code: z.number().int().min(0).max(255) }),
  z.strictObject({ ...figures, end: z.literal('killed'), signal: z.number().int().min(1).max(64) }),
  z.strictObject({ ...figures, end: z.literal('limit'), limit: z.enum(sliceLimitNames) }),
  z.strictObject({ ...figures, end: z.literal('stopped') }),
  /** The program was never started. */
  z.strictObject({ ...figures, end: z.literal('setup'), what: z.string().max(1_024) }),
])
export type LauncherReport = z.output<typeof zLauncherReport>

/** What a launcher's report says, or undefined when it is none: then the launcher itself was killed. */
export function parseLauncherReport(text: string): LauncherReport | undefined {
  try {
    return zLauncherReport.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `SIGKILL` for 9; `SIG34` and the like for those without a name. */
export function signalName(number: number): string {
  const found = Object.entries(constants.signals).find(([, value]) => value === number)
  return found ? found[0] : `SIG${number}`
}
