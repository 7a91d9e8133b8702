import { describe, expect, it } from 'vitest'
import { rsvpDetailsSchema, rsvpFormSchema } from './schema'

const eventId = '01900000-0000-7000-8000-000000000000'

describe('a guest’s form', () => {
  it('means coming alone when nothing is said', () => {
    expect(rsvpFormSchema.parse({ eventId })).toEqual({ eventId, details: rsvpDetailsSchema.parse({}) })
  })

  it('gathers the answers from their fields', () => {
    const form = {
      eventId,
      partySize: '3',
      firstTime: 'on',
      note: ' a\r\nb ',
      answer_diet: 'aucun',
      'answer_"x': 'no',
    }
    expect(rsvpFormSchema.parse(form)).toEqual({
      eventId,
      details: { partySize: 3, firstTime: true, unlisted: false, note: 'a\nb', answers: { diet: 'aucun' } },
    })
  })

  it.each([
    ['partySize', '7', 'invalid'],
    ['partySize', '1e1', 'invalid'],
    ['note', 'x'.repeat(501), 'note_long'],
  ])('refuses %s = %.10s', (name, value, message) => {
    const { error } = rsvpFormSchema.safeParse({ eventId, [name]: value })
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[name, message]])
  })
})
