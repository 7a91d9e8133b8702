import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findActor } from '@/lib/accounts/queries'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { joinEvent } from '@/lib/rsvps/commands'
import { myRsvp } from '@/lib/rsvps/queries'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'
import { forgetJobs, makeJobsDue, writtenJobs } from '@/lib/testing/jobs'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { requestCode, resendCode, verifyCode, verifyLink } from './commands'
import { codeById, codeByLink } from './queries'
import { MAX_ATTEMPTS } from './rules'
import type { CodeRequest } from './schema'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(async () => {
  await mailbox.close()
})
beforeEach(async () => {
  await forgetJobs()
  await db.rateLimit.deleteMany()
})

let people = 0
const asking = (request: Partial<CodeRequest> = {}): CodeRequest => ({
  email: `person-${people++}@example.com`,
  name: 'Ana',
  locale: 'fr',
  returnTo: '/fr',
  ...request,
})

async function ask(request: CodeRequest): Promise<string> {
  const answer = await requestCode(request, '192.0.2.1')
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.id
}

/** What a person does: reads the mail. */
async function readMail() {
  await drain()
  const mail = (await mailbox.take()).findLast(({ subject }) => /\d{6}/.test(subject ?? ''))
  const code = mail?.subject?.match(/\d{6}/)?.[0] ?? ''
  const token = mail?.text?.match(/\/sign-in\/link\/(\S+)/)?.[1] ?? ''
  return { mail, code, token }
}

const wrong = (code: string) => (code === '000000' ? '111111' : '000000')

async function expire(id: string) {
  const past = new Date(now().getTime() - 3600_000)
  await db.signInCode.update({
    where: { id },
    data: { createdAt: past, expiresAt: new Date(past.getTime() + 1) },
  })
}

describe('a code', () => {
  it('proves the address and makes the person, with the name they gave', async () => {
    const request = asking({ name: 'Inès', returnTo: '/fr/me' })
    const id = await ask(request)
    const { code, mail } = await readMail()
    expect(mail?.text).toContain(code)
    const proof = await verifyCode(id, code)
    expect(proof).toMatchObject({ ok: true, value: { returnTo: '/fr/me' } })
    const person = proof.ok && (await findActor(proof.value.userId))
    expect(person).toMatchObject({ name: 'Inès', email: request.email, locale: 'fr' })
  })

  it('is written in the language it was asked in', async () => {
    await ask(asking({ locale: 'en' }))
    const { mail } = await readMail()
    expect(mail?.subject).toMatch(/^\d{6} is your Cafetière code$/)
    expect(mail?.headers.has('list-unsubscribe')).toBe(false)
  })

  it('serves once', async () => {
    const id = await ask(asking())
    const { code } = await readMail()
    expect((await verifyCode(id, code)).ok).toBe(true)
    expect(await verifyCode(id, code)).toEqual({ ok: false, reason: 'used' })
  })

  it('serves once to a crowd that types it at the same time', async () => {
    const id = await ask(asking())
    const { code } = await readMail()
    const answers = await Promise.all(Array.from({ length: 12 }, () => verifyCode(id, code)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('gives five tries, not six, whoever hurries', async () => {
    const id = await ask(asking())
    const { code } = await readMail()
    const answers = await Promise.all(Array.from({ length: 20 }, () => verifyCode(id, wrong(code))))
    expect(answers.some(({ ok }) => ok)).toBe(false)
    const row = await db.signInCode.findUniqueOrThrow({ where: { id } })
    expect(row.attempts).toBe(MAX_ATTEMPTS)
    expect(await verifyCode(id, code)).toEqual({ ok: false, reason: 'used_up' })
  })

  it('says that it is wrong, and the right one still works', async () => {
    const id = await ask(asking())
    const { code } = await readMail()
    expect(await verifyCode(id, wrong(code))).toEqual({ ok: false, reason: 'wrong' })
    expect((await verifyCode(id, code)).ok).toBe(true)
  })

  it('expires, and a new one keeps everything that was asked for', async () => {
    const event = await makeEvent()
    const id = await ask(asking({ eventId: event.id, returnTo: '/fr/events/x' }))
    const { code } = await readMail()
    await expire(id)
    expect(await verifyCode(id, code)).toEqual({ ok: false, reason: 'expired' })
    const again = await resendCode(id, '192.0.2.1')
    if (!again.ok) throw new Error(again.reason)
    expect(again.value.id).not.toBe(id)
    const fresh = await readMail()
    const proof = await verifyCode(again.value.id, fresh.code)
    expect(proof).toMatchObject({ ok: true, value: { returnTo: '/fr/events/x' } })
    const userId = proof.ok ? proof.value.userId : ''
    expect((await myRsvp(userId, event.id))?.status).toBe('going')
  })

  it('comes a second time as the same code, with ten minutes again', async () => {
    const id = await ask(asking())
    const first = await readMail()
    expect(await resendCode(id, '192.0.2.1')).toEqual({ ok: true, value: { id } })
    const second = await readMail()
    expect(second.code).toBe(first.code)
    expect((await verifyCode(id, first.code)).ok).toBe(true)
    expect(await resendCode(id, '192.0.2.1')).toEqual({ ok: false, reason: 'used' })
  })

  it('lies nowhere in the database', async () => {
    await ask(asking())
    const { code, token } = await readMail()
    const tables = [await db.signInCode.findMany(), await writtenJobs()]
    const everything = JSON.stringify(tables, (_, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    )
    expect(everything).not.toContain(code)
    expect(everything).not.toContain(token)
  })

  it('cannot be asked for by the mailful', async () => {
    const request = asking()
    for (let i = 0; i < 5; i++) await ask(request)
    expect(await requestCode(request, '198.51.100.7')).toEqual({ ok: false, reason: 'too_many_mails' })
    expect((await requestCode(asking(), '198.51.100.7')).ok).toBe(true)
  })
})

describe('a link', () => {
  it('says whom it signs in, stays good when a mail scanner looks, and serves once', async () => {
    const request = asking()
    await ask(request)
    const { token } = await readMail()
    for (let i = 0; i < 3; i++) expect(await codeByLink(token)).toMatchObject({ email: request.email })
    expect((await verifyLink(token)).ok).toBe(true)
    expect(await verifyLink(token)).toEqual({ ok: false, reason: 'not_found' })
    expect(await codeByLink(token)).toBeNull()
  })

  it('expires with its code', async () => {
    const id = await ask(asking())
    const { token } = await readMail()
    await expire(id)
    expect(await verifyLink(token)).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('a seat asked for with an address', () => {
  it('is held while the code is on its way and taken when it comes', async () => {
    const event = await makeEvent({ capacity: 1 })
    const id = await ask(asking({ eventId: event.id }))
    expect((await codeById(id))?.seat).toBe('open')
    const rival = toActor(await makeFreelancer())
    expect(await joinEvent(rival, event.id)).toMatchObject({ value: { status: 'waitlisted' } })
    const { code } = await readMail()
    const proof = await verifyCode(id, code)
    expect((await myRsvp(proof.ok ? proof.value.userId : '', event.id))?.status).toBe('going')
  })

  it('leads to the waitlist when there is none', async () => {
    const event = await makeEvent({ capacity: 1 })
    await joinEvent(toActor(await makeFreelancer()), event.id)
    const id = await ask(asking({ eventId: event.id }))
    expect((await codeById(id))?.seat).toBe('full')
    const { code } = await readMail()
    const proof = await verifyCode(id, code)
    expect(await myRsvp(proof.ok ? proof.value.userId : '', event.id)).toMatchObject({
      status: 'waitlisted',
      place: 1,
    })
  })

  it('brings along what was said with it', async () => {
    const event = await makeEvent({ capacity: 5, maxCompanions: 2 })
    const details = rsvpDetailsSchema.parse({ partySize: 3, note: 'Hâte', firstTime: true })
    const id = await ask({ ...asking({ eventId: event.id }), details })
    expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).seatsTaken).toBe(3)
    const proof = await verifyCode(id, (await readMail()).code)
    expect(await myRsvp(proof.ok ? proof.value.userId : '', event.id)).toMatchObject({
      ...{ status: 'going', partySize: 3, note: 'Hâte', firstTime: true },
    })
    expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).seatsTaken).toBe(3)
  })

  it('shows the same to somebody who comes already as to a stranger', async () => {
    const event = await makeEvent({ capacity: 5 })
    const ana = await makeFreelancer()
    const { email } = await db.user.findUniqueOrThrow({ where: { id: ana.id } })
    await joinEvent(toActor(ana), event.id)
    const seats = [asking({ email, eventId: event.id }), asking({ eventId: event.id })].map(
      async (request) => {
        const page = await codeById(await ask(request))
        return { seat: page?.seat, standing: page?.standing }
      },
    )
    const [known, stranger] = await Promise.all(seats)
    expect(known).toEqual(stranger)
    expect((await myRsvp(ana.id, event.id))?.status).toBe('going')
  })

  it('goes back when the address was mistyped', async () => {
    const event = await makeEvent({ capacity: 1 })
    const mistyped = await ask(asking({ eventId: event.id }))
    const id = await ask(asking({ eventId: event.id, replaces: mistyped }))
    expect((await codeById(id))?.seat).toBe('open')
    expect((await codeById(mistyped))?.standing).toBe('used')
    expect(await db.rsvp.count({ where: { eventId: event.id } })).toBe(1)
  })

  it('is refused when the event is over or cancelled', async () => {
    const event = await makeEvent({ status: 'cancelled' })
    expect(await requestCode(asking({ eventId: event.id }), '192.0.2.1')).toEqual({
      ok: false,
      reason: 'cancelled',
    })
  })
})

describe('a name', () => {
  it('typed by a stranger for an address does not stick', async () => {
    const event = await makeEvent()
    const { email } = asking()
    await ask(asking({ email, name: 'Un farceur', eventId: event.id }))
    await readMail()
    const id = await ask(asking({ email, name: 'Zoé' }))
    const { code } = await readMail()
    const proof = await verifyCode(id, code)
    expect(proof.ok && (await findActor(proof.value.userId))?.name).toBe('Zoé')
  })

  it('of somebody known is not changed by signing in', async () => {
    const ana = await makeFreelancer({ name: 'Ana' })
    const { email } = await db.user.findUniqueOrThrow({ where: { id: ana.id } })
    const id = await ask(asking({ email, name: 'Autre nom' }))
    const { code } = await readMail()
    const proof = await verifyCode(id, code)
    expect(proof).toMatchObject({ ok: true, value: { userId: ana.id } })
    expect((await findActor(ana.id))?.name).toBe('Ana')
  })
})

describe('somebody who never proved their address', () => {
  it('is forgotten a day later, and not before', async () => {
    const event = await makeEvent()
    const { email } = asking()
    await ask(asking({ email, eventId: event.id }))
    const jobs = await writtenJobs('forget_unproven')
    expect(((jobs[0]?.runAt.getTime() ?? 0) - now().getTime()) / 3600_000).toBeCloseTo(24, 1)
    await db.rsvp.updateMany({ where: { eventId: event.id }, data: { heldUntil: new Date(0) } })
    await makeJobsDue()
    await drain()
    expect(await db.user.findUnique({ where: { email } })).toBeNull()
    expect(await db.rsvp.count({ where: { eventId: event.id } })).toBe(0)
    expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).seatsTaken).toBe(0)
  })
})
