import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { guest, idOf, main, signedIn, unique } from '@/e2e/support/host'
import { readMail } from '@/e2e/support/mail'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'

test('people who come are told of a new time, and of the end, with the organizer’s words', async ({
  page,
}) => {
  const ana = await signedIn(page)
  const title = unique('Apéro')
  const event = await makeEvent({ organizerId: ana.id, title, city: 'Cannes', capacity: 2 })
  const [bob, eve] = [await guest('Bob'), await guest('Eve')]
  await joinEvent(bob, event.id)
  await joinEvent(eve, event.id)

  await page.goto(`/fr/host/${event.id}/edit`)
  await page.getByLabel('Début').fill('19:45')
  await page.getByLabel('Fin').fill('22:15')
  await page.getByLabel('Places').fill('1')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('Des places sont déjà prises')
  await expect(page.getByLabel('Début')).toHaveValue('19:45')
  await page.getByLabel('Places').fill('4')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('prévenues par e-mail')
  const changed = await readMail(page, bob.email, /Du changement/)
  expect(changed.text).toContain('l’horaire')
  expect(changed.text).toMatch(/19\sh\s45/)

  await main(page).getByRole('link', { name: 'Annuler' }).click()
  await page.getByLabel('Un mot à celles et ceux').fill('Grippe générale, désolée !')
  await page.getByRole('button', { name: 'Oui, annuler la sortie' }).click()
  await expect(main(page)).toContainText('C’est annulé')
  const off = await readMail(page, eve.email, /Annulé/)
  expect(off.text).toContain('Grippe générale, désolée !')
  await page.goto(`/fr/events/${event.id}/x`)
  await expect(main(page)).toContainText('Annulé')
})

test('removing somebody tells them why and gives their seat to the first in line', async ({ page }) => {
  const ana = await signedIn(page)
  const event = await makeEvent({ organizerId: ana.id, title: unique('Afterwork'), capacity: 1 })
  const [bob, eve] = [await guest('Bob'), await guest('Eve')]
  await joinEvent(bob, event.id)
  await joinEvent(eve, event.id)
  await page.goto(`/fr/host/${event.id}`)
  await expect(main(page)).toContainText('Une personne attend')
  await main(page).getByLabel('Retirer Bob').click()
  await page.getByLabel('Un mot pour cette personne').first().fill('Réservé aux graphistes cette fois')
  await page.getByRole('button', { name: 'Oui, retirer de la liste' }).first().click()
  await expect(main(page)).toContainText('la première de la file a sa place')
  await expect(main(page)).toContainText('Une personne vient')
  await expect(main(page).getByText('Eve', { exact: true })).toBeVisible()
  await expect(main(page).getByText('Bob', { exact: true })).toHaveCount(0)
  expect((await readMail(page, bob.email, /retirée/)).text).toContain('Réservé aux graphistes cette fois')
  expect((await readMail(page, eve.email, /Une place pour vous/)).text).toContain('elle est à vous')
})

test('an event is published again a week later', async ({ page }) => {
  const ana = await signedIn(page)
  const title = unique('Open coffee')
  const event = await makeEvent({
    organizerId: ana.id,
    title,
    city: 'Cannes',
    capacity: 7,
    welcome: 'Au fond',
  })
  await page.goto('/fr/host')
  await main(page)
    .getByRole('link', { name: `Dupliquer ${title}` })
    .click()
  await expect(page.getByLabel('Titre')).toHaveValue(title)
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Au fond')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('C’est publié')
  const copy = await db.event.findUniqueOrThrow({ where: { id: idOf(page) } })
  expect(copy).toMatchObject({ capacity: 7, seatsTaken: 0, city: 'Cannes', sequence: 0 })
  expect(copy.startsAt.getTime() - event.startsAt.getTime()).toBeGreaterThan(6 * 86_400_000)
})

test('takes the list along for a spreadsheet, and nobody else does', async ({ page }) => {
  const lea = await signedIn(page, 'Léa')
  const event = await makeEvent({ organizerId: lea.id, title: unique('Apéro') })
  const ana = await makeFreelancer({ name: '=HYPERLINK("https://example.org")' })
  await joinEvent(toActor(ana), event.id)
  await page.goto(`/fr/host/${event.id}`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Liste pour un tableur' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file.split('\r\n')[1]).toMatch(/^"'=HYPERLINK.*Vient,1/)
  await page.context().clearCookies()
  const answer = await page.request.get(`/fr/host/${event.id}/guests.csv`)
  expect(answer.status()).toBe(404)
  await signedIn(page, 'Zoé')
  expect((await page.request.get(`/fr/host/${event.id}/guests.csv`)).status()).toBe(404)
})
