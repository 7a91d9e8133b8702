import { chromium } from '@playwright/test'
import { expect, it } from 'vitest'
import { findBrowser, findShell } from './browser'

it('takes the named one before all others, whether or not it is there', () => {
  expect(findBrowser({ CAFETIERE_BROWSER: '/opt/browser' }, () => true)).toBe('/opt/browser')
})

it('takes Playwright’s own before the system’s', () => {
  expect(findBrowser({}, () => true)).toBe(chromium.executablePath())
  expect(findBrowser({}, (file) => file === '/usr/bin/chromium')).toBe('/usr/bin/chromium')
})

it('says that there is none', () => {
  expect(findBrowser({}, () => false)).toBeNull()
})

it('takes the shell beside a whole browser of the system, and no other', () => {
  const system = (file: string) => file.startsWith('/usr/bin/chromium')
  expect(findShell({}, system)).toBe('/usr/bin/chromium-headless-shell')
  expect(findShell({}, (file) => file === '/usr/bin/chromium')).toBeNull()
  expect(findShell({}, (file) => file === '/usr/bin/chromium-headless-shell')).toBeNull()
  expect(findShell({}, () => true)).toBeNull()
  expect(findShell({ CAFETIERE_BROWSER: '/usr/bin/chromium' }, system)).toBeNull()
})
