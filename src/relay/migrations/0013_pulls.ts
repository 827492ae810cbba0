/** Which pull request a job is for, so that its requester finds the others. Never edited. */
export const statements: readonly string[] = [
  'alter table job add column pull text',
  'create index job_pull on job (signer, pull) where pull is not null',
]
