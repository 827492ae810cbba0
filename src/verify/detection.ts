/**
 * Chance that a shard with `faked` of `slices` slices faked passes an audit of `audited` slices:
 * C(K-b, m) / C(K, m) (hypergeometric; trust.md, "Audits").
 */
export function passProbability(slices: number, faked: number, audited: number): number {
  let chance = 1
  for (let i = 0; i < audited; i++) chance *= Math.max(0, slices - faked - i) / (slices - i)
  return chance
}

/** Shards of one burst as far as audits are concerned. */
export interface AuditedShard {
  readonly slices: number
  readonly audited: number
}

/**
 * The smallest share of faked slices, the same in every shard, that the burst's audits would have met with 99%; undefined
 * when even faking all of it would have passed more often than that.
 */
export function caughtShare(shards: readonly AuditedShard[]): number | undefined {
  for (let percent = 1; percent <= 100; percent++) {
    const pass = shards.reduce(
      (chance, shard) =>
        chance * passProbability(shard.slices, Math.ceil((shard.slices * percent) / 100), shard.audited),
      1,
    )
    if (shards.length > 0 && pass <= 0.01) return percent / 100
  }
  return undefined
}
