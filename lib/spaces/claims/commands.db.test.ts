import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { SETTLES } from '@/lib/spaces/domains/rules'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { claimByCode, claimByMail, claimByNote } from './commands'
import { claimPage } from './queries'

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await db.rateLimit.deleteMany()
  await db.space.deleteMany()
  await mailbox.take()
})

const person = async (name = 'Ana'): Promise<Actor> => toActor(await makeFreelancer({ name }))

/** A place whose website came with an import. */
const bulle = (website = 'https://www.bulle.example.org/fr', values = {}) =>
  makeSpace({ website, provenance: { website: 'osm' }, ...values })

const AT_BULLE = 'ana@bulle.example.org'
const NETWORK = '192.0.2.1'
const claim = (actor: Actor, spaceId: string, email = AT_BULLE) =>
  claimByMail(actor, { spaceId, email }, NETWORK)

/** What an owner does: reads the mail. */
async function readCode(to = AT_BULLE): Promise<string> {
  await drain()
  const mail = (await mailbox.take()).findLast((one) => [one.to].flat().some((list) => list?.text === to))
  return mail?.subject?.match(/\d{6}/)?.[0] ?? ''
}

const wrong = (code: string) => (code === '000000' ? '111111' : '000000')
const ownersOf = async (spaceId: string) =>
  (await db.spaceOwner.findMany({ where: { spaceId } })).map(({ freelancerId }) => freelancerId).sort()
const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000)

describe('a mailbox at the web domain of the place', () => {
  it('makes it theirs, by the code that came there', async () => {
    const [ana, space] = [await person(), await bulle()]
    expect(await claim(ana, space.id)).toEqual({ ok: true, value: undefined })
    const { codeHash } = await db.spaceClaim.findFirstOrThrow({ where: { spaceId: space.id } })
    const code = await readCode()
    expect(code).toMatch(/^\d{6}$/)
    expect(codeHash).not.toContain(code)
    expect(await claimByCode(ana, { spaceId: space.id, code: wrong(code) })).toEqual({
      ok: false,
      reason: 'code_wrong',
    })
    expect(await claimByCode(ana, { spaceId: space.id, code })).toEqual({ ok: true, value: undefined })
    expect(await db.spaceOwner.findMany({ where: { spaceId: space.id } })).toMatchObject([
      { freelancerId: ana.id, provenBy: AT_BULLE, objectedAt: null },
    ])
    expect(await db.spaceClaim.count()).toBe(0)
    // A double tap, and asking once more.
    expect((await claimByCode(ana, { spaceId: space.id, code })).ok).toBe(true)
    expect(await claim(ana, space.id)).toEqual({ ok: false, reason: 'claim_owned' })
  })

  it('nobody else can type the code, and of a crowd of taps one counts', async () => {
    const [ana, eve, space] = [await person(), await person('Eve'), await bulle()]
    await claim(ana, space.id)
    const code = await readCode()
    expect(await claimByCode(eve, { spaceId: space.id, code })).toEqual({ ok: false, reason: 'claim_gone' })
    const taps = await Promise.all(
      Array.from({ length: 6 }, () => claimByCode(ana, { spaceId: space.id, code })),
    )
    expect(taps.every(({ ok }) => ok)).toBe(true)
    expect(await ownersOf(space.id)).toEqual([ana.id])
  })

  it('five guesses at the same instant are all there are', async () => {
    const [ana, space] = [await person(), await bulle()]
    await claim(ana, space.id)
    const code = await readCode()
    const guess = { spaceId: space.id, code: wrong(code) }
    const guesses = await Promise.all(Array.from({ length: 12 }, () => claimByCode(ana, guess)))
    const reasons = guesses.map((one) => (one.ok ? 'ok' : one.reason)).sort()
    expect(reasons).toEqual([...Array(7).fill('code_used_up'), ...Array(5).fill('code_wrong')])
    expect(await claimByCode(ana, { spaceId: space.id, code })).toEqual({
      ok: false,
      reason: 'code_used_up',
    })
    // Another one, with attempts of its own.
    await claim(ana, space.id)
    const next = await readCode()
    expect(next).not.toBe(code)
    expect((await claimByCode(ana, { spaceId: space.id, code: next })).ok).toBe(true)
  })

  it('a code ends after ten minutes; asked for again while it lives, it is the same and keeps its attempts', async () => {
    const [ana, space] = [await person(), await bulle()]
    await claim(ana, space.id)
    const code = await readCode()
    await claimByCode(ana, { spaceId: space.id, code: wrong(code) })
    await claim(ana, space.id)
    expect(await readCode()).toBe(code)
    expect((await db.spaceClaim.findFirstOrThrow()).attempts).toBe(1)
    await db.spaceClaim.updateMany({ data: { expiresAt: now() } })
    expect(await claimByCode(ana, { spaceId: space.id, code })).toEqual({ ok: false, reason: 'code_expired' })
    expect(await ownersOf(space.id)).toEqual([])
  })

  it('mails are limited by address, by place and by person', async () => {
    const [ana, space] = [await person(), await bulle()]
    for (let i = 0; i < 5; i++) expect((await claim(ana, space.id)).ok).toBe(true)
    expect(await claim(ana, space.id)).toEqual({ ok: false, reason: 'claim_mails' })
    expect((await claim(ana, space.id, 'bob@bulle.example.org')).ok).toBe(true)
    const eve = await person('Eve')
    for (let i = 0; i < 3; i++) await claim(eve, space.id, `eve${i}@bulle.example.org`)
    expect(await claim(eve, space.id, 'eve@bulle.example.org')).toEqual({ ok: false, reason: 'claim_mails' })
  })
})

describe('nobody takes a place by', () => {
  it.each([
    ['a mailbox elsewhere', 'https://bulle.example.org', 'eve@evil.example.com', 'claim_elsewhere'],
    [
      'one at a name below the domain',
      'https://bulle.example.org',
      'eve@members.example.org',
      'claim_elsewhere',
    ],
    ['one that anybody can have', 'https://gmail.com', 'eve@gmail.com', 'site_shared'],
    ['a page at a host', 'https://facebook.com/bulle', 'eve@facebook.com', 'site_shared'],
    ['no website', null, 'eve@example.org', 'site_none'],
  ])('%s', async (_, website, email, reason) => {
    const space = await makeSpace({ website, provenance: { website: 'osm' } })
    expect(await claim(await person('Eve'), space.id, email)).toEqual({ ok: false, reason })
    expect(await writtenJobs('claim_code')).toEqual([])
  })

  it('setting its website: it has to stand for two weeks, whoever set it', async () => {
    const [eve, space] = [await person('Eve'), await bulle()]
    const evil = { website: 'https://evil.example.com' }
    const at = 'eve@evil.example.com'
    for (const by of ['people', 'owner', 'osm']) {
      await db.space.update({
        where: { id: space.id },
        data: { website: `${evil.website}/${by}`, provenance: { website: by } },
      })
      expect(await claim(eve, space.id, at)).toEqual({ ok: false, reason: 'site_new' })
    }
    // Emptied first, and brought back by a source.
    await db.space.update({ where: { id: space.id }, data: { website: null, provenance: {} } })
    await db.space.update({ where: { id: space.id }, data: { ...evil, provenance: { website: 'osm' } } })
    expect(await claim(eve, space.id, at)).toEqual({ ok: false, reason: 'site_new' })
    const added = await makeSpace({ ...evil, provenance: { website: 'people' } })
    expect(await claim(eve, added.id, at)).toEqual({ ok: false, reason: 'site_new' })
    await db.space.update({ where: { id: added.id }, data: { websiteSince: daysAgo(SETTLES) } })
    expect((await claim(eve, added.id, at)).ok).toBe(true)
  })

  it('a correction of their own, however old', async () => {
    const [eve, bob, space] = [await person('Eve'), await person('Bob'), await bulle()]
    await db.space.update({
      where: { id: space.id },
      data: { website: 'https://evil.example.com/x', provenance: { website: 'people' } },
    })
    await db.space.update({ where: { id: space.id }, data: { websiteSince: daysAgo(400) } })
    await db.spaceCorrection.create({
      data: {
        ...{ spaceId: space.id, authorId: eve.id, status: 'applied', decidedAt: daysAgo(400), before: {} },
        changes: { website: 'https://www.evil.example.com' },
      },
    })
    expect(await claim(eve, space.id, 'eve@evil.example.com')).toEqual({ ok: false, reason: 'site_yours' })
    expect((await claim(bob, space.id, 'bob@example.com')).ok).toBe(true)
  })

  it('a code whose website is another by the time it is typed', async () => {
    const [eve, space] = [await person('Eve'), await bulle()]
    await claim(eve, space.id)
    const code = await readCode()
    await db.space.update({
      where: { id: space.id },
      data: { website: 'https://elsewhere.example.com' },
    })
    await db.space.update({ where: { id: space.id }, data: { websiteSince: null } })
    expect(await claimByCode(eve, { spaceId: space.id, code })).toEqual({
      ok: false,
      reason: 'claim_elsewhere',
    })
    expect(await ownersOf(space.id)).toEqual([])
  })

  it('a domain that places of many towns share', async () => {
    const spaces = []
    for (const city of ['Nice', 'Cannes', 'Antibes', 'Grasse', 'Menton'])
      spaces.push(await bulle(`https://${city.toLowerCase()}.reseau.example.com`, { city }))
    const [first] = spaces
    const eve = await person('Eve')
    const at = 'eve@example.com'
    expect(await claim(eve, first?.id ?? '', at)).toEqual({ ok: false, reason: 'site_many' })
    await db.space.update({ where: { id: spaces[4]?.id ?? '' }, data: { closedOn: now() } })
    expect((await claim(eve, first?.id ?? '', at)).ok).toBe(true)
  })

  it('closed places, homes and what is not there are nobody’s', async () => {
    const eve = await person('Eve')
    const closed = await bulle(undefined, { closedOn: now() })
    const home = await bulle(undefined, { kind: 'home_table' })
    for (const id of [closed.id, home.id, randomUUID()]) {
      expect(await claim(eve, id)).toEqual({ ok: false, reason: 'place_unknown' })
      expect(await claimByNote(eve, { spaceId: id, note: 'Je tiens ce lieu.' })).toEqual({
        ok: false,
        reason: 'place_unknown',
      })
      expect(await claimPage(id, eve, now())).toBeNull()
    }
  })
})
