/** What programs other than our own shells may use. The only file that re-exports. */
export { planDigest, zPlan } from './campaign/plan.ts'
export { FuzzburstError, formatError, isFuzzburstError } from './protocol/errors.ts'
export { zReport } from './report/report.ts'
export { connectWorld } from './requester/connectWorld.ts'
export { loadOptions } from './requester/loadOptions.ts'
export { planBurst } from './requester/planBurst.ts'
export { freshNonce, resumeBurst, runBurst } from './requester/runBurst.ts'
