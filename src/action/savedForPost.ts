import { z } from 'zod'
import { zBytes32 } from '../protocol/primitives.ts'
import type { Runner } from './runner.ts'

/** What the main step leaves for the post step. */
const zSaved = z.strictObject({
  /** The project's root. */
  root: z.string().min(1),
  /** Where the burst saved its jobs: see BurstDeps. */
  trustedDir: z.string().min(1),
  startedAtMs: z.number().int(),
  /** What the secrets of a free burst's job follow from. It spends nothing. */
  freeKey: zBytes32.nullable(),
  /** Where the plan of another run is kept, and what it is for, when this job bursts one. */
  carried: z
    .strictObject({
      folder: z.string().min(1),
      run: z.number().int(),
      pull: z.strictObject({
        number: z.number().int().positive(),
        headSha: z.string(),
        baseSha: z.string(),
        isFork: z.boolean(),
      }),
    })
    .nullable(),
})
export type SavedForPost = z.output<typeof zSaved>

const NAME = 'burst'
const SHOWN = 'shown'

/** Passes state from the main step to the post step of the same job. */
export const savedForPost = {
  /** Called once, before a job can be opened. */
  write(runner: Runner, saved: SavedForPost): void {
    runner.saveState(NAME, JSON.stringify(saved))
  },
  /** Called once the report is everywhere where it belongs. */
  shown(runner: Runner): void {
    runner.saveState(SHOWN, 'true')
  },
  isShown(runner: Runner): boolean {
    return runner.state(SHOWN) === 'true'
  },
  /** Undefined when the main step never came so far. @throws when the state was written by something else */
  read(runner: Runner): SavedForPost | undefined {
    const text = runner.state(NAME)
    return text === '' ? undefined : zSaved.parse(JSON.parse(text))
  },
}
