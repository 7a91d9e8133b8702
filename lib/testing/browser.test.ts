import { chromium } from '@playwright/test'
import { expect, it } from 'vitest'
import { findBrowser } from './browser'

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
