import { createHash } from 'node:crypto'

/** Numbers below a bound, the same at every run of the bench. */
export interface Dice {
  below(bound: number): number
}

/** Dice that a name decides. */
export function diceOf(name: string): Dice {
  let counter = 0
  return {
    below(bound) {
      const digest = createHash('sha256').update(`${name} ${counter++}`).digest()
      return digest.readUIntBE(0, 6) % bound
    },
  }
}

/** So many different positions below `of`. */
export function positions(count: number, of: number, dice: Dice): Set<number> {
  const all = Array.from({ length: of }, (_, k) => k)
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, of)) chosen.add(all.splice(dice.below(all.length), 1)[0]!)
  return chosen
}
