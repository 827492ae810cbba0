/** Shards whose slices were delivered before, for workers of other owners to run again. Never edited. */
export const statements: readonly string[] = [
  // Whose slices an audit shard holds; null for a shard of the plan.
  'alter table shard add column audited text[]',
  // Who holds a worker's stake; null when nobody said.
  'alter table worker add column owner text',
]
