import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { sha256 } from '../../src/protocol/digest.ts'
import { toWire, zBytes32, zCount } from '../../src/protocol/primitives.ts'

const zRow = z.strictObject({ slices: zCount, agreed: zCount, void: zCount, cheated: zCount })

const zSoakState = z.strictObject({
  v: z.literal(1),
  /** Engine and invocations: figures of two of them are not one soak. */
  of: zBytes32,
  next: zCount,
  rows: z.record(z.string(), zRow),
  troubles: z.array(z.string()),
})

/** What a soak has counted so far. */
export interface SoakState {
  /** Number of the next slice: all before it are counted. */
  readonly next: number
  readonly troubles: readonly string[]
  count(name: string, outcome: 'agreed' | 'void' | 'cheated', trouble: string): void
  /** So many more slices are over and counted; keeps them. */
  batchOver(slices: number): Promise<void>
  rows(): (z.output<typeof zRow> & { readonly name: string })[]
}

/** New counts, or those of an earlier run of the same soak. @param path null: nothing is kept */
export async function openSoakState(
  path: string | null,
  resume: boolean,
  subject: { readonly engine: unknown; readonly cases: readonly { readonly name: string }[] },
  from: number,
): Promise<SoakState> {
  const of = sha256(toWire(subject))
  const rows = Object.fromEntries(
    subject.cases.map(({ name }) => [name, { slices: 0, agreed: 0, void: 0, cheated: 0 }]),
  )
  const state: z.output<typeof zSoakState> = { v: 1, of, next: from, rows, troubles: [] }
  if (resume && path !== null) {
    const stored = zSoakState.parse(JSON.parse(await readFile(path, 'utf8')))
    if (stored.of !== of) throw new Error(`${path} is of another engine or of other slices`)
    Object.assign(state, stored)
  }
  return {
    get next() {
      return state.next
    },
    get troubles() {
      return state.troubles
    },
    count(name, outcome, trouble) {
      const row = state.rows[name]!
      row.slices++
      row[outcome]++
      if (outcome !== 'agreed') state.troubles.push(trouble)
    },
    async batchOver(slices) {
      state.next += slices
      if (path === null) return
      await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`)
      await rename(`${path}.new`, path)
    },
    rows: () => Object.entries(state.rows).map(([name, row]) => ({ name, ...row })),
  }
}
