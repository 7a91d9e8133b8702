import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { purgeCodes, requestCode } from './commands'
import { CODE_LIFE, FORGET_UNPROVEN } from './rules'

const after = (milliseconds: number) => new Date(now().getTime() + milliseconds)

test('an address typed is forgotten a day after its code ended, not before', async () => {
  const request = { email: 'purge@example.org', name: '', locale: 'fr' as const, returnTo: '/' }
  expect(await requestCode(request, '192.0.2.7')).toMatchObject({ ok: true })
  expect(await purgeCodes(after(FORGET_UNPROVEN))).toBe(0)
  expect(await purgeCodes(after(FORGET_UNPROVEN + CODE_LIFE + 1_000))).toBe(1)
  expect(await db.signInCode.count({ where: { email: request.email } })).toBe(0)
})

test('addresses of one IPv6 subscriber count as one network', async () => {
  const ask = (n: number) =>
    requestCode(
      { email: `subscriber-${n}@example.org`, name: '', locale: 'en', returnTo: '/' },
      `2001:db8:1:2::${n.toString(16)}`,
    )
  for (let n = 1; n <= 100; n++) expect((await ask(n)).ok).toBe(true)
  expect(await ask(101)).toEqual({ ok: false, reason: 'too_many_requests' })
})
