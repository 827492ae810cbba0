import type { BuiltProject, Engine, Target } from '../engines/engine.ts'
import type { Invocation } from '../protocol/shardSpec.ts'

/** The invocation that executes one input of one target: budgets do not matter, profile and settings do. Pure. */
export function replayInvocation(
  engine: Pick<Engine, 'invocation'>,
  target: Target,
  { profile, env }: Pick<BuiltProject, 'profile' | 'env'>,
): Invocation {
  return engine.invocation({
    kind: target.kind,
    targets: [target],
    runs: 1,
    invariantDepth: 1,
    corpus: false,
    profile,
    env,
  })
}
