import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { eraseAccount } from '@/lib/freelancers/commands'
import { drain } from '@/lib/jobs/worker'
import { claimPage } from '@/lib/spaces/claims/queries'
import { decideCorrection, suggestCorrection } from '@/lib/spaces/corrections/commands'
import { correctionSchema } from '@/lib/spaces/corrections/schema'
import { spacePage } from '@/lib/spaces/page/queries'
import { forgetJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { addOwner, keepOwner, leaveSpace, objectToOwner, removeOwner } from './commands'
import { keeps, keptSpace, mySpaces, objectedOwners } from './queries'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
})

const person = async (name: string): Promise<Actor> => toActor(await makeFreelancer({ name }))
const ada = async (): Promise<Actor> => ({ ...(await person('Ada')), email: 'ada@example.org' })
const join = (actor: Actor, spaceId: string, provenBy = '') =>
  db.$transaction((tx) => addOwner(tx, { spaceId, freelancerId: actor.id }, provenBy, now()))

async function mails() {
  await drain()
  return (await mailbox.take()).map(({ to, subject, text }) => ({
    to: [to].flat()[0]?.text,
    subject,
    text,
  }))
}

it('of two owners who come at the same moment, one is told of the other', async () => {
  for (let round = 0; round < 5; round++) {
    const space = await makeSpace()
    const people = await Promise.all(['Ana', 'Bob'].map(person))
    await Promise.all(people.map((one) => join(one, space.id)))
    expect(await mails()).toHaveLength(1)
  }
})

it('owners are told of a new one and how it was proven; one who is there already changes nothing', async () => {
  const space = await makeSpace({ name: 'La Bulle' })
  const [ana, bob, cleo] = [await person('Ana'), await person('Bob'), await person('Cléo')]
  await join(ana, space.id)
  await join(bob, space.id)
  await mails()
  await join(cleo, space.id, 'cleo@bulle.example.org')
  await join(cleo, space.id)
  const told = await mails()
  expect(told.map(({ to }) => to).sort()).toEqual([ana.email, bob.email].sort())
  expect(told[0]?.text).toContain('Son adresse est à bulle.example.org.')
  expect(told[0]?.text).not.toContain('cleo@')
})

it('an owner objects to another, and an administrator decides', async () => {
  const space = await makeSpace()
  const [ana, eve, admin] = [await person('Ana'), await person('Eve'), await ada()]
  const ref = { spaceId: space.id, ownerId: eve.id }
  const objection = { ...ref, note: 'Elle ne travaille plus ici.' }
  expect(await objectToOwner(ana, objection)).toEqual({ ok: false, reason: 'owner_gone' })
  await join(ana, space.id)
  await join(eve, space.id)
  expect((await objectToOwner(ana, objection)).ok).toBe(true)
  // The first word stands: no answer in kind, and not twice.
  expect((await objectToOwner(eve, { ...objection, ownerId: ana.id })).ok).toBe(false)
  expect((await objectToOwner(ana, objection)).ok).toBe(false)
  expect(await keeps(eve, space.id)).toBe(true)
  expect(await objectedOwners(ana, 10)).toEqual({ owners: [], total: 0 })
  const { owners } = await objectedOwners(admin, 10)
  expect(owners).toMatchObject([{ objection: objection.note, objector: { name: 'Ana' } }])

  expect(await keepOwner(ana, ref)).toEqual({ ok: false, reason: 'forbidden' })
  expect((await keepOwner(admin, ref)).ok).toBe(true)
  expect((await objectedOwners(admin, 10)).total).toBe(0)
  expect((await keepOwner(admin, ref)).ok).toBe(false)

  await mails()
  expect(await removeOwner(ana, { ...ref, note: 'Non' })).toEqual({ ok: false, reason: 'forbidden' })
  expect((await removeOwner(admin, { ...ref, note: 'Ce n’est pas son lieu.' })).ok).toBe(true)
  expect((await removeOwner(admin, { ...ref, note: 'Encore' })).ok).toBe(false)
  expect(await keeps(eve, space.id)).toBe(false)
  expect((await claimPage(space.id, eve, now()))?.proof).toEqual({ ok: false, reason: 'site_decided' })
  const [mail, ...more] = await mails()
  expect([mail?.to, more.length]).toEqual([eve.email, 0])
  expect(mail?.text).toContain('> Ce n’est pas son lieu.')
})

it('owners are asked about a correction, and what they accept is their word', async () => {
  const space = await makeSpace({ name: 'La Bulle' })
  const [owner, ana] = [await person('Odile'), await person('Ana')]
  await join(owner, space.id)
  const form = (phone: string) => correctionSchema.parse({ spaceId: space.id, seen: '{}', phone })
  const [first, second] = [
    await suggestCorrection(ana, form('01 02')),
    await suggestCorrection(ana, form('03 04')),
  ]
  const ids = [first, second].map((sent) => (sent.ok ? sent.value.id : ''))
  expect((await decideCorrection(owner, ids[0] ?? '', 'apply')).ok).toBe(true)
  // Of the one that is decided nobody is asked any more.
  const asked = (await mails()).filter(({ to }) => to === owner.email)
  expect(asked.map(({ text }) => text)).toEqual([
    expect.stringContaining(`/me/spaces/${space.id}#corrections`),
  ])
  expect(await spacePage(space.id, now())).toMatchObject({
    ...{ phone: '01 02', told: [{ by: 'owner', topics: ['contact'] }] },
  })
})

it('owners leave, or go with their account; the place keeps what they said', async () => {
  const space = await makeSpace({ priceDay: 1800, provenance: { priceDay: 'owner' } })
  const [ana, bob] = [await person('Ana'), await person('Bob')]
  await join(ana, space.id)
  await join(bob, space.id)
  await objectToOwner(bob, { spaceId: space.id, ownerId: ana.id, note: 'Un doute.' })
  expect((await mySpaces(ana)).owned.map(({ id }) => id)).toEqual([space.id])
  expect((await spacePage(space.id, now()))?.owned).toBe(true)
  expect((await eraseAccount(bob, { email: bob.email })).ok).toBe(true)
  expect((await objectedOwners(await ada(), 10)).owners).toMatchObject([{ objector: null }])
  await leaveSpace(ana, { spaceId: space.id })
  expect((await leaveSpace(ana, { spaceId: space.id })).ok).toBe(true)
  expect(await keptSpace(space.id, ana)).toBeNull()
  expect((await mySpaces(ana)).owned).toEqual([])
  expect(await spacePage(space.id, now())).toMatchObject({
    ...{ owned: false, priceDay: 1800, told: [{ by: 'owner', topics: ['price'] }] },
  })
})
