import { expect, type Page, test } from '@playwright/test'
import { guest, main } from '@/e2e/support/host'
import { freshAddress, mailsTo, readCode, readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { tileAt } from '@/lib/geo/tiles'
import { readWire } from '@/lib/map/wire/rules'
import { makeEvent, makeSpace } from '@/lib/testing/makers'
import { dropWish } from '@/lib/wishes/commands'
import { wishCell } from '@/lib/wishes/rules'
import { WORKING_WEEK } from '@/lib/wishes/terms'

/** A small town where the demo has nothing, and its café, out of sight from the middle. */
const BRIOUDE = { lat: 45.2942, lng: 3.3858 }
const CAFE = { lat: 45.31, lng: 3.38 }
const noted = 'C’est noté. Sur la carte, vous n’êtes qu’un nombre'

/** Whoever is asked now to be the face of it, of these. */
async function askedOf(people: Actor[]): Promise<Actor> {
  const asked = () =>
    db.wish.findFirst({
      where: { freelancerId: { in: people.map(({ id }) => id) }, mailedAt: { not: null }, passedAt: null },
    })
  await expect.poll(asked, { timeout: 20_000 }).not.toBeNull()
  const id = (await asked())?.freelancerId
  const face = people.find((person) => person.id === id)
  if (!face) throw new Error('nobody was asked')
  return face
}

/** The link of the mail that asks for the face of an outing. */
async function faceLink(page: Page, { email }: Actor, subject: RegExp): Promise<string> {
  await readMail(page, email, subject)
  const mails = await mailsTo(email)
  return mails.at(-1)?.text?.match(/https?:\/\/\S+\/wishes\/face\/\S+/)?.[0] ?? ''
}

test('from an empty town to a published open coffee: three would come, one opens the table, two are told and come', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await makeSpace({
    ...{ name: 'Café du Velay', kind: 'cafe', city: 'Brioude', ...CAFE, openingHours: 'Mo-Su 08:00-19:00' },
  })

  // Nobody yet, nothing in sight: a visitor says "I'd come", and confirms an address on the way.
  const email = freshAddress('nora')
  await page.goto(`/fr?lat=${BRIOUDE.lat}&lng=${BRIOUDE.lng}&z=15`)
  await expect(main(page)).toContainText('Rien par ici pour l’instant')
  await expect(main(page)).toContainText('Viendriez-vous à un café près de Brioude')
  await main(page).getByRole('button', { name: 'Je viendrais' }).click()
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByLabel('Votre prénom ou nom').fill('Nora')
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.waitForURL(/\/sign-in\/code\//)
  await page.getByLabel('Code à 6 chiffres').fill(await readCode(page, email))
  await page.waitForURL(/\/fr\/wishes\?cell=/)
  await expect(page.getByLabel('Où', { exact: true })).toHaveValue('Brioude')
  await main(page).getByRole('button', { name: 'Je viendrais' }).click()
  await expect(main(page)).toContainText(noted)
  await expect(main(page)).toContainText('Vous viendriez près de Brioude')
  const nora = await db.user.findUniqueOrThrow({ where: { email } })

  // The town's page says that somebody would; one tap, and taking it back and undoing that is one each.
  const marc = await guest('Marc')
  const past = { startsAt: new Date('2026-01-08T08:00:00Z'), endsAt: new Date('2026-01-08T09:00:00Z') }
  await makeEvent({ ...past, organizerId: marc.id })
  await openAs(page, marc.id)
  await page.goto('/fr/lieux/brioude')
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Brioude')
  await expect(main(page)).toContainText('Une personne viendrait près de Brioude')
  await expect(main(page)).not.toContainText('Nora')
  await main(page).getByRole('button', { name: 'Je viendrais' }).click()
  await expect(main(page)).toContainText('une autre personne aussi')
  await main(page).getByRole('button', { name: 'Retirer' }).click()
  await expect(main(page)).toContainText('C’est retiré')
  await main(page).getByRole('button', { name: 'Annuler, je viendrais' }).click()
  await expect(main(page)).toContainText('une autre personne aussi')

  // The third does it by hand, then by their position, which never leaves the browser.
  const cleo = await guest('Cléo')
  await openAs(page, cleo.id)
  await page.goto('/fr/wishes')
  await main(page).getByLabel('Un déjeuner').check()
  await main(page).getByRole('button', { name: 'Je viendrais' }).click()
  await expect(main(page)).toContainText('Dites où')
  await expect(main(page).getByLabel('Un déjeuner')).toBeChecked()
  await main(page).getByLabel('Un déjeuner').uncheck()
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: 45.29876, longitude: 3.38765 })
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await main(page).getByRole('button', { name: 'Près de moi' }).click()
  await expect(main(page)).toContainText('votre position exacte ne quitte pas cet appareil')
  await main(page).getByRole('button', { name: 'Je viendrais' }).click()
  await expect(main(page)).toContainText(noted)
  expect(sent.some((request) => request.includes(String(wishCell(BRIOUDE).lat)))).toBe(true)
  expect(sent.filter((request) => /45\.29[89]|3\.387/.test(request))).toEqual([])

  // On the map all three are a soft circle with a number, for everybody alike.
  const { z, x, y } = tileAt(BRIOUDE, 11)
  const tile = await (await page.request.get(`/api/map/${z}/${x}/${y}`)).text()
  const cell = wishCell(BRIOUDE)
  expect(readWire({ z, x, y }, JSON.parse(tile)).wishes).toEqual([
    { lat: expect.closeTo(cell.lat, 3), lng: expect.closeTo(cell.lng, 3), count: 3 },
  ])
  for (const { id } of [nora, marc, cleo]) expect(tile).not.toContain(id)
  await page.goto(`/fr?lat=${BRIOUDE.lat}&lng=${BRIOUDE.lng}&z=11`)
  await expect(page.getByRole('img', { name: '3 personnes viendraient par ici' })).toBeVisible()

  // Whoever hosted before is asked; from the mail it is one tap, with a word of welcome if one likes.
  const link = await faceLink(page, marc, /2 autres personnes viendraient près de/)
  await openAs(page, marc.id)
  await page.goto(link)
  await expect(main(page)).toContainText('Ouvrez-vous la table')
  await expect(main(page)).toContainText('Café du Velay, Brioude')
  await expect(main(page)).not.toContainText(/Nora|Cléo/)
  await main(page).getByText('Changer l’heure ou le lieu d’abord').click()
  await page.getByLabel('Jour', { exact: true }).fill('2020-01-06')
  await page.getByLabel('Un mot d’accueil').fill('Table du fond, carnet jaune.')
  await page.getByRole('button', { name: 'Oui, je m’en charge' }).click()
  await expect(main(page)).toContainText('déjà passé')
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Table du fond, carnet jaune.')
  await page.goto(link)
  await page.getByRole('button', { name: 'Oui, je m’en charge' }).click()
  await expect(main(page)).toContainText('C’est publié')
  await page.goto(link)
  await expect(main(page)).toContainText('n’est plus ouverte')

  // The two others are told that something is on, not who wished, and come.
  for (const [person, address, others] of [
    [nora, email, /Cléo/],
    [cleo, cleo.email, /Nora/],
  ] as const) {
    await readMail(page, address, /Près de chez vous : Open coffee · Café du Velay/)
    const mail = (await mailsTo(address)).at(-1)?.text ?? ''
    expect(mail).not.toMatch(others)
    await openAs(page, person.id)
    await page.goto(mail.match(/https?:\/\/\S+\/events\/\S+/)?.[0] ?? '')
    await page.getByRole('button', { name: 'Je viens' }).click()
    await expect(main(page)).toContainText('Vous y êtes attendu·e')
  }
  const after = await (await page.request.get(`/api/map/${z}/${x}/${y}`)).json()
  expect(after.wishes).toEqual([])
})

test('in English: a no is silent and the next one is asked; a town has one address in each language', async ({
  page,
}) => {
  const people = await Promise.all(['Ada', 'Ben', 'Cat'].map(guest))
  await db.user.updateMany({ where: { id: { in: people.map(({ id }) => id) } }, data: { locale: 'en' } })
  const cell = { lat: 44.35, lng: 2.57 }
  for (const person of people)
    await dropWish(person, { cell, town: '', kinds: ['lunch'], halfDays: WORKING_WEEK })
  const first = await askedOf(people)
  await page.goto(await faceLink(page, first, /will you open the table/))
  await expect(main(page)).toContainText('Lunch')
  await expect(main(page).getByRole('link', { name: 'Continue with my e-mail' })).toBeVisible()
  await page.getByRole('button', { name: 'No, not this time' }).click()
  await expect(main(page)).toContainText('We will ask somebody else')
  const second = await askedOf(people)
  expect(second.id).not.toBe(first.id)
  await openAs(page, first.id)
  await page.goto(await faceLink(page, second, /will you open the table/))
  await expect(main(page)).toContainText('This question is for another address')
  await expect(main(page).getByRole('button', { name: 'Yes, I’ll do it' })).toHaveCount(0)

  await page.goto('/en/lieux/rodez')
  await expect(page).toHaveURL(/\/en\/places\/rodez$/)
  await expect(main(page)).toContainText('near Rodez')
  const home = process.env.E2E_URL ?? ''
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${home}/en/places/rodez`)
  await expect(page.locator('link[hreflang="fr"]')).toHaveAttribute('href', `${home}/fr/lieux/rodez`)
  await page.goto('/fr/places/rodez')
  await expect(page).toHaveURL(/\/fr\/lieux\/rodez$/)
  expect((await page.goto('/fr/lieux/zzyzx-les-bains'))?.status()).toBe(404)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a town is typed, and its wish is dropped and withdrawn', async ({ page }) => {
    const ana = await guest('Ana')
    await openAs(page, ana.id)
    await page.goto('/fr/wishes?cell=45.2925,3.395')
    await page.getByLabel('Où', { exact: true }).fill('Nulle-Part-sur-Mer')
    await page.getByRole('button', { name: 'Je viendrais' }).click()
    await expect(main(page)).toContainText('Nous ne trouvons pas cette ville')
    await expect(page.getByLabel('Où', { exact: true })).toHaveValue('Nulle-Part-sur-Mer')
    await page.getByLabel('Où', { exact: true }).fill('Aurillac')
    await page.getByRole('button', { name: 'Je viendrais' }).click()
    await expect(main(page)).toContainText(noted)
    await page.getByRole('button', { name: 'Retirer' }).click()
    await expect(main(page)).toContainText('C’est retiré')
    expect(await db.wish.count({ where: { freelancerId: ana.id } })).toBe(0)
  })
})
