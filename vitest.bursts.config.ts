import { defineConfig } from 'vitest/config'

/**
 * Whole bursts through real pools, with kills and cheats (`npm run test:bursts`): minutes of processor time, so a lane of its
 * own. CI runs it after `npm test`.
 */
export default defineConfig({
  test: {
    include: ['test/bursts/**/*.e2e.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    reporters: process.env.CI ? ['verbose'] : ['default'],
  },
})
