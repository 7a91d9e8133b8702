import { defineConfig } from 'vitest/config'

// A zone that nobody here lives in, with 45 minutes in it: whoever reads the machine's clock is found out.
const TZ = 'Asia/Kathmandu'
const env = { TZ, LOG_LEVEL: 'silent', AUTH_SECRET: 'only for tests, forty characters long....' }
const resolve = { alias: { '@': import.meta.dirname } }

export default defineConfig({
  test: {
    // One worker a core: most of the time they wait for PostgreSQL, and vitest would leave one core idle.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          env,
          // A test that hangs is found all the same; one that shares its core with others is not held against it.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/*.db.test.ts', 'node_modules', '.next', 'e2e'],
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          env,
          include: ['**/*.db.test.ts'],
          exclude: ['node_modules', '.next', 'e2e'],
          globalSetup: './lib/testing/template.ts',
          setupFiles: './lib/testing/database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
