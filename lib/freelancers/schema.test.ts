import { expect, test } from 'vitest'
import { Visibility } from '@/prisma/client/enums'
import { COMMON_LANGUAGES, languageSchema, profileSchema, VISIBILITIES } from './schema'

const profile = { name: 'Ada', visibility: 'hidden', locale: 'fr' }

const wrong = (input: unknown) =>
  Object.fromEntries(
    profileSchema.safeParse(input).error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [],
  )

test('the visibilities are exactly those of the database', () => {
  expect([...VISIBILITIES]).toEqual(Object.values(Visibility))
})

test('every language offered is one of ISO 639-1', () => {
  expect(COMMON_LANGUAGES.every((code) => languageSchema.safeParse(code).success)).toBe(true)
})

test('interests are typed as a list with commas, each once', () => {
  expect(profileSchema.parse({ ...profile, interests: ' pêche, salsa ;pêche,, ' }).interests).toEqual([
    'pêche',
    'salsa',
  ])
})

test('a cell is read as latitude and longitude; one that makes no sense counts as not given', () => {
  expect(profileSchema.parse({ ...profile, cell: '43.55,7.01' }).cell).toEqual({ lat: 43.55, lng: 7.01 })
  expect(profileSchema.parse({ ...profile, cell: '99,7.01' }).cell).toBeNull()
  expect(profileSchema.parse({ ...profile, cell: 'here' }).cell).toBeNull()
})

test.each([
  [{ ...profile, name: ' ' }, { name: 'name_required' }],
  [{ ...profile, trade: 'x'.repeat(61) }, { trade: 'trade_long' }],
  [{ ...profile, bio: 'x'.repeat(281) }, { bio: 'bio_long' }],
  [{ ...profile, interests: 'a,b,c,d,e,f,g,h,i,j,k' }, { interests: 'interests_many' }],
  [{ ...profile, interests: 'x'.repeat(41) }, { interests: 'interest_long' }],
  [{ ...profile, languages: ['fr', 'klingon'] }, { languages: 'language_required' }],
  [{ ...profile, visibility: 'everybody' }, { visibility: 'visibility_required' }],
])('each mistake has its sentence, on its field: %#', (input, expected) => {
  expect(wrong(input)).toEqual(expected)
})
