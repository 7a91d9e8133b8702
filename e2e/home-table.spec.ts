import { expect, test } from '@playwright/test'
import { main } from '@/e2e/support/host'
import { freshAddress, mailsTo, readMail } from '@/e2e/support/mail'
import { openAs, signIn } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeHomeTable, makeIdentified } from '@/lib/testing/homes'
import { makeRsvp } from '@/lib/testing/makers'

const MINUTE = 60_000

test('a table at home, from the form to the way out', async ({ page, browser }) => {
  const host = await makeIdentified({ name: 'Léa Martin', email: freshAddress('home-host') })
  await openAs(page, host.id)
  await page.goto('/fr/host/new?kind=home_table')
  await expect(main(page)).toContainText('entre membres identifiés')
  await expect(main(page).getByRole('radio', { name: 'En ligne' })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Ville ou code postal' }).fill('Cannes')
  await page
    .getByRole('option', { name: /Cannes/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).fill('5 rue du Port')
  await page.getByLabel('Places').fill('12')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('de 3 à 6 places')
  await page.getByLabel('Places').fill('4')
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.waitForURL(/\/fr\/host\/[\w-]{36}/)
  const event = await db.event.findFirstOrThrow({ where: { organizerId: host.id, kind: 'home_table' } })
  const path = `/fr/events/${event.id}`

  const guests = await browser.newContext()
  const phone = await guests.newPage()
  await phone.goto(path)
  await expect(main(phone)).toContainText('Réservé aux membres identifiés')
  await expect(main(phone)).toContainText('Cannes')
  await expect(main(phone)).not.toContainText(/rue du Port|Léa/)
  const ines = await makeIdentified({ name: 'Inès', email: freshAddress('home-guest') })
  await openAs(phone, ines.id)
  await phone.goto(path)
  await phone.getByRole('button', { name: 'J’aimerais venir' }).click()
  await expect(main(phone).getByText('L’hôte a votre demande')).toBeVisible()
  await expect(main(phone)).not.toContainText('rue du Port')

  await page.goto(`/fr/host/${event.id}`)
  await page.getByRole('button', { name: 'Accueillir Inès' }).click()
  await expect(main(page).getByText('C’est fait')).toBeVisible()
  expect((await readMail(page, ines.email, /C’est noté/)).text).toContain('5 rue du Port')

  await phone.reload()
  await expect(main(phone)).toContainText('5 rue du Port')
  const marie = freshAddress('marie')
  await main(phone).getByText('Prévenir quelqu’un').click()
  await phone.getByLabel('Son nom').fill('Marie')
  await phone.getByLabel('Son adresse e-mail').fill(ines.email)
  await phone.getByLabel('Lui écrire').selectOption('Au début de la sortie')
  await phone.getByLabel('Lui dire l’adresse').check()
  await phone.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(phone).getByText('C’est votre propre adresse.')).toBeVisible()
  await expect(phone.getByLabel('Son nom')).toHaveValue('Marie')
  await phone.getByLabel('Son adresse e-mail').fill(marie)
  await phone.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(phone).getByText('Marie aura une lettre au début.')).toBeVisible()

  const startsAt = new Date(now().getTime() - MINUTE)
  const endsAt = new Date(startsAt.getTime() + 120 * MINUTE)
  await db.event.update({ where: { id: event.id }, data: { startsAt, endsAt } })
  const told = await readMail(page, marie, /Inès est de sortie/)
  expect(told.text).toContain('5 rue du Port')
  await phone.reload()
  await main(phone).getByRole('button', { name: 'Je suis parti·e, tout va bien' }).click()
  await expect(main(phone).getByText('Marie apprend que tout va bien')).toBeVisible()
  await readMail(page, marie, /tout va bien/)

  const link = (await mailsTo(marie))[0]?.text?.match(/\/fr\/never\/\S+/)?.[0] ?? ''
  const stranger = await browser.newPage()
  await stranger.goto(link)
  await stranger.getByRole('button', { name: 'Ne plus jamais m’écrire' }).click()
  await expect(main(stranger)).toContainText('Plus personne ici ne vous écrira.')
  await stranger.close()
  await guests.close()
})

test('somebody who is not identified yet sees what is missing, in English', async ({ page }) => {
  const { id } = await makeHomeTable()
  await signIn(page, freshAddress('unknown'), 'Bob')
  await page.goto(`/en/events/${id}`)
  await expect(main(page)).toContainText('For identified members')
  await expect(main(page)).toContainText('Done: A proven e-mail address')
  await expect(main(page)).toContainText('Missing: A trade')
  await expect(main(page)).toContainText('Missing: A first outing, held by somebody else')
  await expect(page.getByRole('button', { name: /I’d like to come|I’m coming/ })).toHaveCount(0)
  await main(page).getByRole('link', { name: 'Complete my profile' }).first().click()
  await page.waitForURL(/\/en\/me\/profile/)
})

test('the question in the mail: an hour more, then gone, in English', async ({ page }) => {
  const person = await makeIdentified({ name: 'Bob', locale: 'en', email: freshAddress('asked') })
  const over = {
    startsAt: new Date(now().getTime() - 121 * MINUTE),
    endsAt: new Date(now().getTime() - MINUTE),
  }
  const { id: eventId } = await makeHomeTable(over)
  await makeRsvp({ eventId, freelancerId: person.id })
  await db.trustedContact.create({
    data: {
      ...{ eventId, freelancerId: person.id, name: 'Marie', email: freshAddress('marie'), emailHash: 'x' },
      ...{ telling: 'if_needed', grace: 90 },
    },
  })
  await db.event.update({ where: { id: eventId }, data: { startsAt: new Date(+over.startsAt - 1) } })
  await readMail(page, person.email, /Have you left\?/)
  await page.goto((await mailsTo(person.email))[0]?.text?.match(/\/en\/left\/\S+/)?.[0] ?? '')
  await page.getByRole('button', { name: 'I’m staying an hour more' }).click()
  const extra = async () => (await db.trustedContact.findFirst({ where: { eventId } }))?.extra ?? 0
  await expect.poll(extra).toBeGreaterThan(60)
  await page.getByRole('button', { name: 'I’ve left, all is well' }).click()
  await expect(main(page)).toContainText('Noted')
})
