import { expect, it } from 'vitest'
import { placeOf } from './rules'

const orleans = { lat: 47.9029, lng: 1.909 }
const besancon = { lat: 47.2284, lng: 5.9708 }
const nowhere = { towns: [], sure: false }
const there = { lat: 47.91, lng: 1.92 }

it.each([
  ['near its commune', there, false, [orleans], { how: 'given', point: there }],
  ['near one of those that share its postcode', there, false, [besancon, orleans], { how: 'given' }],
  ['in the wrong order', { lat: 1.92, lng: 47.91 }, false, [orleans], { how: 'swapped', point: there }],
  ['far from its commune', besancon, false, [orleans], { how: 'commune', point: orleans }],
  ['doubtful', there, true, [orleans], { how: 'commune', point: orleans }],
  ['without coordinates', null, false, [orleans], { how: 'commune', point: orleans }],
  ['at zero', { lat: 0, lng: 0 }, false, [orleans], { how: 'commune', point: orleans }],
  ['without a known commune', there, false, [], { how: 'given', point: there }],
])('a place %s', (_, point, doubtful, communes, expected) => {
  expect(placeOf(point, doubtful, { towns: communes, sure: true })).toMatchObject(expected)
})

it('stays where its source puts it when only the name of its town is known', () => {
  expect(placeOf(besancon, false, { towns: [orleans], sure: false })).toEqual({
    how: 'given',
    point: besancon,
  })
  expect(placeOf(null, false, { towns: [orleans], sure: false })).toMatchObject({ how: 'commune' })
})

it('is nowhere when neither its coordinates nor its address say where', () => {
  expect(placeOf(null, false, nowhere)).toBeNull()
  expect(placeOf(there, true, nowhere)).toBeNull()
  expect(placeOf({ lat: 91, lng: 0 }, false, nowhere)).toBeNull()
})
