/** Free bursts: what was given to whom, who gets none, and caps that were changed since the start. Never edited. */
export const statements: readonly string[] = [
  `create table sponsor_grant (
    job text primary key,
    job_key text not null unique,
    job_hash text not null unique,
    issuer text not null,
    jti text not null,
    repository_id bigint not null,
    owner_id bigint not null,
    repository text not null,
    licence text not null,
    event text not null,
    workflow text not null,
    commit text,
    month text not null,
    lock_units numeric(39) not null,
    spent_units numeric(39),
    state text not null default 'granted',
    signature text not null,
    open_by bigint not null,
    granted_at bigint not null,
    number bigint generated always as identity,
    looked_at bigint not null default 0,
    unique (issuer, jti)
  )`,
  'create index sponsor_grant_month on sponsor_grant (month, number)',
  "create index sponsor_grant_running on sponsor_grant (looked_at) where state not in ('closed', 'expired')",
  'create table sponsor_month (month text primary key)',
  `create table sponsor_denial (
    kind text not null,
    id bigint not null,
    why text not null,
    since bigint not null,
    primary key (kind, id)
  )`,
  `create table sponsor_caps (
    one boolean primary key default true check (one),
    per_burst numeric(39) not null,
    per_repository numeric(39) not null,
    per_owner numeric(39) not null,
    budget numeric(39) not null,
    set_at bigint not null
  )`,
]
