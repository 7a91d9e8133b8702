import { expect, type Page, test } from '@playwright/test'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'

/** Lannion, far from the demo and from the other specs. */
const LANNION = { lat: 48.7324, lng: -3.4591, timeZone: 'Europe/Paris', city: 'Lannion' }

/** A field of one's own in the middle of Brittany, so that no other run's pins join these in a cluster. */
const FIELD = {
  ...LANNION,
  lat: Number((47.9 + Math.random() * 0.5).toFixed(4)),
  lng: Number((-3.9 + Math.random() * 1.8).toFixed(4)),
  city: 'Le Champ',
}
const there = `/fr?lat=${FIELD.lat}&lng=${FIELD.lng}&z=15`

const mark = Math.random().toString(36).slice(2, 7)
const coffee = `Open coffee ${mark}`
const evening = `Afterwork ${mark}`
const place = `La Bulle ${mark}`
const lunch = `Déjeuner ${mark}`

const main = (page: Page) => page.getByRole('main')
const card = (page: Page, name: string) => main(page).getByRole('article').filter({ hasText: name })
const pin = (page: Page, name: string) => page.getByRole('application').getByRole('button', { name })

test.beforeAll(async () => {
  const organizerId = (await makeFreelancer({ name: 'Soizic Le Goff' })).id
  const tomorrow = new Date(Date.now() + 24 * 3_600_000)
  const inTenDays = new Date(Date.now() + 10 * 24 * 3_600_000)
  const until = (start: Date) => new Date(start.getTime() + 2 * 3_600_000)
  await makeSpace({ ...FIELD, name: place, country: 'FR', openingHours: '24/7', internet: 'wlan' })
  await makeEvent({
    ...FIELD,
    title: coffee,
    kind: 'open_coffee',
    organizerId,
    capacity: 6,
    startsAt: tomorrow,
    endsAt: until(tomorrow),
    lat: FIELD.lat + 0.0015,
  })
  await makeEvent({
    ...FIELD,
    title: evening,
    kind: 'afterwork',
    organizerId,
    startsAt: inTenDays,
    endsAt: until(inTenDays),
    lat: FIELD.lat - 0.0015,
  })
  await makeEvent({
    ...LANNION,
    title: lunch,
    kind: 'lunch',
    organizerId,
    capacity: 6,
    startsAt: tomorrow,
    endsAt: until(tomorrow),
  })
})

test('one box finds towns by their first letters, and places and outings in spite of slips', async ({
  page,
}) => {
  await page.goto('/fr?show=events')
  const field = page.getByRole('combobox', { name: 'Ville, adresse, lieu ou sortie' })
  const option = (name: RegExp | string) => page.getByRole('option', { name })
  await expect(async () => {
    await field.fill('')
    await field.pressSequentially('lanni')
    await expect(option(/^Lannion/)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await field.press('ArrowDown')
  await expect(option(/^Lannion/)).toHaveAttribute('aria-selected', 'true')
  await field.press('Enter')
  await expect(page.getByRole('heading', { name: 'Autour de Lannion' })).toBeVisible()
  await expect(page).toHaveURL(/lat=48\.7\d+&lng=-3\.4\d+&z=13/)
  await expect(card(page, lunch)).toContainText('avec Soizic Le Goff')
  await expect(card(page, lunch)).toContainText('6 places libres')
  await expect(card(page, lunch)).toContainText('demain')

  // What stands in the list answers what stands in the box, whatever is still on its way.
  await field.fill(`afterwrok ${mark}`)
  await expect(page.getByRole('group', { name: 'Sorties' }).getByRole('option')).toHaveText([
    new RegExp(evening),
  ])
  await expect(option(/Lannion/)).toBeHidden()
  await field.fill(`bule ${mark}`)
  await expect(option(new RegExp(place))).toContainText('Le Champ')
  await expect(option(new RegExp(evening))).toBeHidden()
  await option(new RegExp(place)).click()
  await expect(page.getByRole('heading', { name: place, level: 1 })).toBeVisible()
})

test('filters narrow the list, live in the URL, and the back button undoes them', async ({ page }) => {
  await page.goto(there)
  await expect(card(page, coffee)).toBeVisible()
  await expect(card(page, place)).toContainText('Ouvert')
  await main(page).getByRole('link', { name: 'Lieux', exact: true }).click()
  await expect(page).toHaveURL(/show=spaces/)
  await expect(card(page, coffee)).toBeHidden()
  await expect(card(page, place)).toBeVisible()
  await page.goBack()
  await expect(card(page, coffee)).toBeVisible()

  await main(page).getByRole('button', { name: 'Filtres' }).click()
  const panel = page.getByRole('dialog', { name: 'Filtres' })
  await panel.getByRole('checkbox', { name: 'Afterwork' }).check()
  await panel.getByRole('button', { name: 'Voir la liste' }).click()
  await expect(page).toHaveURL(/kind=afterwork/)
  await expect(panel).toBeHidden()
  await expect(card(page, evening)).toBeVisible()
  await expect(card(page, coffee)).toBeHidden()

  await page.reload()
  await expect(card(page, evening)).toBeVisible()
  await expect(card(page, coffee)).toBeHidden()
})

test('nothing with these choices: three ways on', async ({ page }) => {
  await page.goto(`${there}&when=2030-01-01&show=events`)
  const ways = main(page)
  await expect(ways.getByText('Rien par ici pour l’instant')).toBeVisible()
  await expect(ways.getByRole('link', { name: 'Élargir' })).toBeVisible()
  await expect(ways.getByRole('link', { name: 'En proposer une' })).toHaveAttribute('href', '/fr/host/new')
  await ways.getByRole('link', { name: 'Une autre date' }).click()
  await expect(card(page, coffee)).toBeVisible()
})

test('before the map is here, its pins are seen and all else works', async ({ page }) => {
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const script = await (await route.fetch()).text()
    // Leaflet's own code never comes.
    if (script.includes('invalidateSize')) return route.abort()
    return route.fulfill({ body: script, contentType: 'application/javascript' })
  })
  await expect(async () => {
    await page.goto(there)
    await expect(page.locator('.first-marks g').first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(page.getByText('La carte ne vient pas.')).toBeVisible()
  await expect(card(page, place)).toBeVisible()
  await main(page).getByRole('link', { name: 'Lieux', exact: true }).click()
  await expect(card(page, coffee)).toBeHidden()
  await page.goBack()
  await main(page)
    .getByRole('button', { name: `Voir sur la carte : ${coffee}` })
    .click()
  await expect(page).toHaveURL(/at=event:/)
  await expect(page.getByRole('application')).toHaveCount(0)
  await card(page, coffee).getByRole('link', { name: coffee }).click()
  await expect(page.getByRole('heading', { name: coffee })).toBeVisible()
  // What is still on its way is nobody's any more.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('moving the map changes the URL without history, and offers its area', async ({ page }) => {
  await page.goto(there)
  await expect(pin(page, coffee)).toBeVisible()
  const before = await page.evaluate(() => history.length)
  await page.getByRole('application').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).not.toHaveURL(new RegExp(`lng=${FIELD.lng}&`))
  expect(await page.evaluate(() => history.length)).toBe(before)
  const offer = page.getByRole('button', { name: 'Chercher dans cette zone' })
  await offer.click()
  await expect(offer).toBeHidden()
  await expect(main(page).getByText('Distances depuis le centre de la carte.')).toBeVisible()
})

test('a card shows its pin, and a pin its card', async ({ page }) => {
  await page.goto(there)
  await expect(pin(page, coffee)).toBeVisible()
  await main(page)
    .getByRole('button', { name: `Voir sur la carte : ${coffee}` })
    .click()
  await expect(pin(page, coffee)).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/at=event:/)

  await pin(page, evening).click()
  const chosen = main(page).getByRole('heading', { name: 'Sur la carte' }).locator('..')
  await expect(chosen.getByRole('article')).toContainText(evening)
  await expect(pin(page, evening)).toHaveAttribute('aria-pressed', 'true')
  await expect(pin(page, evening)).toBeInViewport()
})

test('near me asks on the tap, and shows what is around', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: FIELD.lat, longitude: FIELD.lng })
  await page.goto('/fr')
  await page.getByRole('button', { name: 'Autour de ma position' }).click()
  await expect(page.getByRole('heading', { name: 'Autour de vous' })).toBeVisible()
  await expect(card(page, coffee)).toBeVisible()
  await expect(page).toHaveURL(/lat=4[78]\.\d{1,3}&lng=-[23]\.\d{1,3}&z=14/)
})

test('near me refused is said in words, in both languages', async ({ page, context }) => {
  await context.clearPermissions()
  await page.goto('/fr')
  await page.getByRole('button', { name: 'Autour de ma position' }).click()
  await expect(main(page).getByText('Votre navigateur n’a pas donné votre position.')).toBeVisible()
  await page.goto('/en')
  await page.getByRole('button', { name: 'Around where I am' }).click()
  await expect(main(page).getByText('Your browser did not share where you are.')).toBeVisible()
})

test('without tiles the list and the pins stay, with one quiet line', async ({ page }) => {
  await page.route(/\/\d+\/\d+\/\d+\.png/, (route) => route.abort())
  await page.goto(there)
  await expect(pin(page, coffee)).toBeVisible()
  await expect(page.getByText('Fond de carte absent')).toBeVisible()
  await expect(card(page, coffee)).toBeVisible()
})

test('the agenda lists days, near a town and of a kind', async ({ page }) => {
  await page.goto('/fr/agenda')
  await page.getByLabel('Près de').fill('22300')
  await page.getByLabel('Quoi').selectOption('lunch')
  await page.getByRole('button', { name: 'Voir' }).click()
  await expect(page).toHaveURL(/kind=lunch/)
  await expect(main(page).getByText('Tout ce qui vient autour de Lannion')).toBeVisible()
  await expect(card(page, lunch)).toBeVisible()
  await page.goto('/fr/agenda?q=22300&kind=workshop')
  await expect(card(page, lunch)).toBeHidden()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('town, filters, pages and agenda are plain links and forms', async ({ page }) => {
    await page.goto('/fr?show=events')
    const box = page.getByLabel('Ville, adresse, lieu ou sortie')
    await box.fill('22300')
    await box.press('Enter')
    await expect(page.getByRole('heading', { name: 'Autour de Lannion' })).toBeVisible()
    await expect(card(page, lunch)).toBeVisible()
    await expect(page.getByRole('application')).toHaveCount(0)
    await box.fill(`la bulel ${mark}`)
    await box.press('Enter')
    await expect(page.getByRole('heading', { name: `Résultats pour « la bulel ${mark} »` })).toBeVisible()
    await main(page).getByRole('link', { name: place }).first().click()
    await expect(page.getByRole('heading', { name: place, level: 1 })).toBeVisible()

    await page.goto(there)
    await main(page).getByRole('link', { name: 'Lieux', exact: true }).click()
    await expect(card(page, place)).toBeVisible()
    await expect(card(page, coffee)).toBeHidden()

    await page.goto(there)
    await main(page).getByRole('button', { name: 'Filtres' }).click()
    await page.getByRole('checkbox', { name: 'Afterwork' }).check()
    await page.getByRole('button', { name: 'Voir la liste' }).click()
    await expect(card(page, evening)).toBeVisible()
    await expect(card(page, coffee)).toBeHidden()

    await page.goto('/fr/agenda?q=Lannion')
    await expect(card(page, lunch)).toBeVisible()
  })
})
