import { z } from 'zod'
import { zBytes32, zCount } from '../protocol/primitives.ts'

/** A calibration as it is stored: see `Calibration` of the engines. */
export const zCalibration = z.strictObject({
  v: z.literal(1),
  engine: zBytes32,
  startMicros: zCount,
  invariantDepth: zCount,
  targets: z.array(
    z.strictObject({
      target: z.string(),
      microsPerRun: zCount,
      executionsPerRun: zCount,
      lowEntropy: z.boolean(),
    }),
  ),
})
