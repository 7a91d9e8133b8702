import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestCode, verifyCode } from '@/lib/accounts/codes/commands'
import { codeByLink } from '@/lib/accounts/codes/queries'
import { db } from '@/lib/db'
import { joinEvent, leaveByToken } from '@/lib/rsvps/commands'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { sendCode, sendToGuest } from './commands'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())

describe('a code', () => {
  async function asked() {
    const email = `${randomUUID()}@example.com`
    const request = { email, name: 'Ana', locale: 'en' as const, returnTo: '/en' }
    const answer = await requestCode(request, '192.0.2.1')
    if (!answer.ok) throw new Error(answer.reason)
    return { id: answer.value.id, email }
  }

  it('goes to the address it proves, with its link, and cannot be unsubscribed from', async () => {
    const { id, email } = await asked()
    const sent = await sendCode(id, '7')
    expect(sent).toEqual({ code: expect.stringMatching(/^\d{6}$/), email })
    const [mail, ...others] = await mailbox.take()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      subject: `${sent?.code} is your Cafetière code`,
      messageId: '<job-7@localhost>',
    })
    expect([mail?.to].flat().map((to) => to?.text)).toEqual([email])
    expect(mail?.headers.has('list')).toBe(false)
    const token = mail?.text?.match(/\/en\/sign-in\/link\/(\S+)/)?.[1] ?? ''
    expect(await codeByLink(token)).toMatchObject({ email })
    expect(await verifyCode(id, sent?.code ?? '')).toMatchObject({ ok: true })
  })

  it('is not sent any more once it was used, and never for a code that there is not', async () => {
    const { id } = await asked()
    const sent = await sendCode(id, '8')
    await verifyCode(id, sent?.code ?? '')
    await mailbox.take()
    expect(await sendCode(id, '8')).toBeNull()
    expect(await sendCode(randomUUID(), '9')).toBeNull()
    expect(await mailbox.take()).toEqual([])
  })
})

describe('a guest', () => {
  async function seated() {
    const ana = await makeFreelancer({ name: 'Ana' })
    const event = await makeEvent({ title: 'Apéro' })
    await joinEvent(toActor(ana), event.id)
    const { id } = await db.rsvp.findFirstOrThrow({ where: { freelancerId: ana.id } })
    return { ana, event, id }
  }

  it('is written to, with the calendar and the way out', async () => {
    const { ana, id } = await seated()
    expect(await sendToGuest({ kind: 'rsvp_confirmed', rsvpId: id }, '11')).toBe(true)
    const [mail, ...others] = await mailbox.take()
    expect(others).toEqual([])
    expect(mail?.messageId).toBe('<job-11@localhost>')
    expect([mail?.to].flat().map((to) => to?.text)).toEqual([ana.email])
    expect(mail?.attachments[0]?.content.toString()).toContain('METHOD:REQUEST')
    const token = JSON.stringify(mail?.headers.get('list')).match(/\/api\/leave\/([^">]+)/)?.[1] ?? ''
    expect(await leaveByToken(token)).toMatchObject({ ok: true })
  })

  it('hears nothing of what is no longer so', async () => {
    const { id } = await seated()
    expect(await sendToGuest({ kind: 'rsvp_waitlisted', rsvpId: id }, '12')).toBe(false)
    expect(await sendToGuest({ kind: 'rsvp_cancelled', rsvpId: id, was: 'going' }, '12')).toBe(false)
    expect(await sendToGuest({ kind: 'guest_removed', rsvpId: id, was: 'going', note: '' }, '12')).toBe(false)
    await db.rsvp.update({ where: { id }, data: { status: 'cancelled' } })
    expect(await sendToGuest({ kind: 'rsvp_confirmed', rsvpId: id }, '12')).toBe(false)
    expect(await mailbox.take()).toEqual([])
  })

  it('who asked for quiet hears nothing at all, and nobody hears of an RSVP that is gone', async () => {
    const { id } = await makeRsvp({ quiet: true })
    expect(await sendToGuest({ kind: 'rsvp_confirmed', rsvpId: id }, '13')).toBe(false)
    expect(await sendToGuest({ kind: 'rsvp_confirmed', rsvpId: randomUUID() }, '13')).toBe(false)
    expect(await mailbox.take()).toEqual([])
  })

  it('is told where the outing is only with a seat', async () => {
    const room = 'https://meet.example.org/secret'
    const online = { capacity: 1, lat: null, lng: null, onlineUrl: room }
    const event = await makeEvent(online)
    const [going, waiting] = [await makeFreelancer(), await makeFreelancer()]
    for (const person of [going, waiting]) await joinEvent(toActor(person), event.id)
    const rsvp = async (freelancerId: string) =>
      (await db.rsvp.findFirstOrThrow({ where: { freelancerId } })).id
    await sendToGuest({ kind: 'rsvp_confirmed', rsvpId: await rsvp(going.id) }, '14')
    await sendToGuest({ kind: 'rsvp_waitlisted', rsvpId: await rsvp(waiting.id) }, '15')
    const [confirmed, waitlisted] = await mailbox.take()
    expect(confirmed?.text).toContain(room)
    expect(waitlisted?.text).toBeTruthy()
    expect(`${waitlisted?.text} ${waitlisted?.html}`).not.toContain('secret')
    expect(waitlisted?.attachments).toEqual([])
  })
})

it('a mail server that is gone is an error, so that the job is tried again', async () => {
  const { id } = await makeRsvp()
  const reach = () => sendToGuest({ kind: 'rsvp_confirmed', rsvpId: id }, '16')
  expect(await reach()).toBe(true)
  await mailbox.close()
  await expect(reach()).rejects.toThrow()
  // One that stands, for the end to close.
  mailbox = await openMailbox()
})
