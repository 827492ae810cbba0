import { postStep } from './steps.ts'

await postStep()
// A connection that is still open must not hold the job.
process.exit(0)
