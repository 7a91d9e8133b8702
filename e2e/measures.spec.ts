import { expect, type Page, test } from '@playwright/test'
import { main, signedIn } from '@/e2e/support/host'
import { freshAddress } from '@/e2e/support/mail'
import { administrator, openAs, signIn } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { weekStart } from '@/lib/measures/rules'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'

const DAY = 86_400_000
const figure = (page: Page, title: string) => main(page).getByRole('region', { name: title })

/** Twelve people who came ten days ago, some of them again two days later, as of last Monday. */
async function somePeopleWentOut() {
  const monday = weekStart(now()).getTime()
  const people = await Promise.all(Array.from({ length: 12 }, () => makeFreelancer({ name: 'Noé' })))
  const ids = people.map(({ id }) => id)
  await db.user.updateMany({ where: { id: { in: ids } }, data: { createdAt: new Date(monday - 100 * DAY) } })
  for (const [ago, guests] of [
    [90, ids],
    [80, ids.slice(0, 6)],
    [10, ids],
  ] as const) {
    const startsAt = new Date(monday - ago * DAY)
    const event = await makeEvent({
      startsAt,
      endsAt: new Date(startsAt.getTime() + DAY / 12),
      unlisted: true,
    })
    for (const [i, freelancerId] of guests.entries())
      await makeRsvp({ eventId: event.id, freelancerId, position: i + 1 })
  }
}

test('the administrator reads figures of everybody, and of nobody', async ({ page }) => {
  await somePeopleWentOut()
  await openAs(page, (await administrator()).id)
  await page.goto('/fr/admin')
  await page.getByRole('link', { name: 'Voir les mesures' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mesures' })).toBeVisible()
  const wait = figure(page, 'De la première visite à la première sortie')
  await expect(wait.getByText('10 jours', { exact: true })).toBeVisible()
  await expect(wait.getByRole('row', { name: 'Pas encore trop peu pour le dire' })).toBeVisible()
  await expect(figure(page, 'Reviennent dans les trente jours').getByText('50 %').first()).toBeVisible()
  const outings = figure(page, 'Sorties par membre et par semaine')
  await expect(outings.getByRole('table')).toBeHidden()
  await outings.getByText('Lire les chiffres').click()
  await expect(outings.getByRole('row')).toHaveCount(13)
  const minutes = figure(page, 'Minutes dans l’app par sortie')
  await expect(minutes).toContainText('Il faut cinq personnes qui acceptent de compter leurs minutes')
  await expect(main(page)).not.toContainText('Noé')

  await page.getByRole('link', { name: 'personnes inventées de la démo' }).click()
  await expect(main(page)).toContainText('Voici les personnes inventées')
})

test('in English too, and to anybody else it is not there', async ({ page }) => {
  await openAs(page, (await administrator()).id)
  await page.goto('/en/admin/measures')
  await expect(figure(page, 'Minutes in the app per outing')).toContainText('too few to show')
  await signIn(page, freshAddress('curious'))
  const answer = await page.goto('/en/admin/measures')
  expect(answer?.status()).toBe(404)
  await expect(main(page)).not.toContainText('outing per')
})

/** Passes time, then turns to another app. */
async function lookAway(page: Page, after: number) {
  await page.clock.fastForward(after)
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

test('minutes are counted of those alone who say so, until they say no', async ({ page }) => {
  const told: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/minutes')) told.push(request.method())
  })
  await page.clock.install()
  const ana = await signedIn(page)
  const counter = () => db.minutesCounter.findUnique({ where: { personId: ana.id } })
  await page.goto('/fr/agenda')
  await lookAway(page, 60_000)
  await page.goto('/fr/me/profile')
  expect(await counter()).toBeNull()
  expect(told).toEqual([])

  await page.getByRole('button', { name: 'Compter mes minutes' }).click()
  await expect(main(page)).toContainText('Vos minutes sont comptées depuis')
  // The counter never says more than the time that has passed since it began.
  await db.minutesCounter.update({
    where: { personId: ana.id },
    data: { since: new Date(now().getTime() - DAY) },
  })
  await lookAway(page, 90_000)
  await expect.poll(async () => (await counter())?.seconds).toBeGreaterThanOrEqual(90)
  expect(told).toEqual(['POST'])

  await page.goto('/fr/me/profile')
  await expect(main(page)).toContainText('2 minutes')
  await page.getByRole('button', { name: 'Ne plus compter, et oublier' }).click()
  await expect(page.getByRole('button', { name: 'Compter mes minutes' })).toBeVisible()
  expect(await counter()).toBeNull()
})

test('another site tells of no minutes', async ({ page }) => {
  const ana = await signedIn(page)
  await db.minutesCounter.create({ data: { personId: ana.id, since: new Date(now().getTime() - DAY) } })
  const tell = (origin: string, data: object) =>
    page.request.post('/api/minutes', { headers: { origin, 'content-type': 'application/json' }, data })
  const own = process.env.E2E_URL ?? ''
  expect((await tell('https://elsewhere.example', { seconds: 60 })).status()).toBe(403)
  expect((await tell(own, { seconds: 6000 })).status()).toBe(400)
  expect((await tell(own, { seconds: 60 })).status()).toBe(204)
  expect(await db.minutesCounter.findUnique({ where: { personId: ana.id } })).toMatchObject({ seconds: 60 })
  await page.context().clearCookies()
  expect((await tell(own, { seconds: 60 })).status()).toBe(401)
})
