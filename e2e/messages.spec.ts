import { expect, test } from '@playwright/test'
import { main } from '@/e2e/support/host'
import { freshAddress, readMail } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { queueReminders } from '@/lib/reminders/queue/commands'
import { unsubscribeToken } from '@/lib/settings/commands'
import { mySettings, wants } from '@/lib/settings/queries'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'
import { makeBrowser } from '@/lib/testing/push-service'

const HOUR = 3_600_000
const ahead = (hours: number) => new Date(now().getTime() + hours * HOUR)

test('what to be told of, how and when not, is settled on one page', async ({ page }) => {
  const { id } = await signIn(page, freshAddress('settings'))
  await page.goto('/fr/me')
  await main(page).getByRole('link', { name: 'Mes messages' }).click()
  const reminders = page.getByRole('group', { name: 'Rappels' })
  await expect(reminders.getByLabel('E-mail')).toBeChecked()
  await reminders.getByLabel('E-mail').uncheck()
  await page.getByLabel('De', { exact: true }).fill('22:00')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('Indiquez les deux heures, ou aucune.')
  await expect(reminders.getByLabel('E-mail')).not.toBeChecked()
  await page.getByLabel('À', { exact: true }).fill('07:30')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('C’est enregistré.')
  await expect(main(page)).toContainText('Asia/Kat')
  expect(await mySettings(id)).toMatchObject({
    quietFrom: 1320,
    quietTo: 450,
    choices: { reminder: { mail: false, push: true }, change: { mail: true } },
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same page does the same', async ({ page }) => {
    const { id } = await signIn(page, freshAddress('noscript'))
    await page.goto('/en/me/messages')
    await page.getByRole('group', { name: 'Thanks' }).getByLabel('E-mail').uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(main(page)).toContainText('Saved.')
    expect(await wants(id, 'thanks', 'mail')).toBe(false)
  })
})

test('a mail program’s one click ends one kind of mail, and its page brings it back', async ({
  page,
  request,
}) => {
  const { id } = await makeFreelancer()
  const token = unsubscribeToken(id, 'reminder')
  const click = { form: { 'List-Unsubscribe': 'One-Click' } }
  expect((await request.post(`/api/unsubscribe/${token}`, click)).status()).toBe(204)
  expect(await wants(id, 'reminder', 'mail')).toBe(false)
  await page.goto(`/api/unsubscribe/${token}`)
  await expect(page).toHaveURL(new RegExp(`/fr/unsubscribe/${token}$`))
  await expect(main(page)).toContainText('Vous ne recevez plus d’e-mail « Rappels ».')
  await page.getByRole('button', { name: 'Les recevoir à nouveau' }).click()
  await expect(page.getByRole('button', { name: 'Ne plus les recevoir' })).toBeVisible()
  expect(await wants(id, 'reminder', 'mail')).toBe(true)
})

test('reminders arrive, say where to go, and let one out or confirm in one tap', async ({ page }) => {
  const ana = await makeFreelancer({ name: 'Ana', email: freshAddress('reminded') })
  const seatAt = async (hours: number, title: string) => {
    const times = { startsAt: ahead(hours), endsAt: ahead(hours + 2), capacity: 1, seatsTaken: 1 }
    const event = await makeEvent({ title, address: '3 rue du Port', city: 'Cannes', ...times })
    await makeRsvp({ eventId: event.id, freelancerId: ana.id, updatedAt: ahead(-999) })
    return event
  }
  await seatAt(1.9, 'Apéro')
  const wanted = await seatAt(23.9, 'Salsa')
  await makeRsvp({ eventId: wanted.id, status: 'waitlisted', position: 2 })
  await queueReminders()

  const soon = await readMail(page, ana.email, /À tout à l’heure.*Apéro/)
  expect(soon.text).toContain('3 rue du Port, Cannes')
  expect(soon.text).toContain('openstreetmap.org/directions')
  await page.goto(soon.text.match(/https?:\/\/\S+\/leave\/\S+/)?.[0] ?? '')
  await expect(page.getByRole('button', { name: 'Libérer ma place' })).toBeVisible()

  const { text } = await readMail(page, ana.email, /vous venez toujours à « Salsa »/)
  await page.goto(text.match(/https?:\/\/\S+\/coming\/\S+/)?.[0] ?? '')
  await page.getByRole('button', { name: 'Oui, je viens' }).click()
  await expect(main(page)).toContainText('Merci, on vous attend')
})

test('a browser is kept for who is signed in, and only at a push service', async ({ page }) => {
  const { subscription } = makeBrowser()
  const elsewhere = { ...subscription, endpoint: 'https://evil.example/x' }
  expect((await page.request.post('/api/push', { data: subscription })).status()).toBe(401)
  await signIn(page, freshAddress('push'))
  expect((await page.request.post('/api/push', { data: elsewhere })).status()).toBe(400)
  expect((await page.request.post('/api/push', { data: subscription })).status()).toBe(204)
  await page.goto('/fr/me/messages')
  await expect(main(page)).toContainText('Un appareil reçoit vos notifications.')
  await db.pushSubscription.delete({ where: { endpoint: subscription.endpoint } })
})
