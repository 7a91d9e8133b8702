import { expect, it } from 'vitest'
import { weekOf } from './rules'

const day = (jour: string, ...times: string[]) => ({
  [`Ouverture matin (ou journée continue) ${jour}`]: times[0] ?? '',
  [`Fermeture matin ${jour}`]: times[1] ?? '',
  [`Ouverture après-midi (sauf si une seule tranche horaire) ${jour}`]: times[2] ?? '',
  [`Fermeture après-midi ${jour}`]: times[3] ?? '',
})

it.each([
  [day('lundi', '08:30', '16:30'), 'Mo 08:30-16:30'],
  [
    { ...day('mardi', '9:00', '12:00', '13:30', '17:00'), ...day('samedi', '', '', '14:00', '18:00') },
    'Tu 09:00-12:00,13:30-17:00; Sa 14:00-18:00',
  ],
  [{}, ''],
  // Half an opening, no time at all, an end before its beginning, an afternoon within the morning: unknown.
  [day('lundi', '08:30'), ''],
  [day('lundi', 'matin', '12:00'), ''],
  [day('lundi', '12:00', '09:00'), ''],
  [day('lundi', '09:00', '15:00', '14:00', '18:00'), ''],
])('%j is open %j', (row, hours) => {
  expect(weekOf(row)).toBe(hours)
})
