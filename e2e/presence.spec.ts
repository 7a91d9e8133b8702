import { expect, type Page, test } from '@playwright/test'
import { main, signedIn, unique } from '@/e2e/support/host'
import { openAs } from '@/e2e/support/session'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { sayable, slotOf } from '@/lib/presence/halfdays/rules'
import { slugify } from '@/lib/slug'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'

const ZONE = 'Europe/Paris'
const NEAR = { visibility: 'members', cellLat: 43.555, cellLng: 7.015 } as const
const FRENCH = {
  this_morning: 'Ce matin',
  this_afternoon: 'Cet après-midi',
  tomorrow_morning: 'Demain matin',
  tomorrow_afternoon: 'Demain après-midi',
}

/** The half-day said here: the last of those that may be, whatever the hour. It is still one when an hour strikes meanwhile. */
function when() {
  const last = sayable(now(), ZONE).at(-1)
  if (!last) throw new Error('there is no half-day to say')
  return { french: FRENCH[slotOf(last, now(), ZONE)], english: slotOf(last, now(), ZONE).replace('_', ' ') }
}

/** A place that nobody else of the run looks at; its hours are not known. */
async function bulle() {
  const at = { lat: 43.4 + Math.random() / 10, lng: 6.9 + Math.random() / 10 }
  const space = await makeSpace({ name: unique('La Bulle'), ...at })
  return {
    ...space,
    path: `/spaces/${space.id}/${slugify(space.name)}`,
    map: `/?lat=${at.lat}&lng=${at.lng}&z=16`,
  }
}

/** What a place's page says of the half-day. */
const row = (page: Page, words: string) =>
  main(page).locator('#work').getByRole('listitem').filter({ hasText: words })

test('Ana says where she works, Bob joins her; a visitor reads a number, somebody blocked no name', async ({
  page,
}) => {
  const [ana, bob, far] = await Promise.all([
    makeFreelancer({ name: 'Ana Arvelle', ...NEAR }),
    makeFreelancer({ name: 'Bob Bontour', ...NEAR }),
    makeFreelancer({ name: 'Paul', visibility: 'members', cellLat: 48.86, cellLng: 2.36 }),
  ])
  const place = await bulle()
  const { french } = when()

  await page.goto(`/fr${place.path}`)
  await row(page, french)
    .getByRole('button', { name: /J’y travaille/ })
    .click()
  await expect(page).toHaveURL(/\/fr\/sign-in\?returnTo=/)

  await openAs(page, ana.id)
  await page.goto(`/fr${place.path}`)
  await row(page, french)
    .getByRole('button', { name: /J’y travaille/ })
    .click()
  await expect(row(page, french)).toContainText('Vous y serez')
  await expect(row(page, french)).toContainText('1 freelance')

  await openAs(page, bob.id)
  await page.goto(`/fr${place.map}`)
  const card = page.locator(`[data-at="space:${place.id}"]`)
  await expect(card).toContainText(`1 freelance ici ${french.toLowerCase()}`)
  await expect(
    page.getByRole('button', { name: `${place.name}, un freelance sur place ou attendu` }),
  ).toBeVisible()
  await card.getByRole('link', { name: place.name }).click()
  await expect(row(page, french)).toContainText('Ana')
  await row(page, french)
    .getByRole('button', { name: /J’y serai aussi/ })
    .click()
  await expect(row(page, french)).toContainText('Vous y serez')
  await expect(row(page, french)).toContainText('2 freelances')

  await openAs(page, far.id)
  await page.goto(`/fr${place.path}`)
  await expect(row(page, french)).toContainText('2 freelances')
  await expect(main(page)).not.toContainText(/Ana|Bob/)

  await block(toActor(ana), bob.id)
  await openAs(page, bob.id)
  await page.goto(`/fr${place.path}`)
  await expect(row(page, french)).toContainText('2 freelances')
  await expect(main(page)).not.toContainText('Ana')

  await page.goto('/fr/me/days')
  await expect(main(page)).toContainText(place.name)
  await expect(main(page)).not.toContainText('Ana')
  await page.getByRole('button', { name: `Annuler : ${french}`.replace(' :', '\u00a0:') }).click()
  await expect(main(page)).toContainText('Rien de dit')

  await page.context().clearCookies()
  await page.goto(`/fr${place.path}`)
  await expect(row(page, french)).toContainText('1 freelance')
  await expect(main(page)).not.toContainText(/Ana|Bob/)
})

test('client days: one is added, counted with another, removed, put back; all is forgotten at once', async ({
  page,
}) => {
  const { id } = await signedIn(page, 'Ana')
  const other = await makeFreelancer({ name: 'Bob' })
  const town = { weekday: 6, half: 'morning', area: 'Sophia Antipolis' } as const
  await db.clientDay.create({ data: { freelancerId: other.id, ...town, cellLat: 43.615, cellLng: 7.055 } })

  await page.goto('/fr/me/days')
  await page.getByLabel('Quel jour').selectOption('6')
  await page.getByRole('button', { name: 'Ajouter ce jour' }).click()
  await expect(main(page)).toContainText('Nous ne trouvons pas cette ville')
  await expect(page.getByLabel('Quel jour')).toHaveValue('6')
  await page.getByLabel('Dans quelle ville').fill('sophia anti')
  await page.getByRole('option', { name: /Sophia Antipolis/ }).click()
  await page.getByText('L’après-midi', { exact: true }).click()
  await page.getByRole('button', { name: 'Ajouter ce jour' }).click()
  await expect(main(page).getByRole('listitem')).toContainText(/samedi après-midi, Sophia Antipolis/i)
  await expect(main(page)).toContainText(/autres? personnes? y (est|sont) ce jour-là/)
  await expect(main(page)).not.toContainText('Bob')

  await page.getByRole('button', { name: /^Retirer/ }).click()
  await expect(main(page)).toContainText('Retiré')
  expect(await db.clientDay.count({ where: { freelancerId: id } })).toBe(0)
  await page.getByRole('button', { name: 'Remettre' }).click()
  await expect(main(page).getByRole('listitem')).toContainText(/samedi après-midi, Sophia Antipolis/i)

  await page.getByText('Tout oublier…').click()
  await page.getByRole('button', { name: 'Tout oublier', exact: true }).click()
  await expect(main(page)).toContainText('Tout est oublié')
  expect(await db.clientDay.count({ where: { freelancerId: id } })).toBe(0)
})

test('in English: a hidden person is told that they are counted, not named, and moves to another place', async ({
  page,
}) => {
  const mary = await makeFreelancer({ name: 'Mary', cellLat: 43.555, cellLng: 7.015 })
  const [first, second] = [await bulle(), await bulle()]
  const closed = await makeSpace({ name: unique('Night'), openingHours: 'Mo-Su 19:00-23:00' })
  const { english } = when()
  const line = row(page, english.charAt(0).toUpperCase() + english.slice(1))
  await openAs(page, mary.id)
  await page.goto(`/en${first.path}`)
  await expect(main(page)).toContainText('you will be counted, without your name')
  await line.getByRole('button', { name: /I work here/ }).click()
  await expect(line).toContainText('You’ll be there')
  await page.goto(`/en${second.path}`)
  await expect(line).toContainText(`You said: ${first.name}`)
  await line.getByRole('button', { name: /Here instead/ }).click()
  await expect(line).toContainText('You’ll be there')
  await page.goto(`/en${first.path}`)
  await expect(line).toContainText('Nobody has said so yet')
  await page.goto(`/en/spaces/${closed.id}/${slugify(closed.name)}`)
  await expect(line).toContainText('Closed')
  await expect(main(page).locator('#work').getByRole('button')).toHaveCount(0)
})
