import { expect, type Page, test } from '@playwright/test'

/** What a page asks for after itself, in order, once it has nothing left to ask. */
async function asked(page: Page, path: string) {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  return files.slice(1)
}

const timesOf = (page: Page) =>
  page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    scripts: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ startTime }) => startTime),
  }))

const lettersOf = (page: Page) =>
  page.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).fontFamily)

test('a page is painted before it asks for anything, and has loaded once it has what it works with', async ({
  page,
}) => {
  await page.goto('/fr/sign-in', { waitUntil: 'load' })
  const { painted, scripts } = await timesOf(page)
  expect(scripts.length).toBeGreaterThan(3)
  expect(Math.min(...scripts)).toBeGreaterThan(painted)
  // React is there: a change of language keeps the page.
  await page.evaluate(() => Object.assign(window, { same: true }))
  await page.getByRole('link', { name: 'English' }).last().click()
  await expect(page).toHaveURL(/\/en\/sign-in/)
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
})

test('a first visit reads at once in the phone’s own letters, and a second in ours', async ({ page }) => {
  const first = await asked(page, '/fr/privacy')
  await expect.poll(() => page.evaluate(() => localStorage.getItem('cafetiere.letters'))).toBe('1')
  expect(await lettersOf(page)).toMatch(/^system-ui/)
  // After all that the page works with.
  expect(first.findIndex((file) => file.endsWith('.woff2'))).toBeGreaterThan(
    first.findLastIndex((file) => /chunks\/turbopack/.test(file)),
  )
  await page.reload()
  expect(await lettersOf(page)).toContain('Bricolage')
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('1em "Bricolage Grotesque Variable"')))
    .toBe(true)
})

test('where data is to be saved, no letters are fetched', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const files = await asked(page, '/fr/privacy')
  expect(files.some((file) => file.endsWith('.js'))).toBe(true)
  expect(files.filter((file) => file.endsWith('.woff2'))).toEqual([])
})

test('the map is drawn without what formats numbers and lists, which takes a slow phone long to make', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const made: string[] = []
    for (const name of ['NumberFormat', 'ListFormat'] as const)
      Object.assign(Intl, {
        [name]: new Proxy(Intl[name], {
          construct(Format, options) {
            made.push(name)
            return Reflect.construct(Format, options)
          },
        }),
      })
    Object.assign(window, { made })
  })
  await page.goto('/fr?lat=43.55&lng=7.01&z=12')
  const cluster = page.getByRole('application').getByRole('button', { name: /choses ici/ })
  await expect(cluster.first()).toBeAttached()
  expect(await page.evaluate('made')).toEqual([])
})
