import { expect, test } from '@playwright/test'
import { guest, main, signedIn, unique } from '@/e2e/support/host'
import { mailsTo, readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent } from '@/lib/testing/makers'

test('a host writes to those who come; one click ends such mails, and the page still says it', async ({
  page,
  request,
}) => {
  const lea = await signedIn(page, 'Léa')
  const event = await makeEvent({ organizerId: lea.id, title: unique('Apéro') })
  const [bob, eve] = [await guest('Bob'), await guest('Eve')]
  await joinEvent(bob, event.id)
  await joinEvent(eve, event.id)
  await page.goto(`/fr/host/${event.id}`)
  await main(page).getByRole('link', { name: 'Écrire' }).click()
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(main(page)).toContainText('Écrivez d’abord votre message.')
  await expect(main(page)).toContainText('2 personnes le reçoivent.')
  await page.getByLabel('Votre message').fill('Sonnez à Atelier.')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(main(page)).toContainText('C’est parti.')
  await expect(page.getByLabel('Votre message')).toHaveValue('')
  await expect(main(page)).toContainText('Sonnez à Atelier.')

  expect((await readMail(page, bob.email, /Léa, pour/)).text).toContain('Sonnez à Atelier.')
  const [mail] = (await mailsTo(bob.email)).filter(({ subject }) => subject?.startsWith('Léa, pour'))
  const list = mail?.headers.get('list') as unknown as { unsubscribe: { url: string } }
  const answer = await request.post(list.unsubscribe.url, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(answer.ok()).toBe(true)

  await page.getByLabel('Votre message').fill('Apportez des jeux.')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(main(page)).toContainText('Apportez des jeux.')
  await expect
    .poll(
      async () => (await mailsTo(eve.email)).filter(({ subject }) => subject?.startsWith('Léa, pour')).length,
    )
    .toBe(2)
  expect((await mailsTo(bob.email)).filter(({ subject }) => subject?.startsWith('Léa, pour'))).toHaveLength(1)

  await page.context().clearCookies()
  await openAs(page, bob.id)
  await page.goto(`/fr/events/${event.id}`)
  await expect(main(page)).toContainText('Apportez des jeux.')
})
