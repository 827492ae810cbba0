import { statements as first } from './0001_first.ts'
import { statements as closed } from './0002_closed.ts'
import { statements as receipts } from './0005_receipts.ts'
import { statements as publications } from './0006_publications.ts'
import { statements as classes } from './0007_classes.ts'
import { statements as proven } from './0008_proven.ts'
import { statements as sponsor } from './0009_sponsor.ts'
import { statements as assigned } from './0010_assigned.ts'
import { statements as pulls } from './0013_pulls.ts'
import { statements as audits } from './0014_audits.ts'

/** A numbered step of the database's shape. */
export interface Migration {
  readonly number: number
  readonly statements: readonly string[]
}

/** All migrations in order. New ones go to the end; none is ever edited. */
export const migrations: readonly Migration[] = [
  { number: 1, statements: first },
  { number: 2, statements: closed },
  { number: 5, statements: receipts },
  { number: 6, statements: publications },
  { number: 7, statements: classes },
  { number: 8, statements: proven },
  { number: 9, statements: sponsor },
  { number: 10, statements: assigned },
  { number: 13, statements: pulls },
  { number: 14, statements: audits },
]
