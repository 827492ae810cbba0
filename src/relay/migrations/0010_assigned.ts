/** The assigner's signature beside the job key's, and the sponsor's audits of jobs that wait to be settled. Never edited. */
export const statements: readonly string[] = [
  'alter table lease add column assigner_signature text',
  'alter table sponsor_grant add column result_key text',
  'alter table sponsor_grant add column audit_until bigint not null default 0',
  'alter table sponsor_grant add column audit text',
  'alter table sponsor_grant add column audited_at bigint',
]
