import { expect, it } from 'vitest'
import { tileAt } from '@/lib/geo/tiles'
import { outlineTile } from './queries'
import { outlineTileSchema } from './schema'
import { EXTENT } from './terms'

it('draws the coast at Cannes and names the towns on it', async () => {
  const tile = await outlineTile(tileAt({ lat: 43.5513, lng: 7.0128 }, 9))
  expect(outlineTileSchema.parse(tile)).toEqual(tile)
  expect(tile.land.length).toBeGreaterThan(0)
  expect(tile.towns.map(({ name }) => name)).toContain('Cannes')
  const flat = tile.land.flat()
  expect(Math.min(...flat)).toBeGreaterThanOrEqual(-32)
  expect(Math.max(...flat)).toBeLessThanOrEqual(EXTENT + 32)
})

it('is all land inland, and nothing at sea', async () => {
  const inland = await outlineTile(tileAt({ lat: 45.77, lng: 3.08 }, 12))
  expect(inland.land).toHaveLength(1)
  expect((await outlineTile(tileAt({ lat: -40, lng: -120 }, 6))).land).toEqual([])
})
