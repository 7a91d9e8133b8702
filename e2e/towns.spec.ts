import { expect, test } from '@playwright/test'
import { main, unique } from '@/e2e/support/host'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

/** Mende, far from what other tests make. */
const MENDE = { lat: 44.5183, lng: 3.5012, city: 'Mende' }
const home = () => process.env.E2E_URL ?? ''

test('a town is found by name, says what it has and what is near, and leads on', async ({
  page,
  request,
}) => {
  const atelier = await makeSpace({ ...MENDE, name: unique('L’Atelier'), priceDay: 1500, trialDay: true })
  const event = await makeEvent({ ...MENDE, title: unique('Open coffee'), kind: 'open_coffee' })

  await page.goto('/fr/agenda')
  await main(page).getByRole('link', { name: 'Villes', exact: true }).click()
  await expect(page).toHaveURL(/\/fr\/lieux$/)
  await expect(main(page).getByRole('heading', { name: 'Alpes-Maritimes' })).toBeVisible()
  await main(page).getByRole('link', { name: 'Cannes', exact: true }).click()
  await expect(page).toHaveURL(/\/fr\/lieux\/cannes$/)
  await expect(main(page).getByText(/lieux où travailler à moins de dix kilomètres/)).toBeVisible()

  await page.goto('/fr/lieux/Mende')
  await expect(page).toHaveURL(/\/fr\/lieux\/mende$/)
  const town = main(page)
  await expect(town.getByRole('heading', { level: 1 })).toHaveText('Ne plus travailler seul·e à Mende')
  await expect(town.getByText('Un lieu où travailler à moins de dix kilomètres')).toBeVisible()
  await expect(town.getByText('Un open coffee dans les trente jours')).toBeVisible()
  await expect(town.getByText('C’est tout ce que nous connaissons à Mende')).toBeVisible()
  await expect(town.getByRole('link', { name: event.title })).toBeVisible()
  await expect(page.locator('link[hreflang="x-default"]')).toHaveAttribute('href', `${home()}/fr/lieux/mende`)
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const card = await request.get(String(picture))
  expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png'])
  const facts = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(String(facts))['@graph']).toMatchObject([
    { '@type': 'BreadcrumbList', itemListElement: [{}, { item: `${home()}/fr/lieux/mende` }] },
    { '@type': 'ItemList', numberOfItems: 1, itemListElement: [{ name: atelier.name }] },
  ])
  await town.getByRole('link', { name: 'Voir sur la carte' }).click()
  await main(page).getByRole('link', { name: atelier.name }).click()
  await main(page).getByRole('link', { name: 'Tous les lieux à Mende' }).click()
  await expect(page).toHaveURL(/\/fr\/lieux\/mende$/)

  // Where there is nothing: it is said, and not for search engines; a name that no town has leads to those it resembles.
  await page.goto('/fr/lieux/marvejols')
  await expect(town.getByText('Nous ne connaissons encore rien à Marvejols')).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  expect((await page.goto('/fr/lieux/marvejol'))?.status()).toBe(404)
  await town.getByRole('link', { name: 'Marvejols (Lozère)' }).click()
  await expect(page).toHaveURL(/\/fr\/lieux\/marvejols$/)
})

test('its English twin and the sitemap name each other, and robots are told', async ({ request }) => {
  const shown = await makeSpace({ ...MENDE, name: unique('La Draille') })
  const closed = await makeSpace({ ...MENDE, name: unique('Parti'), closedOn: new Date('2026-01-31') })
  const secret = await makeEvent({ ...MENDE, title: unique('Caché'), unlisted: true })
  const twin = await (await request.get('/en/places/mende')).text()
  expect(twin).toContain('No longer working alone in Mende')
  for (const [language, path] of [
    ['fr', '/fr/lieux/mende'],
    ['en', '/en/places/mende'],
  ])
    expect(twin).toContain(`hrefLang="${language}" href="${home()}${path}"`)

  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${home()}/sitemap.xml`)
  // "/*/me" would be Mende, too.
  expect(robots).toMatch(/^Disallow: \/fr\/me$/m)
  expect(robots).not.toContain('*/')
  const index = await request.get('/sitemap.xml')
  expect(index.headers()['content-type']).toBe('application/xml')
  const parts = [...(await index.text()).matchAll(/<loc>(.+?)<\/loc>/g)].map(([, url]) => String(url))
  const texts = await Promise.all(parts.map(async (part) => (await request.get(part)).text()))
  const all = texts.join('')
  for (const path of ['/fr/lieux', '/en/places/cannes', `/fr/spaces/${shown.id}/`, '/en/agenda'])
    expect(all).toContain(`<loc>${home()}${path}`)
  expect(all).toContain(`<xhtml:link rel="alternate" hreflang="en" href="${home()}/en/places/cannes"/>`)
  for (const { id } of [closed, secret]) expect(all).not.toContain(id)
  expect((await request.get('/sitemap-people.xml')).status()).toBe(404)
})
