import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { makeBrowser, openPushService, type PushService, type TestBrowser } from '@/lib/testing/push-service'
import { pushAboutSeat, pushToAll, queuePushes, subscribeDevice } from './commands'
import { devicesOf, pushKey } from './queries'

const HOUR = 3_600_000
const ahead = (hours: number) => new Date(now().getTime() + hours * HOUR)

let service: PushService
beforeAll(async () => {
  service = await openPushService()
})
afterAll(() => service.close())
beforeEach(async () => {
  service.take()
  await forgetJobs()
})

const notice = { title: 'Une place pour vous', body: 'Apéro', url: 'http://localhost:3000/fr', tag: 'abc' }
const someone = async () => toActor(await makeFreelancer())
const endpoints = async ({ id }: Actor) => (await devicesOf(id)).map(({ endpoint }) => endpoint)

async function subscribed(person?: Actor): Promise<{ ana: Actor; browser: TestBrowser }> {
  const ana = person ?? (await someone())
  const browser = makeBrowser()
  expect(await subscribeDevice(ana, browser.subscription)).toEqual({ ok: true })
  return { ana, browser }
}

describe('a browser', () => {
  it('is kept once, and is the last one’s who signed in on it', async () => {
    const { ana, browser } = await subscribed()
    await subscribeDevice(ana, browser.subscription)
    expect(await endpoints(ana)).toEqual([browser.subscription.endpoint])
    const bob = await someone()
    await subscribeDevice(bob, browser.subscription)
    expect([await endpoints(ana), await endpoints(bob)]).toEqual([[], [browser.subscription.endpoint]])
  })

  it('makes room for the eleventh, and not for ever', async () => {
    const ana = await someone()
    for (let i = 0; i < 30; i++) await subscribeDevice(ana, makeBrowser().subscription)
    expect(await endpoints(ana)).toHaveLength(10)
    expect(await subscribeDevice(ana, makeBrowser().subscription)).toEqual({ ok: false, reason: 'too_many' })
  })
})

describe('a push', () => {
  it('can be read by the browser it is for, and by nobody on the way', async () => {
    const { ana, browser } = await subscribed()
    expect(await pushToAll(ana.id, notice, ahead(1), service.send)).toBe(1)
    const [push] = service.take()
    if (!push) throw new Error('nothing came')
    expect(push.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', topic: 'abc' })
    expect(Number(push.headers.ttl)).toBeGreaterThan(3590)
    expect(push.body.toString('latin1')).not.toContain('place')
    expect(browser.read(push.body)).toEqual(notice)
    expect(() => makeBrowser().read(push.body)).toThrow()
  })

  it('is signed for its push service by this instance (RFC 8292)', async () => {
    const { ana } = await subscribed()
    await pushToAll(ana.id, notice, ahead(1), service.send)
    const [, token = '', key] =
      service.take()[0]?.headers.authorization?.match(/^vapid t=(.+), k=(.+)$/) ?? []
    expect(key).toBe(pushKey())
    const [header = '', claims = '', signature = ''] = token.split('.')
    const point = Buffer.from(key ?? '', 'base64url')
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const signed = Buffer.from(`${header}.${claims}`)
    const sealed = { key: publicKey, dsaEncoding: 'ieee-p1363' as const }
    expect(verify('sha256', signed, sealed, Buffer.from(signature, 'base64url'))).toBe(true)
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect(said).toMatchObject({ aud: 'https://fcm.googleapis.com', sub: expect.stringMatching(/^mailto:/) })
    expect(said.exp).toBeLessThanOrEqual(ahead(24).getTime() / 1000)
  })

  it.each([404, 410])('that is answered %i ends the subscription', async (status) => {
    const { ana, browser } = await subscribed()
    service.answer(browser, status)
    expect(await pushToAll(ana.id, notice, ahead(1), service.send)).toBe(0)
    expect(await endpoints(ana)).toEqual([])
  })

  it('that fails is lost on that browser alone, which stays', async () => {
    const { ana, browser } = await subscribed()
    await subscribed(ana)
    service.answer(browser, 503)
    expect(await pushToAll(ana.id, notice, ahead(1), service.send)).toBe(1)
    expect(await endpoints(ana)).toHaveLength(2)
  })

  it('never leaves for an address that is no push service, however it got there', async () => {
    const { ana } = await subscribed()
    await db.pushSubscription.updateMany({
      where: { userId: ana.id },
      data: { endpoint: 'https://10.0.0.1/x' },
    })
    expect(await pushToAll(ana.id, notice, ahead(1), service.send)).toBe(0)
    expect(service.take()).toEqual([])
    expect(await endpoints(ana)).toEqual([])
  })
})

describe('news of a seat', () => {
  const promotion = (rsvpId: string) => ({ kind: 'rsvp_promoted', rsvpId }) as const

  async function seated(hours = 48) {
    const { ana, browser } = await subscribed()
    const event = await makeEvent({ title: 'Apéro', startsAt: ahead(hours), endsAt: ahead(hours + 2) })
    const rsvp = await makeRsvp({ eventId: event.id, freelancerId: ana.id })
    const [device] = await devicesOf(ana.id)
    return {
      ana,
      browser,
      event,
      rsvp,
      job: { rsvpId: rsvp.id, deviceId: device?.id ?? '', about: 'rsvp_promoted' } as const,
    }
  }

  it('rings on every browser, with the page it leads to', async () => {
    const { ana, browser, event, rsvp, job } = await seated()
    await subscribed(ana)
    expect(await queuePushes(promotion(rsvp.id))).toBe(2)
    expect(await writtenJobs('push')).toHaveLength(2)
    expect(await pushAboutSeat(job, service.send)).toBe(true)
    const [push] = service.take()
    expect(push && browser.read(push.body)).toMatchObject({
      title: 'Une place pour vous',
      body: expect.stringContaining('Apéro'),
      url: expect.stringContaining(`/fr/events/${event.id}/apero`),
      tag: rsvp.id,
    })
  })

  it('is tried again when the push service is busy', async () => {
    const { browser, job } = await seated()
    service.answer(browser, 429)
    await expect(pushAboutSeat(job, service.send)).rejects.toThrow(/429/)
  })

  it('waits for the end of quiet hours, and is left to the mail where they outlast it', async () => {
    const { ana, rsvp } = await seated(48)
    const minute = (at: Date) => at.getUTCHours() * 60 + at.getUTCMinutes()
    const quiet = { quietFrom: minute(ahead(-1)), quietTo: minute(ahead(3)), timeZone: 'UTC' }
    await db.user.update({ where: { id: ana.id }, data: quiet })
    expect(await queuePushes(promotion(rsvp.id))).toBe(1)
    const [job] = await writtenJobs('push')
    expect(Math.abs((job?.runAt.getTime() ?? 0) - ahead(3).getTime())).toBeLessThan(61_000)
    const soon = await seated(2)
    await db.user.update({ where: { id: soon.ana.id }, data: quiet })
    expect(await queuePushes(promotion(soon.rsvp.id))).toBe(0)
  })

  it('does not ring for whoever wants none, asked for quiet, left, or signed in elsewhere', async () => {
    const [unwanted, quiet, left, other] = [await seated(), await seated(), await seated(), await seated()]
    await saveSettings(unwanted.ana, settingsSchema.parse({ quietFrom: '', quietTo: '' }))
    await db.rsvp.update({ where: { id: quiet.rsvp.id }, data: { quiet: true } })
    await db.rsvp.update({ where: { id: left.rsvp.id }, data: { status: 'cancelled' } })
    await subscribeDevice(await someone(), other.browser.subscription)
    for (const { rsvp } of [unwanted, quiet, left, other])
      expect(await queuePushes(promotion(rsvp.id))).toBe(0)
    for (const { job } of [quiet, left, other]) expect(await pushAboutSeat(job, service.send)).toBe(false)
    expect(service.take()).toEqual([])
  })

  it('of a kind that only mail tells does not ring', async () => {
    const { rsvp } = await seated()
    expect(await queuePushes({ kind: 'rsvp_confirmed', rsvpId: rsvp.id })).toBe(0)
  })
})
