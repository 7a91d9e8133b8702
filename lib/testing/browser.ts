import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const SHELL = '/usr/bin/chromium-headless-shell'

/** A browser that is there: the one CAFETIERE_BROWSER names, Playwright's own, one of the system; else null. */
export function findBrowser(
  env: Record<string, string | undefined> = process.env,
  exists: (file: string) => boolean = existsSync,
): string | null {
  const named = env.CAFETIERE_BROWSER
  if (named) return named
  return [chromium.executablePath(), ...SYSTEM].find((file) => file !== '' && exists(file)) ?? null
}

/**
 * Debian's Chromium without its windows, which is lighter, where no other browser is asked for; else null. Beside, never
 * instead of, a whole one: some of what is tested needs that.
 */
export function findShell(
  env: Record<string, string | undefined> = process.env,
  exists: (file: string) => boolean = existsSync,
): string | null {
  const whole = findBrowser(env, exists)
  return whole !== null && SYSTEM.includes(whole) && !env.CAFETIERE_BROWSER && exists(SHELL) ? SHELL : null
}

/** A browser, brought in when there is none: by Playwright's download, else by apt where we are root. */
export async function ensureBrowser(say: (line: string) => void): Promise<string | null> {
  const there = findBrowser()
  if (there) return there
  say('No browser here: asking Playwright for one.')
  await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const own = findBrowser()
  if (own || process.getuid?.() !== 0) return own
  say('Playwright could not bring one: asking apt.')
  await run('apt-get', ['update'])
  const install = ['install', '-y', '--no-install-recommends']
  await run('apt-get', [...install, 'chromium'])
  await run('apt-get', [...install, 'chromium-headless-shell'])
  return findBrowser()
}

/** Ends well or not: what counts is whether a browser is there afterwards. */
function run(command: string, args: string[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  child.once('error', () => resolve())
  child.once('close', () => resolve())
  return promise
}
