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

test.describe('notifications', () => {
  const card = 'Être prévenu·e sur cet appareil ?'

  test('are offered once there is a seat, and "no thanks" is final', async ({ page, context }) => {
    await context.grantPermissions(['notifications'])
    const event = await makeEvent({ capacity: 5 })
    await signIn(page, freshAddress('ask'))
    await page.goto(`/fr/events/${event.id}/afterwork`)
    await expect(page.getByRole('button', { name: 'Je viens' })).toBeVisible()
    await expect(main(page).getByText(card)).toHaveCount(0)
    await page.getByRole('button', { name: 'Je viens' }).click()
    await expect(main(page).getByText(card)).toBeVisible()
    await page.getByRole('button', { name: 'Oui, prévenez-moi' }).click()
    // No push service can be reached from here.
    await expect(main(page)).toContainText('Votre navigateur n’a pas pu s’abonner.')
    await page.getByRole('button', { name: 'Non merci' }).click()
    await expect(main(page).getByText(card)).toHaveCount(0)
    await page.reload()
    await expect(main(page).getByText('Vous y êtes attendu·e')).toBeVisible()
    await expect(main(page).getByText(card)).toHaveCount(0)
  })

  test('that the browser refuses are explained, then not offered again', async ({ page, context }) => {
    const event = await makeEvent({ capacity: 5 })
    await signIn(page, freshAddress('refused'))
    await page.goto(`/fr/events/${event.id}/afterwork`)
    await page.getByRole('button', { name: 'Je viens' }).click()
    await expect(main(page).getByText(card)).toBeVisible()
    const devtools = await context.newCDPSession(page)
    const permission = { name: 'notifications' }
    await devtools.send('Browser.setPermission', { permission, setting: 'denied' })
    await page.getByRole('button', { name: 'Oui, prévenez-moi' }).click()
    await expect(main(page)).toContainText('Votre navigateur refuse les notifications')
    await page.reload()
    await expect(main(page).getByText('Vous y êtes attendu·e')).toBeVisible()
    await expect(main(page).getByText(card)).toHaveCount(0)
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

  test('what is pushed is shown with its words and leads to its page', async ({ page, context }) => {
    await context.grantPermissions(['notifications'])
    await page.goto('/fr/agenda')
    const devtools = await context.newCDPSession(page)
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const active = versions.find(({ status }) => status === 'activated')
        if (active) resolve(active.registrationId)
      })
    })
    await devtools.send('ServiceWorker.enable')
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js')
      await navigator.serviceWorker.ready
    })
    expect(await page.evaluate(() => Notification.permission)).toBe('granted')
    const url = new URL('/fr/outings', page.url()).href
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: new URL(page.url()).origin,
      registrationId: await registered,
      data: JSON.stringify({ title: 'Une place pour vous', body: 'Apéro · demain, 18 h 30', url, tag: 'r' }),
    })
    const shown = () =>
      page.evaluate(async () => {
        const worker = await navigator.serviceWorker.ready
        const [notice] = await worker.getNotifications()
        return notice && { title: notice.title, body: notice.body, url: notice.data.url }
      })
    await expect.poll(shown).toEqual({ title: 'Une place pour vous', body: 'Apéro · demain, 18 h 30', url })
  })
})
