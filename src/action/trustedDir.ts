import { isAbsolute, join } from 'node:path'
import { RunnerTempMissing } from './errors.ts'

/**
 * Where this job's steps keep what they must be able to trust: saved jobs and calibrations. Never in the checkout, where a
 * pull request could bring its own. GitHub empties RUNNER_TEMP at the start and the end of each job.
 * @throws RunnerTempMissing
 */
export function trustedDir(env: Readonly<Record<string, string | undefined>>): string {
  const temp = env.RUNNER_TEMP ?? ''
  // A relative folder would be one of the checkout: steps start there.
  if (!isAbsolute(temp)) throw new RunnerTempMissing()
  return join(temp, 'fuzzburst')
}
