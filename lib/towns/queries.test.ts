import { beforeAll, describe, expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { generator } from '@/lib/testing/crowd'
import { gazetteer } from '@/lib/towns/gazetteer/queries'
import { nearestTown, searchTowns, townsIn } from './queries'

// The first search on a machine makes the gazetteer: seconds, where several suites share the processor.
beforeAll(() => searchTowns('cannes', { limit: 1 }), 60_000)

const names = async (typed: string, options = {}) =>
  (await searchTowns(typed, { limit: 5, ...options })).map(({ name }) => name)
const first = async (typed: string, options = {}) => (await searchTowns(typed, { limit: 5, ...options }))[0]

describe('searchTowns', () => {
  it.each([
    ['cannes', 'Cannes'],
    ['CANNES', 'Cannes'],
    ['cann', 'Cannes'],
    ['06400', 'Cannes'],
    ['06400 cannes', 'Cannes'],
    ['nice', 'Nice'],
    ['paris', 'Paris'],
    ['75011', 'Paris'],
    ['st etienne', 'Saint-Étienne'],
    ['Saint-Etienne', 'Saint-Étienne'],
    ['ste maxime', 'Sainte-Maxime'],
    ['aix en provence', 'Aix-en-Provence'],
    ['antipolis', 'Sophia Antipolis'],
    ['grasse', 'Grasse'],
    ['london', 'London'],
    ['londres', 'London'],
    ['Bruxelles', 'Brussels'],
    ['münchen', 'Munich'],
    ['東京', 'Tokyo'],
    ['vienne', 'Vienne'],
    ['l hay les roses', 'L’Haÿ-les-Roses'],
  ])('%j finds %s first', async (typed, name) => {
    expect((await first(typed, { near: { lat: 43.55, lng: 7.01 } }))?.name.replace("'", '’')).toBe(name)
  })

  it('knows the towns without asking where one is', async () => {
    expect(await first('cannes')).toMatchObject({
      id: 'fr-06029',
      name: 'Cannes',
      postcode: '06400',
      region: 'Alpes-Maritimes',
      country: 'FR',
    })
    expect(await first('06150')).toMatchObject({ name: 'Cannes', postcode: '06150' })
  })

  it('lists the towns of a département by the beginning of the postcode', async () => {
    expect(await names('06')).toContain('Nice')
    expect(await names('saint 06')).not.toContain('Saint-Étienne')
  })

  it('prefers what is near among namesakes', async () => {
    const near = { lat: 48.69, lng: 6.18 }
    const [there] = await searchTowns('saint-max', { limit: 1, near })
    expect(there?.name).toBe('Saint-Max')
  })

  it('prefers what is near after a single letter, too', async () => {
    const near = { lat: 43.55, lng: 7.01 }
    expect((await searchTowns('c', { limit: 3, near })).map(({ name }) => name)).toContain('Cannes')
    expect(await names('san')).toContain('San')
  })

  it('finds even the smallest commune, at least at its postcode', async () => {
    const [rochefourchat] = await searchTowns('rochefourchat', { limit: 1 })
    expect(rochefourchat).toMatchObject({ name: 'Rochefourchat', country: 'FR' })
    expect(rochefourchat?.lat).toBeCloseTo(44.6, 0)
  })

  it.each(['', '   ', '---', 'zzzzzzzz', '99999'])('finds nothing for %j', async (typed) => {
    expect(await names(typed)).toEqual([])
  })

  it('never lists a town twice', async () => {
    const ids = (await searchTowns('saint saint', { limit: 50 })).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('nearestTown', () => {
  it.each([
    [{ lat: 43.5513, lng: 7.0128 }, 'Cannes'],
    [{ lat: 51.5265, lng: -0.0805 }, 'London'],
  ])('of %j', async (at, name) => {
    const town = await nearestTown(at)
    if (name === 'London') expect(town?.country).toBe('GB')
    else expect(town?.name).toBe(name)
  })

  it('is the one that looking at all of them finds', async () => {
    const towns = await gazetteer()
    const random = generator(20_261_124)
    for (let i = 0; i < 60; i++) {
      const at = { lat: 44 + random(5000) / 1000, lng: random(6000) / 1000 }
      const nearest = await nearestTown(at)
      const metres = towns.map((town) => distance(at, town))
      expect(nearest && distance(at, nearest)).toBe(Math.min(...metres))
    }
  })

  it('is nobody’s at sea', async () => {
    expect(await nearestTown({ lat: -40, lng: -120 })).toBeNull()
  })
})

describe('townsIn', () => {
  const riviera = { west: 6.8, south: 43.4, east: 7.4, north: 43.8 }

  it('names the greatest towns of a box, great or small', async () => {
    const towns = async (bbox: typeof riviera) => (await townsIn(bbox, 3)).map(({ name }) => name)
    expect(await towns(riviera)).toEqual(['Nice', 'Antibes', 'Cannes'])
    expect(await towns({ west: -5, south: 42, east: 8, north: 51 })).toContain('Paris')
    expect(await towns({ west: -30, south: 30, east: -29.9, north: 30.1 })).toEqual([])
  })
})
