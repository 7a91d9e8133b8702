import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { eraseAccount } from '@/lib/freelancers/commands'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import {
  createGroup,
  deleteGroup,
  editGroup,
  handOverGroup,
  joinGroup,
  leaveGroup,
  setRole,
} from './commands'
import { findGroups, groupForCalendar, groupPage, groupsRunBy, groupToRun, myGroups } from './queries'
import { groupSchema } from './schema'

const HOUR = 3_600_000
const words = groupSchema.parse({ name: 'Open Coffee Cannes', city: 'Cannes', language: 'fr' })
const person = async (name: string) => toActor(await makeFreelancer({ name }))

let owner: Actor
let organizer: Actor
let member: Actor
let stranger: Actor
let groupId: string
beforeEach(async () => {
  owner = await person('Léa')
  organizer = await person('Marc')
  member = await person('Ana')
  stranger = await person('Zoé')
  const made = await createGroup(owner, words)
  if (!made.ok) throw new Error(made.reason)
  groupId = made.value.id
  for (const one of [organizer, member]) await joinGroup(one, groupId)
  await setRole(owner, { groupId, freelancerId: organizer.id, role: 'organizer' })
})

const roles = async () => {
  const members = await db.groupMember.findMany({ where: { groupId }, include: { freelancer: true } })
  return Object.fromEntries(members.map(({ role, freelancer }) => [freelancer.name, role]))
}
const all = { Léa: 'owner', Marc: 'organizer', Ana: 'member' }

it('begins with its owner, is followed once, and left by anybody else', async () => {
  expect(await joinGroup(member, groupId)).toEqual({ ok: true })
  expect(await roles()).toEqual(all)
  expect(await leaveGroup(owner, groupId)).toEqual({ ok: false, reason: 'owner_stays' })
  await leaveGroup(member, groupId)
  expect(await roles()).toEqual({ Léa: 'owner', Marc: 'organizer' })
  expect(await joinGroup(member, randomUUID())).toEqual({ ok: false, reason: 'not_found' })
})

describe('what one may not do', () => {
  type Attempt = (actor: Actor) => Promise<unknown>
  const ofOwners: Record<string, Attempt> = {
    deleteGroup: (actor) => deleteGroup(actor, groupId),
    promote: (actor) => setRole(actor, { groupId, freelancerId: member.id, role: 'organizer' }),
    remove: (actor) => setRole(actor, { groupId, freelancerId: member.id, role: 'none' }),
    handOverGroup: (actor) => handOverGroup(actor, { groupId, freelancerId: member.id }),
  }
  const ofThoseWhoRun: Record<string, Attempt> = {
    editGroup: (actor) => editGroup(actor, groupId, { ...words, name: 'À moi' }),
  }
  const everything = async () => [await db.group.findUnique({ where: { id: groupId } }), await roles()]

  it.each(Object.entries({ ...ofOwners, ...ofThoseWhoRun }))('%s is refused', async (name, attempt) => {
    const before = await everything()
    for (const actor of [member, stranger, ...(ofOwners[name] ? [organizer] : [])]) {
      expect(await attempt(actor)).toEqual({ ok: false, reason: 'not_found' })
    }
    expect(await everything()).toEqual(before)
    expect(await attempt(ofOwners[name] ? owner : organizer)).toEqual({ ok: true })
    expect(await everything()).not.toEqual(before)
  })

  it('shows its members to those who run it alone', async () => {
    expect((await groupToRun(organizer, groupId))?.members.map(({ name }) => name)).toEqual([
      'Léa',
      'Marc',
      'Ana',
    ])
    expect([await groupToRun(member, groupId), await groupToRun(stranger, groupId)]).toEqual([null, null])
    const page = await groupPage(groupId, stranger.id, now())
    expect(page).toMatchObject({ memberCount: 3, organizerNames: ['Léa', 'Marc'], runs: false })
    expect(JSON.stringify(page)).not.toContain('Ana')
  })

  it('publishes in the name of those groups alone that one runs', async () => {
    expect((await groupsRunBy(organizer)).map(({ id }) => id)).toEqual([groupId])
    expect([await groupsRunBy(member), await groupsRunBy(stranger)]).toEqual([[], []])
    expect((await myGroups(member)).map(({ role }) => role)).toEqual(['member'])
  })
})

it('never has two owners, nor none', async () => {
  expect(await setRole(owner, { groupId, freelancerId: owner.id, role: 'none' })).toMatchObject({
    reason: 'member_unknown',
  })
  expect(await handOverGroup(owner, { groupId, freelancerId: stranger.id })).toMatchObject({
    reason: 'member_unknown',
  })
  const moves = [member, organizer].map(({ id }) => handOverGroup(owner, { groupId, freelancerId: id }))
  const outcomes = (await Promise.all(moves)).map(({ ok }) => ok)
  expect(outcomes.filter(Boolean)).toHaveLength(1)
  expect(Object.values(await roles()).filter((role) => role === 'owner')).toHaveLength(1)
})

it('passes on when its owner is erased, to who has organized longest, and ends when nobody is left', async () => {
  expect(await eraseAccount(owner, { email: owner.email })).toEqual({ ok: true })
  expect(await roles()).toEqual({ Marc: 'owner', Ana: 'member' })
  await eraseAccount(organizer, { email: organizer.email })
  expect(await roles()).toEqual({ Ana: 'owner' })
  await eraseAccount(member, { email: member.email })
  expect(await db.group.findUnique({ where: { id: groupId } })).toBeNull()
})

it('is found by its name or town, with when it meets next', async () => {
  const soon = await makeEvent({ groupId })
  const mine = async (text: string) => (await findGroups(text, now())).find(({ id }) => id === groupId)
  expect(await mine('open COFFEE')).toMatchObject({ memberCount: 3, next: { startsAt: soon.startsAt } })
  expect(await mine('cannes')).toBeDefined()
  expect(await mine('Lille')).toBeUndefined()
  expect(await findGroups('\0', now())).toEqual(await findGroups('', now()))
})

it('shows and feeds what is for everybody, and leaves its outings when it ends', async () => {
  const at = (hours: number) => {
    const startsAt = new Date(now().getTime() + hours * HOUR)
    return { groupId, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }
  }
  const [next, over, off] = [
    await makeEvent({ ...at(24), title: 'Next' }),
    await makeEvent({ ...at(-24), title: 'Over' }),
    await makeEvent({ ...at(48), title: 'Off', status: 'cancelled' }),
  ]
  await makeEvent({ ...at(24), title: 'Draft', status: 'draft' })
  await makeEvent({ ...at(24), title: 'By link', unlisted: true })
  await makeEvent({ ...at(-24 * 40), title: 'Long ago' })
  const page = await groupPage(groupId, null, now())
  expect(page?.events.map(({ title }) => title)).toEqual(['Next'])
  expect(page?.pastCount).toBe(2)
  const feed = await groupForCalendar(groupId, now())
  expect(feed?.events.map(({ title }) => title)).toEqual(['Over', 'Next', 'Off'])
  expect(JSON.stringify(feed)).not.toContain('@')
  await deleteGroup(owner, groupId)
  expect(await groupPage(groupId, null, now())).toBeNull()
  const left = await db.event.findMany({ where: { id: { in: [next.id, over.id, off.id] } } })
  expect(left.map((event) => event.groupId)).toEqual([null, null, null])
})
