import { describe, expect, test } from 'vitest'
import { cancelSchema, eventSchema } from './schema'

const event = { kind: 'open_coffee', day: '2026-05-05', start: '08:30', end: '10:00', language: 'fr' }
const atSpace = { ...event, where: 'space', spaceId: '01890000-0000-7000-8000-000000000000' }
const atAddress = { ...event, where: 'address', city: 'Cannes' }
const online = { ...event, where: 'online', onlineUrl: 'https://meet.example.org/coffee' }

/** Field → message of what is wrong. */
const wrong = (input: unknown) =>
  Object.fromEntries(
    eventSchema.safeParse(input).error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [],
  )

test('what is left empty has its plain meaning', () => {
  expect(
    eventSchema.parse({ ...atAddress, capacity: '', price: ' ', lat: '', lng: '', title: '  ' }),
  ).toEqual({
    ...atAddress,
    title: '',
    capacity: null,
    price: null,
    welcome: '',
    placeName: '',
    address: '',
    lat: null,
    lng: null,
    maxCompanions: 0,
    approval: false,
    hideAddress: false,
    listVisibility: 'members',
    questions: [],
    repetition: null,
    groupId: null,
    unlisted: false,
    ...{ quietPlace: false, leaveWhenever: false, noIntroductions: false, goodForNewcomers: false },
  })
})

test('fields of another place are dropped', () => {
  expect(eventSchema.parse({ ...atSpace, onlineUrl: 'javascript:alert(1)', lat: 'x' })).not.toHaveProperty(
    'onlineUrl',
  )
})

test('a line break counts as one character, as in the browser', () => {
  const lines = 'x\r\n'.repeat(1000).trimEnd()
  expect(eventSchema.parse({ ...atSpace, welcome: lines }).welcome).toHaveLength(1999)
  expect(cancelSchema.parse({ id: atSpace.spaceId, message: 'a\u0000b' }).message).toBe('ab')
})

describe('each mistake has its sentence, on its field', () => {
  test.each([
    [{ ...atSpace, kind: 'party' }, { kind: 'kind_required' }],
    [{ ...atSpace, title: 'x'.repeat(121) }, { title: 'title_long' }],
    [{ ...atSpace, title: 'a\nb' }, { title: 'one_line' }],
    [{ ...atSpace, day: '2026-02-29' }, { day: 'day_invalid' }],
    [{ ...atSpace, start: '24:00' }, { start: 'time_invalid' }],
    [{ ...atSpace, end: '' }, { end: 'time_invalid' }],
    [{ ...atSpace, language: 'xx' }, { language: 'language_required' }],
    [{ ...atSpace, price: 'x'.repeat(81) }, { price: 'price_long' }],
    [{ ...atSpace, welcome: 'x'.repeat(2001) }, { welcome: 'welcome_long' }],
    [{ ...atSpace, spaceId: '' }, { spaceId: 'space_required' }],
    [{ ...atAddress, lat: '91', lng: '7' }, { lat: 'pin_invalid' }],
    [{ ...event, where: 'moon' }, { where: 'where_required' }],
    [event, { where: 'where_required' }],
    [
      { ...atSpace, day: 'soon', capacity: 'many' },
      { day: 'day_invalid', capacity: 'capacity_invalid' },
    ],
  ])('%#', (input, expected) => {
    expect(wrong(input)).toEqual(expected)
  })

  test.each(['0', '1001', '-1', '1.5', '1e3', 'ten'])('%s seats', (capacity) => {
    expect(wrong({ ...atSpace, capacity })).toEqual({ capacity: 'capacity_invalid' })
  })

  test.each([
    'http://meet.example.org/x',
    'javascript:alert(1)',
    'meet.example.org',
    'https://user:secret@meet.example.org',
    'https://localhost/x',
  ])('the link %s', (onlineUrl) => {
    expect(wrong({ ...online, onlineUrl })).toEqual({ onlineUrl: 'online_url_invalid' })
  })
})

test.each([
  ['Asia/Kathmandu', 'Asia/Kathmandu'],
  ['Mars/Olympus', null],
  [undefined, null],
])('the time zone %s of a browser is read as %s', (timeZone, expected) => {
  expect(eventSchema.parse({ ...online, timeZone })).toMatchObject({ timeZone: expected })
})
