import { beforeAll, expect, it } from 'vitest'
import { searchTowns } from '@/lib/towns/queries'
import { communesOf } from './queries'

// The first search on a machine makes the gazetteer: seconds, where several suites share the processor.
beforeAll(() => searchTowns('cannes', { limit: 1 }), 60_000)

const named = async (postcode: string, city: string, country = 'FR') => {
  const { towns, sure } = await communesOf({ postcode, city, country })
  return { first: towns[0]?.name, sure }
}

it('finds the commune of an address, by its postcode first', async () => {
  expect(await named('33910', 'ST DENIS DE PILE')).toEqual({ first: 'Saint-Denis-de-Pile', sure: true })
  expect(await named('45000', 'ORLEANS CEDEX 2')).toEqual({ first: 'Orléans', sure: true })
  expect(await named('97440', 'Saint André')).toEqual({ first: 'Saint-André', sure: true })
  // A town of another département is another town: the postcode counts.
  expect(await named('06400', 'Bordeaux')).toEqual({ first: 'Cannes', sure: true })
  // The name and the département agree: a digit is wrong, or it is a CEDEX.
  expect(await named('63340', 'Pont du château')).toEqual({ first: 'Pont-du-Château', sure: true })
  expect(await named('45074', 'ORLEANS')).toEqual({ first: 'Orléans', sure: true })
})

it('goes by the name where the postcode says nothing', async () => {
  expect(await named('', 'pessac')).toEqual({ first: 'Pessac', sure: false })
  expect(await named('99999', 'Cannes')).toEqual({ first: 'Cannes', sure: false })
  expect(await named('', 'Poznań', 'PL')).toEqual({ first: 'Poznań', sure: false })
  expect(await named('', 'Nowhere at all')).toEqual({ first: undefined, sure: false })
  expect(await named('', '')).toEqual({ first: undefined, sure: false })
})
