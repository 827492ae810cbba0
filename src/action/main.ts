import { connectWorld } from '../requester/connectWorld.ts'
import { connectRunner } from './connectRunner.ts'
import { runAction } from './runAction.ts'

const cancelled = new AbortController()
// A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that: what is left is for the post step.
process.on('SIGINT', () => cancelled.abort())
process.on('SIGTERM', () => cancelled.abort())

const runner = connectRunner(process.env, process.stdout)
const code = await runAction({ runner, env: process.env, connect: connectWorld, signal: cancelled.signal })
// A connection that is still open must not hold the job.
process.exit(code)
