import { expect, type Page, test } from '@playwright/test'
import { idOf, main, signedIn, unique } from '@/e2e/support/host'
import { freshAddress, readCode, readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { drawRound } from '@/lib/coffees/rounds/commands'
import { db } from '@/lib/db'
import { makeCoffee, makeDrinker } from '@/lib/testing/coffees'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

/** Every tap on a link, a button or a box; what is typed is not counted. */
function taps(page: Page) {
  let count = 0
  return {
    tap: async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
      count += 1
      await main(page).getByRole(role, { name }).first().click()
    },
    counted: () => count,
  }
}

/** A town of its own, so that nobody else of the run is drawn with them. */
const nowhere = () => ({ lat: 47 + Math.random(), lng: 2 + Math.random() })

test('from nothing installed to an accepted coffee', async ({ page }) => {
  const at = nowhere()
  await makeSpace({
    name: 'Le Zinc',
    kind: 'cafe',
    city: 'Bourges',
    openingHours: 'Mo-Su 07:00-22:00',
    ...at,
  })
  const bob = await makeDrinker('Bob', {}, { trade: 'Photographe', cellLat: at.lat, cellLng: at.lng })
  const { tap, counted } = taps(page)

  // Taps are counted from the page of coffees, which a friend's link leads to.
  await page.goto('/fr/coffees')
  await tap('Me connecter', 'link')
  const email = freshAddress('ana')
  await page.getByLabel('Votre prénom ou nom').fill('Ana')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await tap('Recevoir mon code')
  await page.getByLabel('Code à 6 chiffres').fill(await readCode(page, email))
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('Cafés à deux ou trois')

  await page.getByLabel('Ville ou code postal').fill('Bourges')
  await tap('J’en suis')
  await expect(main(page)).toContainText('Prochain tirage vendredi matin')
  const { id } = await db.user.findUniqueOrThrow({ where: { email } })
  await db.freelancer.update({ where: { id }, data: { cellLat: at.lat, cellLng: at.lng } })

  await drawRound(new Date(+now() + 7 * 86_400_000))
  const asked = await readMail(page, email, /Un café avec Bob/)
  const link = /\/fr\/coffees\/[0-9a-f-]{36}/.exec(asked.text)?.[0] ?? ''
  await page.goto(link)
  await expect(main(page)).toContainText('Photographe')
  await expect(main(page)).toContainText('Le Zinc')
  await tap('Oui, avec plaisir')
  await expect(main(page)).toContainText('Votre oui est noté')
  expect(counted()).toBe(4)
  console.log(`taps from nothing to an accepted coffee: ${counted()}, and one on the mail's link`)

  await openAs(page, bob.id)
  await page.goto(link)
  await page.getByRole('button', { name: 'Oui, avec plaisir' }).click()
  await expect(main(page)).toContainText('C’est convenu')
  await readMail(page, email, /C’est dit : café avec Bob/)
  await page.goto('/fr/outings')
  await expect(main(page).getByRole('link', { name: /Café avec Ana/ })).toBeVisible()

  const title = unique('Soirée salsa')
  await makeEvent({ kind: 'outside_work', title, ...at })
  await db.freelancer.update({ where: { id: bob.id }, data: { interests: ['salsa'] } })
  await page.goto('/fr/coffees')
  await expect(main(page)).toContainText('Hors de votre métier')
  await expect(main(page)).toContainText('Vous aimez\u00a0: salsa')
  await expect(main(page).getByRole('link', { name: title })).toBeVisible()
})

test('a no stays with who says it; a change of plans is told at once', async ({ page }) => {
  const ana = await signedIn(page, 'Ana')
  const email = freshAddress('bob')
  const bob = await makeDrinker('Bob', {}, { email })
  const refused = await makeCoffee([ana, bob])
  await page.goto(`/fr/coffees/${refused}`)
  await page.getByText('Plutôt pas ensemble').click()
  await page.getByRole('button', { name: 'Plutôt pas, merci' }).click()
  await expect(main(page)).toContainText('personne ne le saura')
  await openAs(page, bob.id)
  await page.goto(`/fr/coffees/${refused}`)
  await expect(main(page).getByRole('button', { name: 'Oui, avec plaisir' })).toBeVisible()

  const agreed = await makeCoffee([ana, bob])
  await page.goto(`/fr/coffees/${agreed}`)
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('button', { name: 'Oui, avec plaisir' }).click()
  await expect(main(page)).toContainText('Cochez au moins un moment')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Oui, avec plaisir' }).click()
  await expect(main(page)).toContainText('Votre oui est noté')
  await openAs(page, ana.id)
  await page.goto(`/fr/coffees/${agreed}`)
  await page.getByRole('button', { name: 'Oui, avec plaisir' }).click()
  await expect(main(page)).toContainText('C’est convenu')
  await page.getByText('Je ne peux plus venir').click()
  await page.getByRole('button', { name: 'Prévenir que je ne viens pas' }).click()
  await expect(main(page)).toContainText('Personne ne vous attendra')
  await readMail(page, email, /Annulé : café/)

  const stranger = await signedIn(page, 'Zoé')
  expect(stranger.id).not.toBe(ana.id)
  expect((await page.goto(`/fr/coffees/${agreed}`))?.status()).toBe(404)
})

test('an e-coffee is asked for, held in its room, ends by itself, and two who would meet for real have a coffee', async ({
  page,
}) => {
  const at = nowhere()
  const home = { cellLat: at.lat, cellLng: at.lng, visibility: 'members' as const }
  await makeSpace({ name: 'Le Zinc', kind: 'cafe', ...at })
  const [ana, bob] = [await makeDrinker('Ana', {}, home), await makeDrinker('Bob', {}, home)]
  await openAs(page, ana.id)
  await page.goto(`/fr/people/${bob.id}`)
  await page.getByText('Lui proposer un e-café').click()
  await page.getByLabel('Votre lien de visio').fill('http://meet.example.org')
  await page.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(main(page)).toContainText('commence par https://')
  await page.getByLabel('Votre lien de visio').fill('')
  await page.getByRole('button', { name: 'Proposer', exact: true }).click()
  await expect(main(page)).toContainText('C’est proposé')
  const coffeeId = idOf(page)

  await openAs(page, bob.id)
  await page.goto(`/fr/coffees/${coffeeId}`)
  await page.getByRole('button', { name: 'Oui, avec plaisir' }).click()
  await expect(main(page)).toContainText('C’est convenu')
  await expect(main(page)).toContainText('cinq minutes avant')

  // It begins now, and has eight seconds left.
  const startsAt = new Date(+now() - 15 * 60_000 + 8000)
  const moved = { startsAt, options: [startsAt], decideBy: startsAt }
  await db.coffee.update({ where: { id: coffeeId }, data: moved })
  await page.reload()
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.frameLocator('iframe').getByText('This is the room.')).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0, { timeout: 20_000 })
  await page.getByRole('button', { name: 'Oui, volontiers' }).click()
  await expect(main(page)).toContainText('Si l’autre le veut aussi')
  await openAs(page, ana.id)
  await page.goto(`/fr/coffees/${coffeeId}`)
  await page.getByRole('button', { name: 'Oui, volontiers' }).click()
  await expect(main(page)).toContainText('Vous le voulez tous les deux')
  await page.goto('/fr/coffees')
  await expect(main(page).getByRole('link', { name: /Café avec Bob/ })).toContainText('Le Zinc')
})

test('in English: taking part, a pause, and the way out', async ({ page }) => {
  const { id } = await signedIn(page, 'Mary')
  await page.goto('/en/coffees')
  await page.getByLabel('Town or postcode').fill('Cannes')
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('button', { name: 'Count me in' }).click()
  await expect(main(page)).toContainText('Tick at least one half-day')
  await expect(page.getByLabel('Town or postcode')).toHaveValue('Cannes')
  await page.getByRole('checkbox', { name: 'Thursday morning' }).check()
  await page.getByRole('button', { name: 'Count me in' }).click()
  await expect(main(page)).toContainText('The next draw is on Friday morning')
  expect(await db.coffeeMember.findUnique({ where: { freelancerId: id } })).toMatchObject({
    halfDays: 2 ** 6,
    size: 'pair',
  })
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(main(page)).toContainText('The coffees are paused')
  await page.getByRole('button', { name: 'Take part again' }).click()
  await expect(main(page)).toContainText('You are in the draw again')
  await page.getByText('Stop taking part…').click()
  await page.getByRole('button', { name: 'Stop taking part' }).click()
  await expect(main(page)).toContainText('Forgotten')
  expect(await db.coffeeMember.count({ where: { freelancerId: id } })).toBe(0)
  expect(idOf(page)).toBe('coffees')
})
