import { defineConfig } from 'vitest/config'

/** `npm test`. `test/bursts` and `*.long.test.ts` have lanes of their own. Lanes by suffix: `.test.ts` (no I/O), `.db.test.ts`, `.chain.test.ts`, `.engine.test.ts` (real forge), `.e2e.test.ts` (spawned processes). */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'worker/src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/fixtures/**', 'test/bursts/**', '**/*.long.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: process.env.CI ? ['verbose'] : ['default'],
  },
})
