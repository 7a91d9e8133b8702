import { expect, type Page, test } from '@playwright/test'
import { main, unique } from '@/e2e/support/host'
import { freshAddress, mailsTo, readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'

const hours = (n: number) => new Date(now().getTime() + n * 3_600_000)
const WAY = '06 00 00 00 01'

const somebody = (name: string, locale = 'fr') =>
  makeFreelancer({
    ...{ name, locale, trade: 'Traductrice', visibility: 'members' },
    email: freshAddress(name.toLowerCase()),
  })

/** An outing that ended an hour ago, of a host who is not to be seen, and these people. */
async function over(title: string, ...people: { id: string }[]) {
  const event = await makeEvent({ title, city: 'Cannes', startsAt: hours(-3), endsAt: hours(-1) })
  for (const { id: freelancerId } of people) await makeRsvp({ eventId: event.id, freelancerId })
  return event
}

const pageOf = async (page: Page, eventId: string) => {
  await page.goto(`/fr/events/${eventId}`)
  return main(page).innerHTML()
}

test('two who met are glad of it, learn so together, and reach each other', async ({ page, browser }) => {
  const [ana, bob] = [await somebody('Ana'), await somebody('Bob')]
  const { id: eventId } = await over(unique('Apéro'), ana, bob)
  // Bob's browser runs no script.
  const other = await browser.newPage({ javaScriptEnabled: false })
  await openAs(other, bob.id)
  const before = await pageOf(other, eventId)
  expect(before).toContain('À revoir')

  await openAs(page, ana.id)
  await page.goto('/fr/outings')
  await main(page).getByText('Qui était là').click()
  await page.getByRole('button', { name: 'À revoir avec plaisir : Bob' }).click()
  await expect(main(page)).toContainText('Noté, pour vous seul·e')
  await page.getByRole('button', { name: 'Reprendre ce que j’ai dit de Bob' }).click()
  await expect(main(page)).not.toContainText('Noté, pour vous seul·e')
  await page.getByRole('button', { name: 'À revoir avec plaisir : Bob' }).click()
  await expect(main(page)).toContainText('Noté, pour vous seul·e')
  expect(await pageOf(other, eventId)).toBe(before)

  await other.getByRole('button', { name: 'À revoir avec plaisir : Ana' }).click()
  await expect(main(other)).toContainText('C’est réciproque')
  const { text } = await readMail(page, ana.email, /Avec Bob, c’est réciproque/)
  expect(text).toContain('Vous êtes les deux seules personnes à le savoir')
  await readMail(page, bob.email, /Avec Ana, c’est réciproque/)

  await page.goto('/fr/me')
  await main(page).getByRole('link', { name: 'Se revoir' }).click()
  await expect(main(page).getByRole('heading', { level: 3, name: 'Bob' })).toBeVisible()
  await main(page).getByText('Laisser à Bob un moyen de vous joindre').click()
  await page.getByLabel('Comment Bob peut vous joindre').fill(WAY)
  await page.getByRole('button', { name: 'Enregistrer pour Bob' }).click()
  await expect(main(page)).toContainText(`Bob peut vous joindre : ${WAY}`)
  await other.goto('/fr/me/people')
  await expect(main(other)).toContainText(WAY)

  const next = await makeEvent({ title: unique('La suite'), city: 'Cannes' })
  for (const freelancerId of [ana.id, bob.id]) await makeRsvp({ eventId: next.id, freelancerId })
  await page.goto(`/fr/events/${next.id}`)
  await expect(main(page)).toContainText('Bob vient aussi.')
  await page.goto('/fr/me/people')
  await expect(main(page)).toContainText(`Votre prochaine sortie ensemble : ${next.title}`)

  await other.getByLabel('Ne plus vouloir se revoir… : Ana').click()
  await other.getByRole('button', { name: 'Effacer ce lien' }).click()
  await expect(main(other)).not.toContainText(WAY)
  await page.reload()
  await expect(main(page)).toContainText('Pas encore')
  await expect(page.getByLabel('Comment Bob peut vous joindre')).toHaveCount(0)
  expect((await mailsTo(ana.email)).length).toBe(1)

  await main(page).getByText('Ne plus participer…').click()
  await page.getByRole('button', { name: 'Ne plus participer et tout oublier' }).click()
  await expect(main(page)).toContainText('C’est fait. Tout est oublié.')
  await other.goto(`/fr/events/${eventId}`)
  await expect(main(other)).toContainText('Personne d’autre ne se laisse voir ici')
  await other.close()
})

test('in English: whoever hides is told why they see nobody, and whoever was not there is asked nothing', async ({
  page,
}) => {
  const [ana, bob] = [await somebody('Ana', 'en'), await somebody('Bob', 'en')]
  const hidden = await makeFreelancer({ name: 'Zoé', locale: 'en' })
  const { id: eventId } = await over(unique('Lunch'), ana, bob, hidden)
  await openAs(page, hidden.id)
  await page.goto(`/en/events/${eventId}`)
  await expect(main(page)).toContainText('Your profile is hidden')
  await expect(page.getByRole('button', { name: /Bob/ })).toHaveCount(0)
  await page.goto('/en/me/people')
  await expect(main(page).getByRole('link', { name: 'Change my profile' })).toBeVisible()

  await openAs(page, (await somebody('Stranger', 'en')).id)
  await page.goto(`/en/events/${eventId}`)
  await expect(main(page).getByRole('heading', { name: 'Who was there' })).toHaveCount(0)

  await openAs(page, ana.id)
  await page.goto('/en/me/people')
  await main(page).getByText('The others, met on outings').click()
  await page.getByRole('button', { name: 'Meet again, gladly: Bob' }).click()
  await expect(main(page)).toContainText('Noted, for you alone')
  await expect(main(page)).not.toContainText('Zoé')

  // Nobody is in it who did not choose to be.
  const cleo = await makeFreelancer({ name: 'Cléo', locale: 'en', visibility: 'members', seeAgain: false })
  await over(unique('Breakfast'), ana, cleo)
  await openAs(page, cleo.id)
  await page.goto('/en/outings')
  await main(page).getByRole('link', { name: 'See somebody of these outings again?' }).click()
  await expect(main(page)).toContainText('you are in none of these lists')
  await page.getByRole('button', { name: 'Take part' }).click()
  await expect(main(page)).toContainText('You take part.')
  await expect(main(page)).toContainText('Ana')
})
