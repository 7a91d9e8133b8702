import { expect, test } from 'vitest'
import * as database from '@/prisma/client/enums'
import { INTERNET, INTERNET_FEES, NOISE, SOCKETS, SPACE_KINDS, WHEELCHAIR } from './terms'

test.each([
  ['kinds', SPACE_KINDS, database.SpaceKind],
  ['internet', INTERNET, database.Internet],
  ['internet fees', INTERNET_FEES, database.InternetFee],
  ['wheelchair', WHEELCHAIR, database.Wheelchair],
  ['sockets', SOCKETS, database.Sockets],
  ['noise', NOISE, database.Noise],
])('%s are exactly those of the database', (_, ours, theirs) => {
  expect([...ours].sort()).toEqual(Object.values<string>(theirs).sort())
})
