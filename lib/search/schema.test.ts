import { expect, it } from 'vitest'
import { searchQuerySchema } from './schema'

it('reads what the box sends', () => {
  expect(searchQuerySchema.parse({ q: ' la ru ', near: '43.55,-7.01', lang: 'en', addresses: '1' })).toEqual({
    ...{ q: 'la ru', near: { lat: 43.55, lng: -7.01 }, lang: 'en', addresses: '1' },
  })
  expect(searchQuerySchema.parse({ q: 'la' })).toEqual({ q: 'la', lang: 'fr', addresses: '0' })
})

it.each([
  [{}, 'q'],
  [{ q: 'x' }, 'q'],
  [{ q: 'x'.repeat(101) }, 'q'],
  [{ q: 'la', near: 'here' }, 'near'],
  [{ q: 'la', near: ',' }, 'near'],
  [{ q: 'la', near: '91,0' }, 'near'],
  [{ q: 'la', lang: 'de' }, 'lang'],
  [{ q: 'la', addresses: 'yes' }, 'addresses'],
])('says what is wrong with %j', (params, field) => {
  expect(searchQuerySchema.safeParse(params).error?.issues[0]?.path).toEqual([field])
})
