import { expect, test } from '@playwright/test'
import { main } from '@/e2e/support/host'
import { freshAddress } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { launchOptions } from '@/lib/testing/launch'
import { makeEvent } from '@/lib/testing/makers'

// The shell of Chromium has no notifications.
test.use({ launchOptions: launchOptions(process.env.CAFETIERE_BROWSER) })

const card = 'Être prévenu·e sur cet appareil ?'

test('notifications are offered once there is a seat, and "no thanks" is final', async ({
  page,
  context,
}) => {
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

test('notifications that the browser refuses are explained, then not offered again', async ({
  page,
  context,
}) => {
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
