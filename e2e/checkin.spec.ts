import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { create } from 'qrcode'
import { main, signedIn, unique } from '@/e2e/support/host'
import { openAs } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { entryCode } from '@/lib/events/checkin/queries'
import { scannable } from '@/lib/events/checkin/rules'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'

/** What the browser takes for its camera's picture; written by the test that scans. */
const camera = path.join(tmpdir(), `cafetiere-camera-${process.pid}.y4m`)

const fake = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), ...fake, `--use-file-for-fake-video-capture=${camera}`]
    await use({ ...launchOptions, args })
  },
})

test.afterAll(() => rmSync(camera, { force: true }))

const hours = (n: number) => new Date(now().getTime() + n * 3_600_000)

/** An outing that has just begun, with two guests. */
async function scene(page: Page) {
  const lea = await signedIn(page, 'Léa')
  const times = { startsAt: hours(-0.2), endsAt: hours(2) }
  const event = await makeEvent({ organizerId: lea.id, title: unique('Apéro'), maxCompanions: 2 })
  const join = async (name: string) => {
    const person = await makeFreelancer({ name })
    await joinEvent(toActor(person), event.id)
    return db.rsvp.findFirstOrThrow({ where: { freelancerId: person.id } })
  }
  const guests = { eloise: await join('Éloïse'), bob: await join('Bob') }
  await db.event.update({ where: { id: event.id }, data: times })
  const present = async () => {
    const rows = await db.rsvp.findMany({
      where: { eventId: event.id, checkedInAt: { not: null } },
      select: { freelancer: { select: { name: true } } },
    })
    return rows.map(({ freelancer }) => freelancer.name).sort()
  }
  return { lea, event, guests, present, path: `/fr/host/${event.id}/checkin` }
}

const guestRow = (page: Page, name: string) => main(page).getByRole('button', { name })

/** The service worker has the page and all it is made of. */
async function isKept(page: Page, pagePath: string) {
  const kept = (at: string) =>
    page.evaluate(async (url) => {
      const cache = await caches.open('door')
      const urls = (await cache.keys()).map((request) => request.url)
      return urls.some((one) => one.endsWith(url)) && urls.some((one) => one.includes('/_next/static/'))
    }, at)
  await expect.poll(() => kept(pagePath), { timeout: 20_000 }).toBe(true)
}

test('check-ins made without a network are kept through a reload, and sync when it is back', async ({
  page,
  context,
}) => {
  const { event, path: at, present } = await scene(page)
  await page.goto(`/fr/host/${event.id}`)
  await main(page).getByRole('link', { name: 'Pointer les arrivées' }).click()
  await expect(main(page)).toContainText('À jour')
  await expect(main(page)).toContainText('0 sur 2 personnes')
  await isKept(page, at)

  await context.setOffline(true)
  await guestRow(page, 'Éloïse').click()
  await main(page).getByLabel('Prénom').fill('Zoé')
  await main(page).getByRole('button', { name: 'Ajouter' }).click()
  await expect(main(page)).toContainText('2 pointages sont gardés ici')
  await expect(main(page)).toContainText('2 sur 3 personnes')
  expect(await present()).toEqual([])

  await page.reload()
  await expect(main(page)).toContainText('2 pointages sont gardés ici')
  await expect(guestRow(page, 'Éloïse')).toHaveAttribute('aria-pressed', 'true')
  await guestRow(page, 'Bob').click()
  await expect(main(page)).toContainText('3 pointages sont gardés ici')

  await context.setOffline(false)
  await expect(main(page)).toContainText('À jour')
  await expect.poll(present).toEqual(['Bob', 'Éloïse'])
  expect(await db.walkIn.findMany({ where: { eventId: event.id } })).toMatchObject([{ name: 'Zoé' }])
})

async function secondPhone(context: BrowserContext, personId: string) {
  const other = await context.browser()?.newContext({ serviceWorkers: 'block', locale: 'fr-FR' })
  if (!other) throw new Error('no browser')
  // By plain http, as a phone reaches a demo: browsers withhold some of what they do over https.
  await other.addInitScript(() => Object.defineProperty(crypto, 'randomUUID', { value: undefined }))
  const page = await other.newPage()
  await openAs(page, personId)
  return page
}

test('two phones at one door: whoever one of them saw is there', async ({ page, context }) => {
  const { lea, path: at, present } = await scene(page)
  await page.goto(at)
  await expect(main(page)).toContainText('À jour')
  await context.setOffline(true)
  // Seen by mistake, and taken back, while another host sees them for good.
  await guestRow(page, 'Bob').click()
  await guestRow(page, 'Bob').click()
  await expect(guestRow(page, 'Bob')).toHaveAttribute('aria-pressed', 'false')
  const other = await secondPhone(context, lea.id)
  await other.goto(at)
  await guestRow(other, 'Bob').click()
  await expect.poll(present).toEqual(['Bob'])
  await other.context().close()
  await context.setOffline(false)
  await expect(guestRow(page, 'Bob')).toHaveAttribute('aria-pressed', 'true')
  expect(await present()).toEqual(['Bob'])
})

test('a guest’s code is read out and typed', async ({ page }) => {
  const { event, guests, path: at, present } = await scene(page)
  await openAs(page, guests.bob.freelancerId)
  await page.goto(`/fr/events/${event.id}`)
  await main(page).getByText('Mon code d’entrée').click()
  const code = entryCode(guests.bob.id)
  await expect(main(page)).toContainText(code)
  await expect(main(page).getByRole('img', { name: 'Code à scanner' })).toBeVisible()
  await openAs(page, event.organizerId)
  await page.goto(at)
  await expect(main(page)).toContainText('À jour')
  await page.getByLabel('Un nom ou un code').fill(code.toLowerCase())
  await page.getByLabel('Un nom ou un code').press('Enter')
  await expect(main(page)).toContainText('Bob est là.')
  await expect.poll(present).toEqual(['Bob'])
  await page.getByLabel('Un nom ou un code').fill('eloi')
  await expect(guestRow(page, 'Bob')).toHaveCount(0)
  await expect(guestRow(page, 'Éloïse')).toBeVisible()
})

/** A film of one picture, 640 × 480: the QR code of a text (YUV4MPEG2, 4:2:0). */
function film(text: string): Buffer {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const [width, height, scale] = [640, 480, 12]
  const [left, top] = [(width - size * scale) / 2, (height - size * scale) / 2]
  const luma = Buffer.alloc(width * height, 235)
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      const dark = data[Math.floor(y / scale) * size + Math.floor(x / scale)]
      if (dark) luma[(Math.floor(top) + y) * width + Math.floor(left) + x] = 16
    }
  }
  const chroma = Buffer.alloc((width * height) / 2, 128)
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\nFRAME\n`),
    luma,
    chroma,
  ])
}

test('a guest’s code is scanned', async ({ page }) => {
  const { guests, path: at, present } = await scene(page)
  writeFileSync(camera, film(scannable(entryCode(guests.eloise.id))))
  await page.goto(at)
  await expect(main(page)).toContainText('À jour')
  await page.getByRole('button', { name: 'Scanner' }).click()
  await expect(page.getByRole('dialog')).toContainText('Éloïse est là.')
  await expect.poll(present).toEqual(['Éloïse'])
})
