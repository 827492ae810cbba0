import type { OutsideRules } from './auditDesk.ts'
import type { JobDraft } from './draftJob.ts'
import type { PoolBurst } from './poolBurst.ts'
import { workerOwners } from './workerOwners.ts'

/**
 * When a burst's audits leave this machine: by the plan's estimates and the user's options, for at most half of the spare slots.
 * @param cores slices that this machine runs at once
 * @param save saves what was asked for, before it is asked
 */
export function outsideRules(
  { prepared, options, funding, resumed }: PoolBurst,
  { intent, document }: JobDraft,
  cores: number,
  save: () => Promise<void>,
): OutsideRules {
  return {
    cores,
    sliceSeconds(shard) {
      const planned = prepared.plan.shards[shard]
      return planned === undefined ? 0 : planned.estimatedMs / 1_000 / document.shards[shard]!.spec.seeds.length
    },
    backlogSeconds: options['audit-backlog'],
    slots: Math.floor(intent.spares / 2),
    patienceSeconds: options['worker-patience'],
    ownerOf: workerOwners(funding.registry),
    save,
    earlier: resumed?.auditShards ?? [],
  }
}
