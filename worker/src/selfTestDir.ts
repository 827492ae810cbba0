import { fileURLToPath } from 'node:url'

/** Where the built-in campaign lies. */
export const selfTestDir = fileURLToPath(new URL('../selftest', import.meta.url))
