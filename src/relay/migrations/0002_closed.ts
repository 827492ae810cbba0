/** When the rest of a settled job's lock went back to its account. Never edited: a change is a new migration. */
export const statements: readonly string[] = ['alter table job add column closed_at bigint']
