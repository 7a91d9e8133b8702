import { beforeEach, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeFreelancer } from '@/lib/testing/makers'
import { countingStatements } from '@/lib/testing/statements'
import { closeSession, openSession, purgeSessions } from './commands'
import { sessionByToken } from './queries'
import { hashToken } from './rules'

beforeEach(async () => {
  await db.session.deleteMany()
})

const opened = async () => openSession((await makeFreelancer()).id)

it('opens for the person, and lies hashed in the table', async () => {
  const person = await makeFreelancer({ name: 'Ada' })
  const { token, expires } = await openSession(person.id)
  const [session, statements] = await countingStatements(() => sessionByToken(token))
  expect(session).toEqual({
    actor: { id: person.id, name: 'Ada', email: person.email, locale: 'fr' },
    expires,
  })
  expect(statements).toBe(1)
  const rows = await db.session.findMany()
  expect(rows).toMatchObject([{ tokenHash: hashToken(token) }])
  expect(JSON.stringify(rows)).not.toContain(token)
})

it('is not opened by its hash, nor by anything else', async () => {
  const { token } = await opened()
  for (const wrong of [hashToken(token), '', `${token}x`]) expect(await sessionByToken(wrong)).toBeNull()
})

it('ends alone', async () => {
  const [mine, other] = [await opened(), await opened()]
  await closeSession(mine.token)
  await closeSession('opens nothing')
  expect(await sessionByToken(mine.token)).toBeNull()
  expect(await sessionByToken(other.token)).not.toBeNull()
})

it('is over when its time is', async () => {
  const { token } = await opened()
  await db.session.updateMany({ data: { expires: new Date(now().getTime() - 1) } })
  expect(await sessionByToken(token)).toBeNull()
  expect(await purgeSessions(now())).toBe(1)
})

it('goes with the person', async () => {
  const person = await makeFreelancer()
  const { token } = await openSession(person.id)
  await db.user.delete({ where: { id: person.id } })
  expect(await sessionByToken(token)).toBeNull()
})
