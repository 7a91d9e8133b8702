import { describe, expect, it } from 'vitest'
import type { Place } from '@/lib/imports/doubles/rules'
import { matchRows } from './rules'

const place = (values: Partial<Place> = {}): Place => ({
  ...{ source: 'osm', externalId: 'node/1', kind: 'coworking', name: 'La Ruche', approximate: false },
  ...{ point: { lat: 45, lng: 1 }, street: '36 rue du Port', postcode: '33000', city: 'Bordeaux', ...values },
})
const metres = (north: number) => ({ lat: 45 + north / 111_195, lng: 1 })
const row = (values: Partial<Place> = {}) => place({ source: 'aix', externalId: 'a', ...values })

describe('matchRows', () => {
  it('joins a row to the space that it is certainly one with, under any name that is told of it', () => {
    const candidate = { spaceId: 'space', places: [place({ name: 'Autre chose', street: '' }), place()] }
    expect(matchRows([row()], [candidate])).toEqual([{ into: 'space', doubtful: [] }])
    expect(matchRows([row({ name: 'Le Phare' })], [candidate])).toEqual([{ into: null, doubtful: [] }])
  })

  it('joins a row to an earlier one of its batch, and a third to both', () => {
    const rows = [row(), row({ externalId: 'b' }), row({ externalId: 'c' })]
    expect(matchRows(rows, []).map(({ into }) => into)).toEqual([null, 0, 0])
  })

  it('finds one and the same address further away', () => {
    const far = row({ point: metres(600) })
    expect(matchRows([far], [{ spaceId: 'space', places: [place()] }])[0]?.into).toBe('space')
    const further = row({ point: metres(2000) })
    const [match] = matchRows([further], [{ spaceId: 'space', places: [place()] }])
    expect(match).toMatchObject({ into: null, doubtful: [{ with: 'space' }] })
  })

  it('asks a person where the source itself lists the two apart', () => {
    const listed = [place(), row({ externalId: 'b', street: '40 rue du Port' })]
    const [match] = matchRows([row()], [{ spaceId: 'space', places: listed }])
    expect(match).toMatchObject({ into: null, doubtful: [{ with: 'space' }] })
  })

  it('takes the likeliest of two, and asks whether those two are one', () => {
    const near = { spaceId: 'near', places: [place()] }
    const next = { spaceId: 'next', places: [place({ externalId: 'node/2', point: metres(100) })] }
    const [match] = matchRows([row()], [next, near])
    expect(match).toMatchObject({ into: 'near', doubtful: [{ with: 'next' }] })
    expect(match?.doubtful[0]?.score).toBeLessThan(0.85)
  })
})
