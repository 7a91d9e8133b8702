import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'
import { forgetJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { leaveWay, sayGlad, takeBackGlad } from '@/lib/ties/commands'
import { tellOfTie } from './commands'

const mailbox = fileMailbox()

let [ana, bob]: Actor[] = []
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
  const someone = async (name: string, locale: string) =>
    toActor(await makeFreelancer({ name, locale, visibility: 'members' }))
  ;[ana, bob] = [await someone('Ana Test', 'fr'), await someone('Bob Test', 'en')]
  const ago = (hours: number) => new Date(now().getTime() - hours * 3_600_000)
  const { id } = await makeEvent({ startsAt: ago(4), endsAt: ago(2) })
  for (const { id: freelancerId } of [ana, bob]) await makeRsvp({ eventId: id, freelancerId })
})
const both = () => ({ ana: ana as Actor, bob: bob as Actor })

test('one alone is glad: no letter. Both: each gets one, in their language, and never another', async () => {
  const { ana, bob } = both()
  await sayGlad(ana, bob.id)
  await drain()
  expect(await mailbox.take()).toEqual([])
  await sayGlad(bob, ana.id)
  await drain()
  const mails = await mailbox.take()
  expect(mails.map(({ to, subject }) => [[to].flat()[0]?.text, subject]).sort()).toEqual(
    [
      [ana.email, 'Avec Bob, c’est réciproque'],
      [bob.email, 'With Ana, it’s mutual'],
    ].sort(),
  )
  for (const { text, headers } of mails) {
    expect(text).toContain('/me/people')
    expect(headers.get('list')).toMatchObject({ id: { name: expect.stringContaining('people') } })
  }
  const again = { personId: ana.id, aboutId: bob.id }
  expect(await Promise.all([tellOfTie(again, 'x'), tellOfTie(again, 'y')])).toEqual([false, false])
  await takeBackGlad(bob, ana.id)
  await sayGlad(bob, ana.id)
  await drain()
  expect(await mailbox.take()).toEqual([])
})

test('no letter carries a way, and none is sent of what was taken back meanwhile or is not wanted', async () => {
  const { ana, bob } = both()
  await sayGlad(ana, bob.id)
  await sayGlad(bob, ana.id)
  await leaveWay(ana, { personId: bob.id, way: 'ana@example.com' })
  await saveSettings(bob, settingsSchema.parse({ quietFrom: '', quietTo: '', timeZone: '', mail_rsvp: 'on' }))
  await drain()
  const mails = await mailbox.take()
  expect(mails.map(({ to }) => [to].flat()[0]?.text)).toEqual([ana.email])
  expect(mails[0]?.text).not.toContain('ana@example.com')

  await db.glad.updateMany({ data: { toldAt: null } })
  await takeBackGlad(bob, ana.id)
  expect(await tellOfTie({ personId: ana.id, aboutId: bob.id }, 'x')).toBe(false)
  expect(await mailbox.take()).toEqual([])
})
