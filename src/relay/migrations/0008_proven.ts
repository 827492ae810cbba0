/** When two roots for one lease were brought to the chain. Never edited: a change is a new migration. */
export const statements: readonly string[] = ['alter table equivocation add column proven_at bigint']
