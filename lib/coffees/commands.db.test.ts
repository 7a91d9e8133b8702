import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { leaveCoffees } from '@/lib/coffees/members/commands'
import { db } from '@/lib/db'
import { eraseAccount } from '@/lib/freelancers/commands'
import { drain } from '@/lib/jobs/worker'
import { makeCoffee, makeDrinker } from '@/lib/testing/coffees'
import { forgetJobs, makeJobsDue, writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { answerCoffee, decideDue, forgetCoffees, withdraw } from './commands'
import { coffeePage, myCoffees } from './queries'

const DAY = 86_400_000
const ALL = 0b111

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
})

const say = (actor: Actor, coffeeId: string, answer: 'yes' | 'no' | 'never', times = ALL) =>
  answerCoffee(actor, { coffeeId, answer, times: answer === 'yes' ? times : 0 })
const statusOf = async (id: string) => (await db.coffee.findUniqueOrThrow({ where: { id } })).status
const seen = (actor: Actor, id: string) => coffeePage(actor, id, now())
/** Who got which mail, once all that is due is done. */
async function mails() {
  await drain()
  const found = await mailbox.take()
  return found.map((mail) => ({
    to: [mail.to].flat()[0]?.text,
    subject: mail.subject?.replaceAll(/[\u00a0\u202f]/g, ' '),
    text: mail.text ?? '',
    calendar: mail.attachments
      .find(({ contentType }) => contentType.startsWith('text/calendar'))
      ?.content.toString(),
  }))
}
/** Its term has come. */
async function due(coffeeId: string) {
  await db.coffee.update({ where: { id: coffeeId }, data: { decideBy: new Date(+now() - 1000) } })
  await decideDue(coffeeId)
}

async function pair() {
  const cafe = await makeSpace({ name: 'Le Zinc', kind: 'cafe', street: '3 rue du Port' })
  const ana = await makeDrinker('Ana Ruiz', {}, { trade: 'Traductrice', interests: ['Salsa', 'pêche'] })
  const bob = await makeDrinker(
    'Bob Lam',
    {},
    { trade: 'Photographe', interests: ['salsa'], visibility: 'members' },
  )
  return { ana, bob, cafe, id: await makeCoffee([ana, bob], { spaceId: cafe.id }) }
}

describe('two who say yes', () => {
  test('are asked by mail, meet at the first time that suits both, and get an entry for their calendar', async () => {
    const { ana, bob, id } = await pair()
    const asked = await mails()
    expect(asked.map(({ to }) => to).sort()).toEqual([ana.email, bob.email].sort())
    const toAna = asked.find(({ to }) => to === ana.email)
    expect(toAna?.subject).toBe('Un café avec Bob ?')
    expect(toAna?.text).toContain('Photographe')
    expect(toAna?.text).toContain('Salsa')
    expect(toAna?.text).toContain('Le Zinc')
    expect(toAna?.text).not.toContain('Lam')

    expect(await say(ana, id, 'yes', 0b110)).toEqual({ ok: true })
    expect(await mails()).toEqual([])
    expect(await say(bob, id, 'yes', 0b011)).toEqual({ ok: true })
    expect(await statusOf(id)).toBe('agreed')
    const page = await seen(ana, id)
    expect(page?.startsAt).toEqual(page?.options[1])
    const agreed = await mails()
    expect(agreed.map(({ to, subject }) => [to, subject]).sort()).toEqual(
      [
        [ana.email, 'C’est dit : café avec Bob'],
        [bob.email, 'C’est dit : café avec Ana'],
      ].sort(),
    )
    const calendar = agreed.find(({ to }) => to === ana.email)?.calendar ?? ''
    expect(calendar).toContain('METHOD:REQUEST')
    expect(calendar).toContain('Le Zinc')
    expect(calendar).not.toContain(bob.email)
    expect(await writtenJobs('coffee_reminder')).toHaveLength(2)
  })

  test('are reminded once, however often it is tried', async () => {
    const { ana, bob, id } = await pair()
    await say(ana, id, 'yes')
    await say(bob, id, 'yes')
    await mails()
    const reminders = await writtenJobs('coffee_reminder')
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE data->>'kind' = 'coffee_reminder'`
    expect((await mails()).map(({ subject }) => subject).sort()).toEqual([
      'Bientôt : café avec Ana',
      'Bientôt : café avec Bob',
    ])
    await db.$executeRaw`SELECT job_write('coffee_reminder', ${JSON.stringify(reminders[0]?.payload)}::jsonb, now())`
    expect(await mails()).toEqual([])
  })

  test('at the same moment agree once', async () => {
    for (let round = 0; round < 10; round++) {
      await forgetJobs()
      const { ana, bob, id } = await pair()
      await Promise.all([say(ana, id, 'yes'), say(bob, id, 'yes')])
      expect(await statusOf(id)).toBe('agreed')
      expect(await writtenJobs('coffee_agreed')).toHaveLength(2)
    }
  })
})

describe('a no', () => {
  test('is silent: nothing differs from a silence, for the other, until the term and after', async () => {
    const [refused, ignored] = [await pair(), await pair()]
    for (const { ana, id } of [refused, ignored]) await say(ana, id, 'yes')
    await mails()
    await say(refused.bob, refused.id, 'never')
    expect(await mails()).toEqual([])
    const views = await Promise.all([refused, ignored].map(({ ana, id }) => seen(ana, id)))
    const plain = views.map(
      (view) =>
        view && { standing: view.standing, status: view.status, mine: view.mine, others: view.others.length },
    )
    expect(plain[0]).toEqual(plain[1])
    expect(JSON.stringify(views)).not.toMatch(/never|answeredAt/)

    for (const { id } of [refused, ignored]) await due(id)
    const told = await mails()
    expect(told.map(({ to }) => to).sort()).toEqual([refused.ana.email, ignored.ana.email].sort())
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set(['Pas de café cette fois']))
    for (const mail of told) expect(mail.text).not.toContain('Bob')
    const after = await seen(refused.ana, refused.id)
    expect(after).toMatchObject({ standing: 'off', others: [], startsAt: null })
    expect(await say(refused.bob, refused.id, 'yes')).toEqual({ ok: false, reason: 'coffee_decided' })
  })

  test('can become a yes until the term, and a yes needs a time', async () => {
    const { ana, bob, id } = await pair()
    await say(ana, id, 'no')
    await say(bob, id, 'yes')
    expect(await say(ana, id, 'yes', 0)).toEqual({ ok: false, reason: 'coffee_times' })
    expect(await say(ana, id, 'yes')).toEqual({ ok: true })
    expect(await statusOf(id)).toBe('agreed')
  })

  test('of one in three leaves the two others their coffee', async () => {
    const [ana, bob, cleo] = [await makeDrinker('Ana'), await makeDrinker('Bob'), await makeDrinker('Cléo')]
    const id = await makeCoffee([ana, bob, cleo])
    await say(ana, id, 'yes')
    await say(bob, id, 'no')
    await say(cleo, id, 'yes', 0b100)
    expect(await statusOf(id)).toBe('proposed')
    await mails()
    await due(id)
    expect((await seen(ana, id))?.others.map(({ firstName }) => firstName)).toEqual(['Cléo'])
    expect(await seen(bob, id)).toMatchObject({ standing: 'off', others: [], startsAt: null })
    expect((await mails()).map(({ to }) => to).sort()).toEqual([ana.email, cleo.email].sort())
  })
})

test('a coffee is seen by its people alone; what the others answered, by nobody', async () => {
  const { ana, bob, id } = await pair()
  const stranger = toActor(await makeFreelancer({ visibility: 'members' }))
  expect(await seen(stranger, id)).toBeNull()
  expect(await coffeePage(ana, 'nonsense', now())).toBeNull()
  expect(await answerCoffee(stranger, { coffeeId: id, answer: 'yes', times: ALL })).toEqual({
    ok: false,
    reason: 'coffee_unknown',
  })
  expect(await withdraw(stranger, id)).toEqual({ ok: false, reason: 'coffee_unknown' })
  await say(bob, id, 'yes')
  const page = await seen(ana, id)
  expect(page?.others).toEqual([
    {
      ...{ id: bob.id, firstName: 'Bob', trade: 'Photographe', bio: '', shared: ['Salsa'] },
      languages: ['fr'],
      page: true,
    },
  ])
  expect(JSON.stringify(page)).not.toMatch(/Lam|example\.org|43\.555/)
  expect((await myCoffees(ana, now())).open.map((coffee) => coffee.id)).toEqual([id])
})

describe('what comes between', () => {
  async function agreed() {
    const found = await pair()
    await say(found.ana, found.id, 'yes')
    await say(found.bob, found.id, 'yes')
    await mails()
    return found
  }

  test('who cannot come says so: the other is told, and the calendar entry goes', async () => {
    const { ana, bob, id } = await agreed()
    expect(await withdraw(ana, id)).toEqual({ ok: true })
    const [told, ...others] = await mails()
    expect(others).toEqual([])
    expect(told).toMatchObject({ to: bob.email, subject: expect.stringMatching(/^Annulé : café de /) })
    expect(told?.calendar).toContain('METHOD:CANCEL')
    expect(told?.calendar).toContain('SEQUENCE:1')
    expect(await seen(bob, id)).toMatchObject({ standing: 'off', others: [] })
    expect(await withdraw(ana, id)).toEqual({ ok: false, reason: 'coffee_unknown' })
  })

  test('of three, two go on', async () => {
    const people = [await makeDrinker('Ana'), await makeDrinker('Bob'), await makeDrinker('Cléo')] as const
    const id = await makeCoffee([...people])
    for (const one of people) await say(one, id, 'yes')
    await mails()
    await withdraw(people[0], id)
    expect(await statusOf(id)).toBe('agreed')
    expect((await mails()).map(({ to, subject }) => [to, subject]).sort()).toEqual(
      [
        [people[1].email, 'Votre café tient toujours, avec Cléo'],
        [people[2].email, 'Votre café tient toujours, avec Bob'],
      ].sort(),
    )
  })

  test('a block ends what was agreed and lets lapse what was not, without a word of it', async () => {
    const { ana, bob, id } = await agreed()
    const open = await makeCoffee([ana, bob])
    await mails()
    await say(bob, open, 'yes')
    await block(ana, bob.id)
    for (const one of [ana, bob]) expect([await seen(one, id), await seen(one, open)]).toEqual([null, null])
    expect((await myCoffees(bob, now())).open).toEqual([])
    await say(ana, open, 'yes')
    expect(await statusOf(open)).toBe('proposed')
    await due(open)
    expect(await statusOf(open)).toBe('lapsed')
    expect(await statusOf(id)).toBe('cancelled')
  })

  test('an account that is erased leaves nobody waiting', async () => {
    const { ana, bob, id } = await agreed()
    expect(await eraseAccount(ana, { email: ana.email })).toEqual({ ok: true })
    expect((await mails()).map(({ to }) => to)).toEqual([bob.email])
    expect(await statusOf(id)).toBe('cancelled')
  })

  test('taking part no more forgets the preferences and answers no for what is open', async () => {
    const { ana, bob, id } = await pair()
    await leaveCoffees(ana)
    expect(await db.coffeeMember.count({ where: { freelancerId: ana.id } })).toBe(0)
    await say(bob, id, 'yes')
    await due(id)
    expect(await statusOf(id)).toBe('lapsed')
  })
})

test('three proposals without any answer are a pause, kindly said; an answer in between is none', async () => {
  const [ana, bob] = [await makeDrinker('Ana'), await makeDrinker('Bob')]
  await db.coffeeMember.updateMany({ data: { changedAt: new Date(+now() - 60 * DAY) } })
  for (let i = 0; i < 3; i++) {
    const id = await makeCoffee([ana, bob])
    if (i === 1) await say(bob, id, 'no')
    await due(id)
  }
  const paused = async (one: Actor) =>
    (await db.coffeeMember.findUniqueOrThrow({ where: { freelancerId: one.id } })).pausedAt
  expect(await paused(ana)).not.toBeNull()
  expect(await paused(bob)).toBeNull()
  const told = await mails()
  expect(told.filter(({ subject }) => subject === 'Vos cafés sont en pause').map(({ to }) => to)).toEqual([
    ana.email,
  ])
})

test('settled by its own job at its term, once; forgotten after a year', async () => {
  const { ana, id } = await pair()
  await say(ana, id, 'yes')
  await db.coffee.update({ where: { id }, data: { decideBy: new Date(+now() - 1000) } })
  await makeJobsDue()
  await drain()
  expect(await statusOf(id)).toBe('lapsed')
  await decideDue(id)
  await decideDue(randomUUID())
  expect(await writtenJobs('coffee_lapsed')).toHaveLength(1)
  expect(await forgetCoffees(now())).toBe(0)
  expect(await forgetCoffees(new Date(+now() + 367 * DAY))).toBeGreaterThan(0)
  expect(await db.coffeeSeat.count({ where: { coffeeId: id } })).toBe(0)
})
