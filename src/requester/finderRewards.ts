import { isAuditShard } from '../protocol/auditShard.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { SignedLease } from './jobLedger.ts'

/** What identifies one finding inside a slice's result. */
export type Contains = (slice: SignedLease['slices'][number]) => boolean

/**
 * Finder rewards by lease, in token units. Each finding's reward is split equally among all accepted slices that contain
 * it, whoever was first (trust.md, "Finder reward"); what does not divide stays with the account. Rewards stop when the
 * reserve is used up. Whoever only repeats a slice for its audit finds nothing new.
 */
export function finderRewards(
  findings: readonly Contains[],
  leases: readonly SignedLease[],
  money: { readonly rewardUnits: bigint; readonly reserveUnits: bigint },
): Map<Bytes32, bigint> {
  const rewards = new Map<Bytes32, bigint>()
  let leftUnits = money.reserveUnits
  for (const contains of findings) {
    if (money.rewardUnits <= 0n || leftUnits < money.rewardUnits) break
    const counts = leases
      .filter((lease) => lease.state === 'accepted' && !isAuditShard(lease.shard))
      .map((lease) => ({ lease: lease.lease, count: BigInt(lease.slices.filter(contains).length) }))
    const total = counts.reduce((sum, entry) => sum + entry.count, 0n)
    if (total === 0n) continue
    for (const { lease, count } of counts) {
      if (count > 0n) rewards.set(lease, (rewards.get(lease) ?? 0n) + (money.rewardUnits / total) * count)
    }
    leftUnits -= money.rewardUnits
  }
  return rewards
}
