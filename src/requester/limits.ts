import type { SliceLimits } from '../protocol/sliceLimits.ts'

/**
 * Ceilings of one slice. CPU: a slice is planned for seconds, a test with inline configuration may take longer than planned;
 * ten minutes is where it is surely stuck. Wall: four times that, for loaded machines. Memory: forge's resident size on
 * projects with 98 MB of artifacts stays under 2 GiB.
 */
export const DEFAULT_LIMITS: SliceLimits = {
  cpuSeconds: 600,
  wallSeconds: 2_400,
  memoryBytes: 4 * 2 ** 30,
  processes: 64,
  fileBytes: 512 * 2 ** 20,
  outputBytes: 512 * 2 ** 20,
}
