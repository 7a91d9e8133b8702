import { beforeEach, expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'
import { decideCorrection, undoCorrection } from '@/lib/spaces/corrections/commands'
import { forgetJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'

const mailbox = fileMailbox()
instanceSetting('ADMIN_EMAILS', 'ada@example.org')

beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
})

const administrator = async () => ({ ...toActor(await makeFreelancer()), email: 'ada@example.org' })

async function said(locale: string, values: { adds?: boolean } = {}) {
  const author = toActor(await makeFreelancer({ name: 'Ana', locale }))
  const space = await makeSpace({ name: 'La Bulle' })
  const { id } = await db.spaceCorrection.create({
    data: { spaceId: space.id, authorId: author.id, changes: { phone: '2' }, createdAt: now(), ...values },
  })
  return { author, space, id }
}

async function told() {
  await drain()
  const mails = await mailbox.take()
  return mails.map(({ subject, text, headers }) => ({
    subject: subject?.replaceAll(/\s/g, ' '),
    text: text ?? '',
    list: JSON.stringify(headers.get('list')),
  }))
}

test('its author hears what became of it, in their language, with the answer and the ways out', async () => {
  const ada = await administrator()
  const { space, id } = await said('fr')
  await decideCorrection(ada, id, 'apply', 'Merci, vérifié hier.')
  const [applied, ...others] = await told()
  expect(others).toEqual([])
  expect(applied?.subject).toBe('Merci : la page de La Bulle est à jour')
  for (const words of ['> Merci, vérifié hier.', `/fr/spaces/${space.id}`, '/fr/me/places', '/unsubscribe/'])
    expect(applied?.text).toContain(words)
  expect(applied?.list).toContain('correction')
  await undoCorrection(ada, id)
  expect((await told())[0]?.subject).toBe('La page de La Bulle est revenue en arrière')

  const english = await said('en')
  await decideCorrection(ada, english.id, 'refuse')
  expect((await told())[0]?.subject).toBe('Your correction of La Bulle')
})

test('of a place that was taken off the map it is told without a link to it', async () => {
  const { space, id } = await said('en', { adds: true })
  await decideCorrection(await administrator(), id, 'refuse', 'It is a home.')
  const [letter] = await told()
  expect(letter?.text).toContain('We have taken its page off the map.')
  expect(letter?.text).not.toContain(space.id)
})

test('whoever wants no such letter gets none', async () => {
  const { author, id } = await said('fr')
  await saveSettings(
    author,
    settingsSchema.parse({ quietFrom: '', quietTo: '', timeZone: '', mail_rsvp: 'on' }),
  )
  await decideCorrection(await administrator(), id, 'apply')
  expect(await told()).toEqual([])
})
