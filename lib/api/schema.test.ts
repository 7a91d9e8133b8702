import { describe, expect, it } from 'vitest'
import { eventsQuerySchema } from './schema'

it('reads what a program may ask', () => {
  const asked = {
    bbox: '178,-20,-178,-10',
    kind: 'lunch,afterwork',
    limit: '7',
    from: '2026-11-23',
    to: '2026-11-23T10:00:00+01:00',
  }
  expect(eventsQuerySchema.parse(asked)).toEqual({
    bbox: { west: 178, south: -20, east: -178, north: -10 },
    kind: ['lunch', 'afterwork'],
    limit: 7,
    from: new Date('2026-11-23T00:00:00Z'),
    to: new Date('2026-11-23T09:00:00Z'),
  })
})

describe('says which parameter is wrong', () => {
  it.each([
    ['bbox', '1,2,3'],
    ['bbox', '0,50,1,40'],
    ['kind', 'lunch,pub'],
    ['limit', '0'],
    ['limit', '201'],
    ['limit', '1e2'],
    ['from', 'tomorrow'],
    ['to', '2026-13-01'],
    ['cursor', 'x'],
    ['cursor', 'y'.repeat(81)],
  ])('%s=%s', (parameter, value) => {
    const { error } = eventsQuerySchema.safeParse({ [parameter]: value })
    expect(new Set(error?.issues.map(({ path }) => path.join('.')))).toEqual(new Set([parameter]))
  })

  it('and that time runs forwards', () => {
    const { error } = eventsQuerySchema.safeParse({ from: '2026-12-01', to: '2026-11-01' })
    expect(error?.issues).toMatchObject([{ path: ['to'] }])
  })
})
