import { auditShardSpec, isAuditShard } from '../protocol/auditShard.ts'
import type { ShardSpec } from '../protocol/shardSpec.ts'
import type { Publication } from '../protocol/transcript.ts'

/** The work of any shard of a finished job: of the plan, or slices of it that another worker ran again. */
export function shardWork({
  document,
  transcript,
}: Pick<Publication, 'document' | 'transcript'>): (shard: number) => ShardSpec | undefined {
  const planned = (shard: number): ShardSpec | undefined => document.shards[shard]?.spec
  const audits = new Map(transcript.auditShards?.map((shard) => [shard.index, shard]))
  return (shard) => (isAuditShard(shard) ? auditShardSpec(audits.get(shard)?.places ?? [], planned) : planned(shard))
}
