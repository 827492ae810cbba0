/** The requester's receipts, which the escrow takes. Never edited: a change is a new migration. */
export const statements: readonly string[] = ['alter table lease add column requester_receipt text']
