import { z } from 'zod'

/** Limits of the sandbox that a slice can hit. `wall` depends on the machine: it is never evidence against a worker. */
export const sliceLimitNames = ['cpu', 'wall', 'memory', 'processes', 'file-size', 'output'] as const
export type SliceLimitName = (typeof sliceLimitNames)[number]

/** What one slice may use. All are ceilings; a slice that hits one is a result of its own kind. */
export const zSliceLimits = z.strictObject({
  cpuSeconds: z.number().int().min(1).max(3_600),
  /** Only a guard against a hung engine: several times cpuSeconds. */
  wallSeconds: z.number().int().min(1).max(14_400),
  memoryBytes: z
    .number()
    .int()
    .min(64 * 2 ** 20),
  processes: z.number().int().min(1).max(4_096),
  /** Largest single file and, where the tier can hold it, all scratch space. */
  fileBytes: z
    .number()
    .int()
    .min(2 ** 20),
  /** Most bytes read of standard output. */
  outputBytes: z
    .number()
    .int()
    .min(2 ** 20),
})
export type SliceLimits = z.output<typeof zSliceLimits>
