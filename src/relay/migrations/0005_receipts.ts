/**
 * The requester's receipts, which the escrow takes; and when a job that is not closed was looked at last, so that all get
 * their turn. Never edited: a change is a new migration.
 */
export const statements: readonly string[] = [
  'alter table lease add column requester_receipt text',
  'alter table job add column looked_at bigint not null default 0',
]
