import { expect, type Page, test } from '@playwright/test'
import { freshAddress, readCode, readMail } from '@/e2e/support/mail'
import { openAs, signIn } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { cancelRsvp, joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'

const HOUR = 3_600_000
const main = (page: Page) => page.getByRole('main')
const linkTo = (event: { id: string }) => `/fr/events/${event.id}/afterwork`
const diet = {
  ...{ id: 'diet', type: 'choice', text: 'Que mangez-vous ?', required: true },
  choices: ['De tout', 'Végétarien'],
}

test('a guest brings people and answers; the host reads it', async ({ page, browser }) => {
  const host = await makeFreelancer({ name: 'Léa' })
  const event = await makeEvent({
    ...{ title: 'Afterwork', organizerId: host.id, capacity: 6, maxCompanions: 2, questions: [diet] },
  })
  await page.goto(linkTo(event))
  await main(page).getByText('Je viens', { exact: true }).click()
  await page.getByLabel('Votre prénom ou nom').fill('Ana Costa')
  const email = freshAddress('guests')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByLabel('Combien serez-vous').selectOption('Moi et une autre personne')
  await page.getByText('Première fois').first().click()
  await page.getByLabel('C’est ma première fois').check()
  await page.getByLabel('Un mot à l’hôte').fill('À tout de suite')
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  // The required answer is missing: everything else is kept.
  await expect(main(page).getByText('L’hôte a besoin de cette réponse.')).toBeVisible()
  await expect(page.getByLabel('Votre adresse e-mail')).toHaveValue(email)
  await expect(page.getByLabel('Un mot à l’hôte')).toHaveValue('À tout de suite')
  await page.getByText('Végétarien').click()
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.waitForURL(/\/sign-in\/code\//)
  await page.keyboard.type(await readCode(page, email))
  await expect(main(page).getByText('Vos 2 places sont gardées.')).toBeVisible()

  const hosts = await browser.newContext()
  const desk = await hosts.newPage()
  await openAs(desk, host.id)
  await desk.goto(`/fr/host/${event.id}`)
  await expect(main(desk)).toContainText('2 personnes viennent')
  await expect(main(desk)).toContainText('Ana Costa')
  await expect(main(desk)).toContainText('et une autre personne')
  await expect(main(desk)).toContainText('Première fois')
  await expect(main(desk)).toContainText('À tout de suite')
  await expect(main(desk)).toContainText('Végétarien')
  await hosts.close()
})

test('maybe holds no seat, and coming after all is one tap', async ({ page }) => {
  const event = await makeEvent({ title: 'Afterwork', capacity: 1 })
  await signIn(page, freshAddress('maybe'))
  await page.goto(linkTo(event))
  await page.getByRole('button', { name: 'Peut-être' }).click()
  await expect(main(page).getByText('Aucune place n’est gardée.')).toBeVisible()
  await page.getByRole('button', { name: 'Je viens' }).click()
  await expect(main(page).getByText('Vous y êtes attendu·e')).toBeVisible()
})

test('where the host lets people in: asking, and the yes by mail', async ({ page, browser }) => {
  const host = await makeFreelancer({ name: 'Léa' })
  const event = await makeEvent({ title: 'Afterwork', organizerId: host.id, capacity: 2, approval: true })
  const email = freshAddress('asking')
  await signIn(page, email, 'Zoé')
  await page.goto(linkTo(event))
  await page.getByRole('button', { name: 'J’aimerais venir' }).click()
  await expect(main(page).getByText('L’hôte a votre demande')).toBeVisible()
  const hosts = await browser.newContext()
  const desk = await hosts.newPage()
  await openAs(desk, host.id)
  await desk.goto(`/fr/host/${event.id}`)
  await desk.getByRole('button', { name: 'Accueillir Zoé' }).click()
  await expect(main(desk).getByText('C’est fait')).toBeVisible()
  await hosts.close()
  await readMail(page, email, /C’est noté/)
  await page.reload()
  await expect(main(page).getByText('Vous y êtes attendu·e')).toBeVisible()
})

test('a seat that comes free tonight is kept two hours, and taken from the mail', async ({ page }) => {
  const startsAt = new Date(now().getTime() + 6 * HOUR)
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR)
  const event = await makeEvent({ title: 'Afterwork', capacity: 1, startsAt, endsAt })
  const first = toActor(await makeFreelancer())
  await joinEvent(first, event.id)
  const email = freshAddress('tonight')
  const person = await makeFreelancer({ email, name: 'Zoé' })
  await joinEvent(toActor(person), event.id)
  await cancelRsvp(first, event.id)
  const { text } = await readMail(page, email, /Une place pour vous/)
  const link = /https?:\/\/\S+?(\/fr\/confirm\/[\w.~-]+)/.exec(text)?.[1] ?? ''
  await page.goto(link)
  await page.getByRole('button', { name: 'Oui, je viens' }).click()
  await expect(main(page).getByText('Vous y êtes attendu·e')).toBeVisible()
})

test('a hidden address is told to those who come, and to nobody else', async ({ page }) => {
  const hiddenPlace = { placeName: 'Chez Léa', address: '5 rue Secrète', lat: 43.5512, lng: 7.0128 }
  const event = await makeEvent({ title: 'Afterwork', city: 'Cannes', placeName: '', hiddenPlace })
  await signIn(page, freshAddress('hidden'))
  const answer = await page.goto(linkTo(event))
  expect(await answer?.text()).not.toContain('Secrète')
  await expect(main(page).getByText('L’hôte donne l’adresse exacte')).toBeVisible()
  expect(await (await page.request.get(`/api/v1/events/${event.id}`)).text()).not.toContain('Secrète')
  await page.getByRole('button', { name: 'Je viens' }).click()
  await expect(main(page).getByText('5 rue Secrète')).toBeVisible()
})

test('what a host decides about guests is kept, draft and all', async ({ page }) => {
  const host = await signIn(page, freshAddress('decides'), 'Léa')
  const event = await makeEvent({
    ...{
      title: 'Afterwork',
      organizerId: host.id,
      city: 'Cannes',
      address: '3 rue Exemple',
      placeName: 'Chez moi',
    },
  })
  await page.goto(`/fr/host/${event.id}/edit`)
  await main(page).getByText('Invités', { exact: false }).first().click()
  await expect(page.getByLabel('J’accueille chaque personne')).not.toBeChecked()
  await page.getByLabel('Peut-on venir accompagné').selectOption('Jusqu’à 2 personnes')
  await page.getByLabel('Qui voit qui vient').selectOption('Les hôtes seulement')
  await page.getByLabel('J’accueille chaque personne').check()
  await page.getByLabel('Ne donner l’adresse').check()
  await main(page).getByText('Question 1', { exact: true }).click()
  await page.getByLabel('Votre question').first().fill('Que mangez-vous ?')
  await page.getByLabel('Réponse', { exact: true }).first().selectOption('Une réponse parmi plusieurs')
  await page.getByLabel('Les réponses').first().fill('De tout')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page).getByText('Donnez au moins deux réponses')).toBeVisible()
  await expect(page.getByLabel('Ne donner l’adresse')).toBeChecked()
  await page.getByLabel('Les réponses').first().fill('De tout\nVégétarien')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page).getByText('C’est enregistré.')).toBeVisible()
  await page.goto(`/fr/host/${event.id}/edit`)
  await main(page).getByText('Invités', { exact: false }).first().click()
  await expect(page.getByLabel('J’accueille chaque personne')).toBeChecked()
  await expect(page.getByLabel('Ne donner l’adresse')).toBeChecked()
  await expect(page.getByLabel('Les réponses').first()).toHaveValue('De tout\nVégétarien')
  await expect(page.getByLabel('Il faut y répondre').first()).not.toBeChecked()
  await expect(page.locator('[name=address]')).toHaveValue('3 rue Exemple')
})
