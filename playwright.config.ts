import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './lib/testing/launch'

// The workers read this file again: what is chosen once goes on by the environment.
process.env.E2E_URL ??= `http://localhost:${process.env.E2E_PORT ?? 3190}`
process.env.TZ = 'Asia/Kathmandu'

const { viewport: _, ...phone } = devices['Pixel 7']

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/setup.ts',
  forbidOnly: true,
  retries: 0,
  // More than cores: each waits for a page most of the time.
  workers: 3,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'fr-FR',
    timezoneId: 'Asia/Kathmandu',
    screenshot: 'only-on-failure',
    // To see what a failing test did, step by step: npx playwright test --trace retain-on-failure e2e/NAME.spec.ts
    trace: 'off',
    // The shell does all but notifications, for two thirds of the work.
    launchOptions: launchOptions(process.env.CAFETIERE_SHELL ?? process.env.CAFETIERE_BROWSER),
  },
  projects: [
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { ...phone, viewport: { width: 390, height: 844 } },
    },
    {
      name: 'desktop',
      grepInvert: /@phone/,
      // What depends on the width of the screen. Mails, programs and strangers are answered alike on every one.
      testMatch:
        /\/(accessibility|come|find|groups|guests|host|host-guests|languages|picture|sign-in)\.spec\.ts$/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
  ],
})
