import { expect, test } from '@playwright/test'
import { idOf, main, signedIn, unique } from '@/e2e/support/host'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeRsvp } from '@/lib/testing/makers'

const hours = (n: number) => new Date(now().getTime() + n * 3_600_000)

test('an outing that is over is done again with one tap', async ({ page }) => {
  const lea = await signedIn(page, 'Léa')
  const title = unique('Open coffee')
  const times = { startsAt: hours(-26), endsAt: hours(-24) }
  const past = await makeEvent({ title, organizerId: lea.id, city: 'Cannes', ...times })
  await makeRsvp({ eventId: past.id, partySize: 2 })
  await page.goto(`/fr/host/${past.id}`)
  await expect(main(page)).toContainText('2 personnes s’étaient inscrites.')
  await page.getByRole('button', { name: /^Refaire/ }).click()
  await expect(main(page)).toContainText('C’est publié')
  const again = await db.event.findUniqueOrThrow({ where: { id: idOf(page) } })
  expect(again).toMatchObject({ title, status: 'published', seatsTaken: 0 })
  expect(again.startsAt.getTime() - past.startsAt.getTime()).toBeGreaterThan(6 * 24 * 3_600_000)
})

test('or changed first', async ({ page }) => {
  const lea = await signedIn(page, 'Léa')
  const title = unique('Déjeuner')
  const times = { startsAt: hours(-26), endsAt: hours(-24) }
  const past = await makeEvent({ title, organizerId: lea.id, city: 'Cannes', ...times })
  await page.goto(`/fr/host/${past.id}`)
  await page.getByRole('link', { name: 'Changer d’abord' }).click()
  await expect(page.getByLabel('Titre')).toHaveValue(title)
})
