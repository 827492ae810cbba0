import { mainStep } from './steps.ts'

// A connection that is still open must not hold the job.
process.exit(await mainStep())
