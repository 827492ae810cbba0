/**
 * What requesters publish of finished jobs, and what became of each worker's leases: the public record that audit rates rest
 * on. Never edited: a change is a new migration.
 */
export const statements: readonly string[] = [
  `create table publication (
    job text primary key references job,
    core text not null,
    document text not null
  )`,
  `create table outcome (
    job text not null references job,
    slot integer not null,
    worker text not null,
    reason text not null,
    settled_at bigint not null,
    primary key (job, slot)
  )`,
  'create index outcome_worker on outcome (worker, settled_at)',
]
