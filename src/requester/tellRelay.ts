import { isFuzzburstError } from '../protocol/errors.ts'

/** Tells the relay, if it is there; what was found out stands without it. */
export async function tellRelay(say: (line: string) => void, call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (!isFuzzburstError(error)) throw error
    say(`the relay was not told: ${error.summary}`)
  }
}
