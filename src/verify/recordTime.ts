import type { Intent } from '../protocol/messages.ts'

/** Seconds before `openBy` at which a job was made: the window in which its open may be submitted. */
export const OPEN_WINDOW_SECONDS = 900

/** The time, in seconds, up to which workers' records count for a job's audit rates: when it was made. In the intent, so that it is the same for everybody. */
export function recordTime({ openBy }: Pick<Intent, 'openBy'>): number {
  return Math.max(0, openBy - OPEN_WINDOW_SECONDS)
}
