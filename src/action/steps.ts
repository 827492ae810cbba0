import { connectWorld } from '../requester/connectWorld.ts'
import { connectRunner } from './connectRunner.ts'
import { finishAction } from './finishAction.ts'
import { runAction } from './runAction.ts'

/** The main step, from this process's environment to its exit code. */
export async function mainStep(): Promise<number> {
  const cancelled = new AbortController()
  // A cancelled job gets SIGINT, SIGTERM 7.5 s later, and is killed 2.5 s after that: what is left is for the post step.
  process.on('SIGINT', () => cancelled.abort())
  process.on('SIGTERM', () => cancelled.abort())
  const runner = connectRunner(process.env, process.stdout)
  return runAction({ runner, env: process.env, connect: connectWorld, signal: cancelled.signal })
}

/** The post step. */
export async function postStep(): Promise<void> {
  const runner = connectRunner(process.env, process.stdout)
  await finishAction({ runner, env: process.env, connect: connectWorld })
}
