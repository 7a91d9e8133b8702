import { expect, test } from '@playwright/test'
import { db } from '@/lib/db'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

test('a shared link survives a new title, and a link without its words finds its way', async ({ page }) => {
  const event = await makeEvent({ title: 'Apéro du port' })
  const old = `/fr/events/${event.id}/apero-du-port`
  await page.goto(old)
  await expect(page).toHaveURL(old)
  await db.event.update({ where: { id: event.id }, data: { title: 'Apéro de la plage' } })
  const now = `/fr/events/${event.id}/apero-de-la-plage`
  for (const link of [old, `/fr/events/${event.id}`]) {
    await page.goto(link)
    await expect(page).toHaveURL(now)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apéro de la plage')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${now}$`))
})

test('a place’s link survives a new name', async ({ request }) => {
  const space = await makeSpace({ name: 'La Bulle' })
  const answer = await request.get(`/en/spaces/${space.id}/some-old-name`, { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe(`/en/spaces/${space.id}/la-bulle`)
})

test('search engines read what an event is', async ({ page }) => {
  const event = await makeEvent({ title: 'Atelier </script><b>photo', capacity: 4 })
  await page.goto(`/fr/events/${event.id}`)
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(text ?? '')).toMatchObject({
    '@type': 'Event',
    name: 'Atelier </script><b>photo',
    maximumAttendeeCapacity: 4,
  })
})
