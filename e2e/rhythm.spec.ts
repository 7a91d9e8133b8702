import { expect, test } from '@playwright/test'
import { main, signedIn, unique } from '@/e2e/support/host'
import { readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { queueRhythmLetters } from '@/lib/rhythm/commands'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'

const DAY = 86_400_000
const ahead = (days: number) => new Date(+now() + days * DAY)

test('a rhythm is chosen, shown as a ring, and after a while three ideas come by mail, with their reasons', async ({
  page,
}) => {
  // A place of its own, so that nothing else of the run is near.
  const at = { lat: 45 + Math.random(), lng: 3 + Math.random() }
  const ana = await signedIn(page, 'Ana')
  const home = { cellLat: at.lat, cellLng: at.lng, visibility: 'members' as const }
  await db.freelancer.update({ where: { id: ana.id }, data: home })
  const bob = await makeFreelancer({ name: 'Bob', visibility: 'members' })
  const past = await makeEvent({ ...at, startsAt: ahead(-20), endsAt: ahead(-19.9), organizerId: bob.id })
  await makeRsvp({ eventId: past.id, freelancerId: ana.id })
  const title = unique('Café du pont')
  await makeEvent({ ...at, title, startsAt: ahead(2), endsAt: ahead(2.1), organizerId: bob.id })

  await page.goto('/fr/outings')
  await expect(main(page)).toContainText('Bob, que vous avez croisé·e une fois, y sera')
  await expect(main(page)).toContainText('Personne ne paie pour figurer ici')
  await main(page).getByRole('link', { name: 'Choisir mon rythme' }).click()
  await page.getByText('Une fois par semaine', { exact: true }).click()
  await page.getByLabel('À quelle heure vous écrire').selectOption('12')
  await page.getByRole('button', { name: 'Choisir ce rythme' }).click()
  await expect(main(page)).toContainText('Votre rythme est noté')
  await expect(main(page)).toContainText('Dehors une semaine sur 8')
  await expect(main(page).getByRole('img', { name: /Une semaine avec une sortie/ })).toBeVisible()

  await db.rhythm.update({
    where: { freelancerId: ana.id },
    data: { changedAt: ahead(-40), timeZone: 'UTC' },
  })
  const noon = new Date(Math.floor(+now() / DAY) * DAY + 12 * 3_600_000 + 60_000)
  await queueRhythmLetters(noon)
  const mail = await readMail(page, ana.email, /Une idée pour sortir/)
  expect(mail.text).toContain(title)
  expect(mail.text).toContain('que vous avez croisé·e une fois')

  // To anybody else the page says nothing of it.
  const stranger = await makeFreelancer()
  await openAs(page, stranger.id)
  await page.goto('/fr/outings')
  await expect(main(page)).not.toContainText('Bob')
})

test('in English: changed, and forgotten', async ({ page }) => {
  const { id } = await signedIn(page, 'Mary')
  await page.goto('/en/outings/rhythm')
  await page.getByText('Every other week').click()
  await page.getByLabel('A digest of the week').selectOption({ label: 'On Mondays' })
  await page.getByRole('button', { name: 'Choose this rhythm' }).click()
  await expect(main(page)).toContainText('Eight quiet weeks')
  expect(await db.rhythm.findUnique({ where: { freelancerId: id } })).toMatchObject({
    pace: 'fortnightly',
    digestDay: 1,
  })
  await main(page).getByRole('link', { name: 'Change' }).click()
  await page.getByText('Have no rhythm any more…').click()
  await page.getByRole('button', { name: 'Forget my rhythm' }).click()
  await expect(main(page)).toContainText('Forgotten')
  expect(await db.rhythm.count({ where: { freelancerId: id } })).toBe(0)
})
