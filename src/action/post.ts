import { connectWorld } from '../requester/connectWorld.ts'
import { connectRunner } from './connectRunner.ts'
import { finishAction } from './finishAction.ts'

const runner = connectRunner(process.env, process.stdout)
await finishAction({ runner, env: process.env, connect: connectWorld })
// A connection that is still open must not hold the job.
process.exit(0)
