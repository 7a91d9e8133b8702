import { expect, type Page, test } from '@playwright/test'
import { guest, idOf, main, signedIn, unique } from '@/e2e/support/host'
import { readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'

const GENTLE = ['L’endroit est calme', 'On part quand on veut', 'Pas de tour de table']

/** An event on the host's page becomes what these boxes say. */
async function say(page: Page, eventId: string, boxes: string[], seats: string) {
  await page.goto(`/fr/host/${eventId}/edit`)
  await page.getByRole('textbox', { name: /^Places/ }).fill(seats)
  await main(page)
    .getByText(/^Invités/)
    .click()
  for (const box of boxes) await page.getByLabel(box).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('C’est enregistré')
}

test('nobody arrives alone: a host greets, a first-timer says that they are shy, the greeter alone knows', async ({
  page,
  browser,
}) => {
  const lea = await signedIn(page, 'Léa')
  const { id, title } = await makeEvent({ organizerId: lea.id, title: unique('Café'), city: 'Cannes' })
  const [ana, marc] = [await guest('Ana'), await guest('Marc')]
  const before = await makeEvent({
    startsAt: new Date(now().getTime() - 9e7),
    endsAt: new Date(now().getTime() - 8e7),
  })
  await makeRsvp({ eventId: before.id, freelancerId: marc.id })
  for (const person of [ana, marc]) await joinEvent(person, id)

  await say(page, id, [...GENTLE, 'Bien pour les nouveaux venus'], '8')
  expect(idOf(page)).toBe(id)
  await main(page).getByRole('link', { name: 'Accueil', exact: true }).click()
  await page.getByRole('button', { name: 'Ajouter à l’accueil' }).click()
  await expect(main(page)).toContainText('Dites où cette personne attend')
  await page.getByLabel('Où, dix minutes avant').fill('Devant le comptoir')
  await page.getByLabel('À quoi la reconnaître').fill('Foulard rouge')
  await page.getByRole('button', { name: 'Ajouter à l’accueil' }).click()
  await expect(main(page).getByRole('listitem')).toContainText('Foulard rouge')
  await page.getByLabel('Qui accueille ?').selectOption({ label: 'Marc' })
  await page.getByLabel('Où, dix minutes avant').fill('Sur la terrasse')
  await page.getByLabel('À quoi la reconnaître').fill('Béret bleu')
  await page.getByRole('button', { name: 'Ajouter à l’accueil' }).click()
  await expect(main(page)).toContainText('Réponse attendue')
  await readMail(page, marc.email, /Accueillir les nouveaux/)

  // Ana's browser runs no script.
  const other = await browser.newPage({ javaScriptEnabled: false })
  await openAs(other, ana.id)
  await other.goto(`/fr/events/${id}`)
  await expect(main(other)).toContainText('Léa vous attend dès')
  await expect(main(other)).toContainText('Foulard rouge')
  await expect(main(other)).not.toContainText('Béret bleu')
  await expect(main(other)).toContainText('En douceur : un endroit calme')
  await expect(main(other)).not.toContainText('Marc')
  await other.getByRole('button', { name: 'Je suis un peu timide' }).click()
  await expect(main(other)).toContainText('C’est dit')

  await page.goto(`/fr/events/${id}`)
  await expect(main(page)).toContainText('Une personne timide vient pour la première fois : Ana')
  await openAs(page, marc.id)
  await page.goto(`/fr/events/${id}`)
  await expect(main(page)).toContainText('Accueilleriez-vous les nouveaux')
  await expect(main(page)).not.toContainText('Ana')
  await page.getByRole('button', { name: 'Oui, volontiers' }).click()
  await expect(main(page)).toContainText('timide vient pour la première fois : Ana')
  await other.reload()
  await expect(main(other)).toContainText('Béret bleu')
  await other.getByRole('button', { name: 'Ne plus le dire' }).click()
  await expect(main(other)).not.toContainText('C’est dit')
  await page.reload()
  await expect(main(page)).not.toContainText('Ana')
  await page.getByRole('button', { name: 'Ne plus accueillir' }).click()
  await expect(main(page)).not.toContainText('Vous accueillez')

  await page.goto('/fr/agenda')
  await page.getByLabel('En douceur').check()
  await page.getByRole('button', { name: 'Voir', exact: true }).click()
  await expect(page).toHaveURL(/gentle=1/)
  await expect(main(page).getByRole('article').filter({ hasText: title })).toContainText('En douceur')
  expect(await db.eventGreeter.count({ where: { eventId: id } })).toBe(1)
})

test('in English, a visitor reads that somebody greets, and no name', async ({ page }) => {
  const { id, organizerId } = await makeEvent({ title: unique('Coffee') })
  const greeter = await makeFreelancer({ name: 'Zelda' })
  await makeRsvp({ eventId: id, freelancerId: greeter.id })
  await db.eventGreeter.createMany({
    data: [organizerId, greeter.id].map((freelancerId) => ({
      ...{ eventId: id, freelancerId, recognise: 'Red scarf', meetAt: 'At the counter', agreedAt: now() },
    })),
  })
  await page.goto(`/en/events/${id}`)
  await expect(main(page)).toContainText('First time? Somebody will await you there.')
  await expect(main(page)).not.toContainText('Zelda')
  await expect(main(page)).not.toContainText('Red scarf')
  await page.goto('/en?gentle=1')
  await page.getByRole('button', { name: /^Filters/ }).click()
  await expect(page.getByLabel('Gentle')).toBeChecked()
})
