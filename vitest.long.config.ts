import { defineConfig } from 'vitest/config'

/** The lane that runs only on demand (`npm run test:determinism`): minutes a file, one file at a time, all cores its own. */
export default defineConfig({
  test: {
    include: ['src/**/*.long.test.ts', 'worker/src/**/*.long.test.ts', 'test/**/*.long.test.ts'],
    exclude: ['**/node_modules/**', 'test/fixtures/**'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
    reporters: ['verbose'],
  },
})
