import { expect, it } from 'vitest'
import { wishSchema } from './schema'
import { WORKING_WEEK } from './terms'

it('takes a place alone: any half-day of the working week suits', () => {
  expect(wishSchema.parse({ cell: '43.5425,7.01' })).toEqual({
    cell: { lat: 43.5425, lng: 7.01 },
    ...{ town: '', kinds: [], halfDays: WORKING_WEEK },
  })
})

it('keeps what was ticked', () => {
  const wish = wishSchema.parse({
    ...{ cell: '', town: ' Grasse ', kinds: ['lunch'], halfDays: ['0', '13'] },
  })
  expect(wish).toEqual({
    ...{ cell: null, town: 'Grasse', kinds: ['lunch'], halfDays: 1 | (1 << 13) },
  })
})

it('takes a town typed after the position for the place', () => {
  const place = (town: string) => wishSchema.parse({ cell: '43.5425,7.01', cellTown: 'Cannes', town }).cell
  expect(place('Cannes')).toEqual({ lat: 43.5425, lng: 7.01 })
  expect(place('')).toEqual({ lat: 43.5425, lng: 7.01 })
  expect(place('Grasse')).toBeNull()
})

it('refuses what no form of ours sends, with a reason', () => {
  const refused = (input: object) => wishSchema.safeParse(input).error?.issues[0]?.message
  expect(refused({ cell: '43.5' })).toBe('wish_place')
  expect(refused({ cell: '91,7' })).toBe('wish_place')
  expect(refused({ kinds: ['trade_fair'] })).toBe('invalid')
  expect(refused({ halfDays: ['14'] })).toBe('invalid')
  expect(refused({ town: 'x'.repeat(101) })).toBe('city_long')
})
