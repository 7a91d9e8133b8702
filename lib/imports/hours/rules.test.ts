import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openState } from '@/lib/spaces/hours/rules'
import { hoursFromFrench } from './rules'

const FOLDER = path.resolve('../shared/data/opening-hours')

/** Distinct values of a table, each as its row holds it. */
const valuesOf = (file: string, column: number) =>
  readFileSync(path.join(FOLDER, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[column]?.replaceAll('\\n', '\n') ?? '')

it.each([
  ['Lun-ven 9h-12h / 14h-18h', 'Mo-Fr 09:00-12:00,14:00-18:00'],
  ['mardi, jeudi : 14h00 - 17h30 ; samedi 10h-midi', 'Tu,Th 14:00-17:30; Sa 10:00-12:00'],
  ['Lundi fermé, du mardi au samedi de 9h à 19h', 'Tu-Sa 09:00-19:00'],
  ['Dimanche 0h-24h', 'Su 00:00-24:00'],
])('%s', (text, hours) => {
  expect(hoursFromFrench(text)).toBe(hours)
})

describe('stays words', () => {
  it.each([
    ['no day is named', '9h - 18h'],
    ['a day comes twice', 'Lundi 9h-12h, lundi 14h-18h'],
    ['half an opening', 'Lundi de 9h'],
    ['three times', 'Lundi 9h-12h 14h'],
    ['times going back', 'Lundi 18h-9h'],
    ['a list of times', 'Lundi 9h, 12h'],
    ['days going back', 'du vendredi au lundi 9h-18h'],
    ['no such time', 'Lundi 25h-26h'],
    ['no such minute', 'Lundi 9h75-18h'],
    ['half-days', 'Lundi matin 9h-12h'],
    ['weeks', 'Lundi (semaine paire) 9h-12h'],
    ['exceptions', 'Du lundi au vendredi 9h-18h sauf le mercredi'],
    ['appointments', 'Du lundi au vendredi 9h-18h sur rendez-vous'],
    ['all closed', 'Lundi fermé'],
    ['nothing', ''],
  ])('where there are %s: %s', (_, text) => {
    expect(hoursFromFrench(text)).toBeNull()
  })
})

/** Every value of the Centre-Val de Loire's table that is understood, read against its words by a person. */
const CHECKED = new Map([
  ['DU LUNDI AU VENDREDI de 9h à 12h et de 14h à 17h', 'Mo-Fr 09:00-12:00,14:00-17:00'],
  [
    'Du lundi au jeudi : 09h-12h et 13h15-17h30 / Le vendredi : 09h-16h00 (journée continue)',
    'Mo-Th 09:00-12:00,13:15-17:30; Fr 09:00-16:00',
  ],
  [
    'Du lundi au jeudi : 9h-12h 14h-17h Le vendredi : 9h-12h 14h-16h',
    'Mo-Th 09:00-12:00,14:00-17:00; Fr 09:00-12:00,14:00-16:00',
  ],
  [
    'Du lundi au jeudi de 9h00 à 12h00 et de 13h30 à 16h45 et le vendredi de 9h00 à 12h00 et de 13h30 à 15h30',
    'Mo-Th 09:00-12:00,13:30-16:45; Fr 09:00-12:00,13:30-15:30',
  ],
  [
    'Du lundi au mercredi 08h30 / 12h30 - 13h30 / 17h30 ;  le jeudi 13h30 / 17h30 ; le vendredi 08h30 / 12h30 - 13h30 / 16h30',
    'Mo-We 08:30-12:30,13:30-17:30; Th 13:30-17:30; Fr 08:30-12:30,13:30-16:30',
  ],
  ['Du lundi au vendredi 09h00 à 12h30 et de 13h30 à 17h30', 'Mo-Fr 09:00-12:30,13:30-17:30'],
  ['Du lundi au vendredi : 09:00–12:30 / 13:30–17:30', 'Mo-Fr 09:00-12:30,13:30-17:30'],
  ['Du lundi au vendredi de 8h30 à 12h30 et de 13h30 à 17h30', 'Mo-Fr 08:30-12:30,13:30-17:30'],
  ['Du mardi au vendredi : 14 h -19 h', 'Tu-Fr 14:00-19:00'],
  [
    'Horaires d’ouverture : du lundi au vendredi de 9h à 12h et de 13h à 17h.',
    'Mo-Fr 09:00-12:00,13:00-17:00',
  ],
  [
    "Jours et Heures d'ouvertures : du Lundi au Vendredi de 9h à 12h et de 13h30 à 17h00",
    'Mo-Fr 09:00-12:00,13:30-17:00',
  ],
  [
    'Le mardi de 13h00 à 20h00, les mercredi et samedi de 10h00 à 18h00, le jeudi et vendredi de 13h00 à 18h00',
    'Tu 13:00-20:00; We,Sa 10:00-18:00; Th-Fr 13:00-18:00',
  ],
  [
    'Le mardi de 14h00 à 18h00, les mercredi et samedi de 10h00 à 12h00 et de 14h00 à 18h00, le vendredi de 14h00 à 19h30',
    'Tu 14:00-18:00; We,Sa 10:00-12:00,14:00-18:00; Fr 14:00-19:30',
  ],
  [
    'Lundi\n13h30 – 17h30\n\nMardi\n13h30 – 17h30\n\nMercredi\n10h – 12h  13h30 – 17h30\n\nJeudi\n13h30 – 17h30\n\nVendredi\n13h30 – 17h30\n\nSamedi\nFermé',
    'Mo-Tu,Th-Fr 13:30-17:30; We 10:00-12:00,13:30-17:30',
  ],
  [
    'Lundi 9h-12h et 14h-17h, Mardi, Jeudi et Vendredi 8h30-12h et 14h-17h, Mercredi 8h30-12h et 14h-19h',
    'Mo 09:00-12:00,14:00-17:00; Tu,Th-Fr 08:30-12:00,14:00-17:00; We 08:30-12:00,14:00-19:00',
  ],
  [
    'Lundi : 9 h à 12 h et de 13 h à 17 h.  Mardi : 9 h à 12 h et de 13 h à 17 h.  Mercredi : 9 h à 12 h et de 13 h à 17 h.  Jeudi : 9 h à 12 h et de 13 h à 17 h.  Vendredi : 9 h à 12 h et de 13 h à 17 h.',
    'Mo-Fr 09:00-12:00,13:00-17:00',
  ],
  [
    'Lundi : 9h - 12h et 14h - 17h30  / Mardi : 9h - 12h et 14h - 17h30  / Mercredi : 9h - 12h et 14h - 17h30  / Jeudi : 9h - 12h et 14h - 17h30 / Vendredi : 9h - 12h et 14h - 17h30 /  Samedi : 9h - 12h',
    'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00',
  ],
  [
    'Lundi : 9h30 à 11h30 et 13h45 à 16h15\nMardi : 8h30 à 12h00 et 13h45 à 16h15\nMercredi : 9h30 à 11h30\nJeudi : 8h45 à 12h00 et 13h30 à 16h30\nVendredi : 8h45 à 12h00 et 13h00 à 16h00',
    'Mo 09:30-11:30,13:45-16:15; Tu 08:30-12:00,13:45-16:15; We 09:30-11:30; Th 08:45-12:00,13:30-16:30; Fr 08:45-12:00,13:00-16:00',
  ],
  [
    'Lundi : FERME  Mardi : 9h - 12h30 et 13h30 - 17h30  Mercredi : 9h - 12h30 et 13h30 - 17h30  Jeudi : 9h - 12h30 et 13h30 - 17h30  Vendredi : 9h - 12h30 et 13h30 - 17h30  Samedi : 9h30 - 12h30',
    'Tu-Fr 09:00-12:30,13:30-17:30; Sa 09:30-12:30',
  ],
  ['Lundi Mardi : 9h-12h / 14h/17h ; Mercredi : 9h-12h', 'Mo-Tu 09:00-12:00,14:00-17:00; We 09:00-12:00'],
  [
    'Lundi au jeudi de 9h à 12h et de 13h30 à 17h00, le vendredi de 9h à 12h',
    'Mo-Th 09:00-12:00,13:30-17:00; Fr 09:00-12:00',
  ],
  [
    'Lundi et mercredi de 9h à 12h30 et de 13h30 à 18h - mardi et jeudi de 9h à 12h30 et de 13h30 à 17h30 - vendredi de 9h à 12h30 et de 13h 30 à 16h30',
    'Mo,We 09:00-12:30,13:30-18:00; Tu,Th 09:00-12:30,13:30-17:30; Fr 09:00-12:30,13:30-16:30',
  ],
  [
    'Lundi, Mardi, Vendredi 9h-12h et 14h-17h, Mercredi 9h-12h et 14h-18h, Jeudi 9h-12h',
    'Mo-Tu,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00,14:00-18:00; Th 09:00-12:00',
  ],
  [
    'Lundi, Mardi, Vendredi :  9h-12h / 14h-17h Mercredi :  9h-12h - 15h30-17h ; Jeudi :  10h30-12h-14h-17h',
    'Mo-Tu,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00,15:30-17:00; Th 10:30-12:00,14:00-17:00',
  ],
  [
    'Mardi 10h - 12h / 14h - 18h  Mercredi 10h - 12h / 14h - 19h  Jeudi 10h - 12h / 14h - 18h  Vendredi 10h - 12h  Samedi 10h - 12h',
    'Tu,Th 10:00-12:00,14:00-18:00; We 10:00-12:00,14:00-19:00; Fr-Sa 10:00-12:00',
  ],
  [
    'Mardi : 15H-18H30 -- Mercredi : 10H-12H et 14H-18H30 -- Samedi : 10H-13H et 14H-17H',
    'Tu 15:00-18:30; We 10:00-12:00,14:00-18:30; Sa 10:00-13:00,14:00-17:00',
  ],
  [
    'Mardi : 15h30 - 17h30   / Mercredi : 10h - 12h30 et 14h - 17h30   / Jeudi : 15h30 - 17h30   / Vendredi : 15h30 - 17h30  / Samedi : 10h – 12h30 et 14h - 17h',
    'Tu,Th-Fr 15:30-17:30; We 10:00-12:30,14:00-17:30; Sa 10:00-12:30,14:00-17:00',
  ],
  [
    'Mardi : 15h30 - 17h30  / Mercredi : 10h - 12h et 14h - 17h30   / Vendredi : 15h30 - 17h30   / Samedi : 10h - 12h30',
    'Tu,Fr 15:30-17:30; We 10:00-12:00,14:00-17:30; Sa 10:00-12:30',
  ],
  [
    'Mardi : 9h - 12h et 14h - 17h  / Mercredi : 9h - 12h  et 14h - 17h  / Jeudi : 9h - 12h et 14h - 17h  / Vendredi : 9h - 12h et 14h - 17h  / Samedi : 9h - 12h',
    'Tu-Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00',
  ],
  [
    'Mardi : 9h - 12h30 et 14h30 - 17h30  Mercredi : 9h - 12h30 et 14h30 - 17h30  Jeudi : 9h - 12h30 et 14h 30- 17h30  Vendredi : 9h - 12h30 et 14h30 - 17h30  Samedi : 08h30 - 12h30',
    'Tu-Fr 09:00-12:30,14:30-17:30; Sa 08:30-12:30',
  ],
  [
    'Mardi : de 14h à 18h\nMercredi : de 10h à 12h et de 14h à 18h\nVendredi : de 14h à 18h\nSamedi : de 10h à 12h et de 14h à 17h',
    'Tu,Fr 14:00-18:00; We 10:00-12:00,14:00-18:00; Sa 10:00-12:00,14:00-17:00',
  ],
  [
    'Mardi et vendredi : 12H30-18H30 -- Mercredi : 10H-18H30 -- Jeudi : 12H30-20H -- Samedi : 10H-17H',
    'Tu,Fr 12:30-18:30; We 10:00-18:30; Th 12:30-20:00; Sa 10:00-17:00',
  ],
  [
    'Mardi, mercredi, jeudi, vendredi : de 13h30 à 18h ; Samedi : de 10h à 12h et de 13h à 17h.',
    'Tu-Fr 13:30-18:00; Sa 10:00-12:00,13:00-17:00',
  ],
  [
    'Mardi, mercredi, vendredi, samedi : de 10h à 18h ; jeudi : de 13h à 20h',
    'Tu-We,Fr-Sa 10:00-18:00; Th 13:00-20:00',
  ],
  [
    'Mardi, vendredi : de 14h à 18h Mercredi, samedi : de 10h à 12h et de 14h à 18h Jeudi : de 14h à 19h',
    'Tu,Fr 14:00-18:00; We,Sa 10:00-12:00,14:00-18:00; Th 14:00-19:00',
  ],
  [
    'Mercredi 10h - 12h / 14h - 18h  Jeudi 09h - 12h / 16h - 18h  Vendredi 10h - 12h / 16h - 18h  Samedi 10h - 12h / 14h - 18h',
    'We,Sa 10:00-12:00,14:00-18:00; Th 09:00-12:00,16:00-18:00; Fr 10:00-12:00,16:00-18:00',
  ],
  ['du lundi au vendredi de 10 h à 18 h', 'Mo-Fr 10:00-18:00'],
  [
    'lundi : 09:00–11:45, 13:30–16:30 mardi : 13:30–16:30 mercredi : 09:00–11:45 jeudi : 09:00–11:45, 13:30–16:30 vendredi : 09:00–11:45, 14:00–16:00',
    'Mo,Th 09:00-11:45,13:30-16:30; Tu 13:30-16:30; We 09:00-11:45; Fr 09:00-11:45,14:00-16:00',
  ],
  [
    'lundi: 9h30-12h30 / 14h00-17h00 - mardi: 9h30-12h30/ 14h00-17h00 - jeudi: 9h30-12h30 / 14h00-17h00 - vendredi: 09h30-12h30 / 14h00 - 17h00',
    'Mo-Tu,Th-Fr 09:30-12:30,14:00-17:00',
  ],
])

it('is right about every value of a real table that it understands, and leaves the rest', (context) => {
  if (!existsSync(FOLDER)) return context.skip('the public data of ../shared is not here')
  const values = valuesOf('french-free-text.tsv', 1)
  for (const value of values) expect(hoursFromFrench(value), value).toBe(CHECKED.get(value) ?? null)
  expect(values.filter((value) => CHECKED.has(value))).toHaveLength(CHECKED.size)
  expect(CHECKED.size / values.length).toBeGreaterThan(0.4)
})

const place = { lat: 43.74, lng: 7.42, country: 'FR' }
const stateOf = (hours: string) =>
  openState(hours, 'Europe/Paris', new Date('2026-11-24T10:00:00Z'), place).state

it('gives what the library of opening hours reads', () => {
  for (const hours of CHECKED.values()) expect(stateOf(hours), hours).not.toBe('unknown')
})

it('and the library reads the values that are in OSM syntax, but for four that are not', (context) => {
  if (!existsSync(FOLDER)) return context.skip('the public data of ../shared is not here')
  const values = valuesOf('osm-syntax-values.tsv', 2)
  expect(values).toHaveLength(652)
  expect(values.filter((hours) => stateOf(hours) === 'unknown')).toEqual([
    'Mo-Fr 09:00-1300 & 14:00-18:00',
    '09:00',
    'no',
    'Sa 09:15',
  ])
  // Each takes milliseconds; six hundred take seconds where several suites share the processor.
}, 60_000)
