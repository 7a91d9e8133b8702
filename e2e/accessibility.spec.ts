import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { adminPages } from '@/e2e/support/admin-pages'
import { freshAddress } from '@/e2e/support/mail'
import { mailedPages, ownPages, publicPages } from '@/e2e/support/pages'
import { administrator, openAs, signIn } from '@/e2e/support/session'

// The longest file of all by far: its tests need not wait for each other.
test.describe.configure({ mode: 'parallel' })

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Opens a page and expects no fault in it, and no complaint of the browser (a refused script or style among them). */
async function audit(page: Page, path: string) {
  const complaints: string[] = []
  const listen = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text())
  }
  page.on('console', listen)
  await page.goto(path, { waitUntil: 'load' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  // In the page itself: what puts the parts of several frames together opens one more page for each.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // What holds need not be told node by node: naming each takes as long as the looking.
    .options({ runOnly: TAGS, resultTypes: ['violations'] })
    .analyze()
  page.off('console', listen)
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  expect.soft({ path, faults, complaints }).toEqual({ path, faults: [], complaints: [] })
}

/** Milliseconds for one page: a rule that looks at every element is slow on a busy machine. */
const EACH = 12_000

async function auditAll(page: Page, locale: string, paths: string[]) {
  test.setTimeout(EACH * paths.length)
  for (const path of paths) await audit(page, `/${locale}${path}`)
}

/** Colours do not depend on the language, nor names on the theme: each is met, on a phone and on a desktop. */
const GUISES = {
  phone: [
    ['light', 'fr'],
    ['dark', 'en'],
  ],
  desktop: [['dark', 'fr']],
} as const

for (const [device, guises] of Object.entries(GUISES)) {
  for (const [colorScheme, locale] of guises) {
    test.describe(`${colorScheme}, ${locale}`, { tag: `@${device}` }, () => {
      test.use({ colorScheme })

      test('every page that anybody may open', async ({ page }) => {
        await auditAll(page, locale, await publicPages())
      })

      test('every page of somebody who is signed in', async ({ page }) => {
        const person = await signIn(page, freshAddress('axe'))
        await auditAll(page, locale, await ownPages(person))
      })

      test('every page that a mail leads to', async ({ page }) => {
        await auditAll(page, locale, await mailedPages(freshAddress('axe')))
      })
    })
  }
}

test('the administrator’s pages', async ({ page }) => {
  await openAs(page, (await administrator()).id)
  const pages = await adminPages()
  await auditAll(page, 'fr', pages)
  await auditAll(page, 'en', pages)
})

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto('/fr/agenda')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  await skip.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})
