import { expect, test } from '@playwright/test'

const main = 'main'

for (const [asked, path, lang] of [
  ['fr-CH', '/fr', 'fr'],
  ['en-GB', '/en', 'en'],
  ['de-DE', '/fr', 'fr'],
] as const) {
  test.describe(`a browser that asks for ${asked}`, () => {
    test.use({ locale: asked })

    test(`lands on ${path}`, async ({ page }) => {
      await page.goto('/')
      await expect(page).toHaveURL(new RegExp(`${path}(\\?|$)`))
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
    })
  })
}

test('the other language is one tap away, on the same page, and is remembered', async ({ page }) => {
  await page.goto('/fr/agenda')
  await page.getByRole('link', { name: 'English' }).last().click()
  await expect(page).toHaveURL(/\/en\/agenda/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/')
  await expect(page).toHaveURL(/\/en(\?|$)/)
})

test('the filters stay when the language changes', async ({ page }) => {
  await page.goto('/fr/agenda?kind=afterwork')
  await page.getByRole('link', { name: 'English' }).last().click()
  await expect(page).toHaveURL(/\/en\/agenda\?.*kind=afterwork/)
})

for (const [locale, title] of [
  ['fr', 'Cette page n’existe pas'],
  ['en', 'This page does not exist'],
] as const) {
  test(`what does not exist is said in ${locale}, with a way on`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/nowhere/at/all`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.locator(main).getByRole('link').first()).toBeVisible()
  })
}

test('search engines are told of both languages, under the instance’s own address', async ({
  page,
  baseURL,
}) => {
  await page.goto('/fr/agenda')
  await expect(page.locator('link[rel="alternate"][hreflang="en"]')).toHaveAttribute(
    'href',
    `${baseURL}/en/agenda`,
  )
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}/fr/agenda`)
})
