import { expect, it } from 'vitest'
import { spacesQuerySchema } from './schema'

it('asks for the first fifty when nothing is said', () => {
  expect(spacesQuerySchema.parse({})).toEqual({ kind: [], limit: 50 })
})

it('reads what a program may ask', () => {
  const asked = { quiet: '1', openAt: '2026-11-28T14:00', maxPrice: '15' }
  expect(spacesQuerySchema.parse(asked)).toMatchObject({ ...asked, maxPrice: 15 })
})

it.each([
  ['open', '0'],
  ['quiet', 'yes'],
  ['openAt', '2026-11-28T14:00:00Z'],
  ['openAt', '2026-02-30T14:00'],
  ['openAt', '1999-12-31T14:00'],
  ['maxPrice', '0'],
  ['maxPrice', '12.5'],
  ['maxPrice', '10000'],
])('says that %s=%s is wrong', (parameter, value) => {
  const { error } = spacesQuerySchema.safeParse({ [parameter]: value })
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    [parameter, expect.stringMatching(/^must be .+\.$/)],
  ])
})
