import { expect, test } from '@playwright/test'
import { main, unique } from '@/e2e/support/host'
import { keptPhoto, PNG } from '@/e2e/support/photos'
import { makeSpace } from '@/lib/testing/makers'

// Refused before anything is sent there.
const LOST = 'https://10.0.0.1/lost.png'

test('a place shows its pictures from here, and no trace of one that does not come', async ({
  page,
  request,
}) => {
  const url = await keptPhoto(`https://owner.example/${unique('room')}.png`)
  const create = [
    { url, alt: 'La salle', position: 0 },
    { url: LOST, alt: 'La cour', position: 1 },
  ]
  const space = await makeSpace({ name: unique('La Bulle'), photos: { create } })
  await page.goto(`/fr/spaces/${space.id}`)
  const shown = main(page).getByRole('img', { name: 'La salle' })
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await expect(main(page).getByRole('img', { name: 'La cour' })).toHaveCount(0)

  const src = (await shown.getAttribute('src')) ?? ''
  expect(src).toMatch(/\/api\/photos\/[0-9a-f-]{36}$/)
  const answer = await request.get(src)
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/png',
    ...{ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" },
    'cache-control': expect.stringMatching(/^public/),
  })
  expect(await answer.body()).toEqual(PNG)
  const known = await request.get(src, { headers: { 'If-None-Match': answer.headers().etag ?? '' } })
  expect(known.status()).toBe(304)
  const head = await request.head(src)
  expect([head.status(), head.headers()['content-type']]).toEqual([200, 'image/png'])
})

test('a place none of whose pictures come looks like one without', async ({ page }) => {
  const space = await makeSpace({ name: unique('Le Zinc'), photos: { create: { url: LOST } } })
  await page.goto(`/fr/spaces/${space.id}`)
  await expect(main(page).getByRole('list', { name: 'Photos' })).toBeHidden()
})
