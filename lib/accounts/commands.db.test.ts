import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'
import { claimPerson, forgetUnproven, provePerson } from './commands'

let people = 0
const newcomer = () => ({ email: `new-${people++}@example.com`, name: 'Ana', locale: 'fr' as const })
const known = (email: string) =>
  db.user.findUniqueOrThrow({
    where: { email },
    include: { freelancer: { select: { id: true, name: true } } },
  })

describe('claiming an address', () => {
  it('makes a person who has proven nothing, once', async () => {
    const ana = newcomer()
    const first = await claimPerson(db, ana)
    expect(first.proven).toBe(false)
    expect(await claimPerson(db, { ...ana, name: 'Eve', locale: 'en' })).toEqual(first)
    expect(await known(ana.email)).toMatchObject({
      ...{ id: first.id, locale: 'fr', emailVerified: null },
      freelancer: { id: first.id, name: 'Ana' },
    })
  })

  it('makes one person of a crowd that claims the same address at once', async () => {
    const ana = newcomer()
    const claims = await Promise.all(Array.from({ length: 12 }, () => claimPerson(db, ana)))
    expect(new Set(claims.map(({ id }) => id)).size).toBe(1)
  })

  it('finds whoever proved it before, and changes nothing of them', async () => {
    const { id, email } = await makeFreelancer({ name: 'Léa', locale: 'en' })
    const before = await known(email)
    expect(await claimPerson(db, { email, name: 'Eve', locale: 'fr' })).toEqual({ id, proven: true })
    expect(await known(email)).toEqual(before)
  })
})

describe('proving an address', () => {
  it('makes the person who is not there yet', async () => {
    const ana = newcomer()
    const id = await provePerson(ana)
    expect(await known(ana.email)).toMatchObject({
      ...{ id, locale: 'fr', emailVerified: expect.any(Date) },
      freelancer: { name: 'Ana' },
    })
  })

  it('takes the name and the language of its owner the first time, whatever somebody else typed', async () => {
    const ana = newcomer()
    const { id } = await claimPerson(db, { ...ana, name: 'Somebody rude', locale: 'en' })
    expect(await provePerson(ana)).toBe(id)
    expect(await known(ana.email)).toMatchObject({ locale: 'fr', freelancer: { name: 'Ana' } })
  })

  it('changes nothing the next time', async () => {
    const ana = newcomer()
    const id = await provePerson(ana)
    const before = await known(ana.email)
    expect(await provePerson({ ...ana, name: 'Anna', locale: 'en' })).toBe(id)
    expect(await known(ana.email)).toEqual(before)
  })
})

describe('forgetting', () => {
  const isKnown = async (id: string) => (await db.user.count({ where: { id } })) === 1

  it('takes somebody who proved nothing, with their profile', async () => {
    const { id } = await claimPerson(db, newcomer())
    await forgetUnproven(id)
    expect(await isKnown(id)).toBe(false)
    expect(await db.freelancer.count({ where: { id } })).toBe(0)
  })

  it('spares whoever has proven their address meanwhile', async () => {
    const { id } = await makeFreelancer()
    await forgetUnproven(id)
    expect(await isKnown(id)).toBe(true)
  })

  it('spares whoever still has a seat or an event: those come first', async () => {
    const guest = await claimPerson(db, newcomer())
    const host = await claimPerson(db, newcomer())
    await makeRsvp({ freelancerId: guest.id })
    await makeEvent({ organizerId: host.id })
    for (const { id } of [guest, host]) {
      await forgetUnproven(id)
      expect(await isKnown(id)).toBe(true)
    }
  })
})
