/** Determinism classes that a job accepts; null: any. Never edited: a change is a new migration. */
export const statements: readonly string[] = ['alter table job add column classes text[]']
