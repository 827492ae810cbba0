/** Sessions, blobs, workers, jobs, shards, leases and events. Never edited: a change is a new migration. */
export const statements: readonly string[] = [
  `create table session (
    public_key text primary key,
    actor text not null,
    expires_at bigint not null
  )`,
  `create table nonce (
    session text not null,
    nonce text not null,
    until_ms bigint not null,
    primary key (session, nonce)
  )`,
  'create index nonce_until on nonce (until_ms)',
  `create table blob (
    digest text primary key,
    bytes bigint not null,
    actor text not null,
    stored_at bigint not null
  )`,
  'create index blob_actor on blob (actor)',
  `create table worker (
    address text primary key,
    name text not null,
    version text not null,
    slots integer not null,
    tier text not null,
    determinism_class text not null,
    engines text[] not null,
    seen_at bigint not null
  )`,
  'create sequence served',
  `create table job (
    job text primary key,
    job_key text not null,
    signer text not null,
    state text not null,
    document text not null,
    slots integer not null,
    next_slot integer not null default 0,
    settle_by bigint not null,
    opened_at bigint not null,
    last_served bigint not null default 0,
    last_event integer not null default 0,
    settlement text,
    settlement_transaction text,
    settled_at bigint
  )`,
  `create table job_blob (
    job text not null references job,
    digest text not null references blob,
    kind text not null,
    primary key (job, digest)
  )`,
  'create index job_blob_digest on job_blob (digest)',
  `create table shard (
    job text not null references job,
    index integer not null,
    state text not null,
    engine text not null,
    spec_digest text not null,
    spec text not null,
    slices integer not null,
    estimated_seconds integer not null,
    current_lease text,
    last_worker text,
    primary key (job, index)
  )`,
  "create index shard_queued on shard (job, index) where state = 'queued'",
  `create table lease (
    lease text primary key,
    job text not null references job,
    slot integer not null,
    shard integer not null,
    worker text not null,
    message text not null,
    signature text,
    state text not null,
    done integer not null default 0,
    proposed_at bigint not null,
    seen_at bigint not null,
    expires bigint not null,
    root text,
    receipt text,
    results_digest text,
    results_bytes bigint
  )`,
  // A slot is paid once: no two signed leases of a job may ever share one.
  'create unique index lease_slot on lease (job, slot) where signature is not null',
  "create index lease_waiting on lease (state) where state in ('proposed', 'active', 'rooted')",
  'create index lease_worker on lease (worker)',
  `create table free_slot (
    job text not null references job,
    slot integer not null,
    primary key (job, slot)
  )`,
  `create table event (
    job text not null references job,
    number integer not null,
    data text not null,
    primary key (job, number)
  )`,
  `create table equivocation (
    lease text not null references lease,
    message text not null,
    signature text not null,
    seen_at bigint not null,
    primary key (lease, message)
  )`,
  `create table standing (
    job text not null references job,
    worker text not null,
    struck boolean not null default false,
    refused boolean not null default false,
    failures integer not null default 0,
    primary key (job, worker)
  )`,
]
