import { describe, expect, it, test } from 'vitest'
import { columnsSaid, readHours } from './rules'

const cannes = { lat: 43.55, lng: 7.01, country: 'FR' }

describe('hours as people type them', () => {
  test.each([
    ['Du lundi au vendredi de 9h à 18h', 'Mo-Fr 09:00-18:00'],
    [
      'lundi au vendredi 9h-12h et 14h-18h30\nsamedi 10h-13h',
      'Mo-Fr 09:00-12:00,14:00-18:30; Sa 10:00-13:00',
    ],
    ['Monday to Friday 9am to 6pm', 'Mo-Fr 09:00-18:00'],
    ['Mon-Fri 8:30am-6.30pm, Sat 10am-1pm', 'Mo-Fr 08:30-18:30; Sa 10:00-13:00'],
    ['Tuesday and Thursday from 9:00 until noon', 'Tu,Th 09:00-12:00'],
    ['Open every day 9am - 11pm', 'Mo-Su 09:00-23:00'],
    ['tous les jours 8h-20h', 'Mo-Su 08:00-20:00'],
    ['Weekdays 12pm to 8pm', 'Mo-Fr 12:00-20:00'],
    ['Monday to Saturday 9am-7pm, closed on Sundays', 'Mo-Sa 09:00-19:00'],
    ['du mardi au samedi 8h-18h, fermé le lundi', 'Tu-Sa 08:00-18:00'],
    ['Mo-Fr 09:00-18:00; PH off', 'Mo-Fr 09:00-18:00; PH off'],
    ['Mo-Fr 09:00-18:00\nSa 10:00-12:00', 'Mo-Fr 09:00-18:00; Sa 10:00-12:00'],
    ['24/7', '24/7'],
  ])('%j is %s', (typed, openingHours) => {
    expect(readHours(typed, cannes)).toEqual({ openingHours, hoursText: null })
  })

  test.each([
    'sur rendez-vous',
    'ça dépend',
    'Mo-Fr 9-18',
    'Lun-Ven 9h00-18h00 sauf jours fériés',
    'Monday to Friday 9 to 6',
    'Monday 13pm to 6pm',
    'Mon-Fri 9am-6pm except Tuesday',
    '9am-6pm',
  ])('%j stays in its words', (typed) => {
    expect(readHours(typed, cannes)).toEqual({ openingHours: null, hoursText: typed })
  })
})

it('says columns of what was said, and of nothing else', () => {
  expect(columnsSaid({}, cannes)).toEqual({})
  expect(columnsSaid({ phone: null, hours: null, position: { lat: 1, lng: 2 } }, cannes)).toEqual({
    ...{ phone: null, openingHours: null, hoursText: null, lat: 1, lng: 2 },
  })
  expect(columnsSaid({ position: null, coffee: false }, cannes)).toEqual({ coffee: false })
})
