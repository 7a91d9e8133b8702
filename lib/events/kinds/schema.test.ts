import { expect, test } from 'vitest'
import { EventKind } from '@/prisma/client/enums'
import { EVENT_KINDS } from './terms'

test('the kinds are exactly those of the database', () => {
  expect([...EVENT_KINDS].sort()).toEqual(Object.values(EventKind).sort())
})
