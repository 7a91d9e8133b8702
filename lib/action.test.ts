import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { doneState, readForm, typed } from './action'

const schema = z
  .object({
    title: z.string('title_required').trim().min(1, 'title_required').max(10, 'title_long'),
    days: z.array(z.string().max(9)).max(7),
  })
  .refine(({ title, days }) => title !== 'never' || days.length === 0, 'days_clash')

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('reading a form', () => {
  it('gives what the schema makes of it', () => {
    const read = readForm(schema, form(['title', ' Lunch '], ['days', 'mon'], ['days', 'tue']), ['days'])
    expect(read).toEqual({ ok: true, data: { title: 'Lunch', days: ['mon', 'tue'] } })
  })

  it('makes a list of one value, and of none', () => {
    expect(readForm(schema, form(['title', 'x'], ['days', 'mon']), ['days'])).toMatchObject({
      data: { days: ['mon'] },
    })
    expect(readForm(schema, form(['title', 'x']), ['days'])).toMatchObject({ data: { days: [] } })
  })

  it('says one thing of each field', () => {
    const read = readForm(schema, form(['title', 'much too long'], ['days', 'mon'], ['days', 'tue']), [
      'days',
    ])
    expect(read).toEqual({ ok: false, errors: { title: 'title_long' }, message: undefined })
  })

  it('says of the whole form what belongs to no field', () => {
    const read = readForm(schema, form(['title', 'never'], ['days', 'mon']), ['days'])
    expect(read).toMatchObject({ ok: false, errors: {}, message: 'days_clash' })
  })

  it('takes the last of several values where one is expected, never a list or an object', () => {
    expect(readForm(schema, form(['title', 'first'], ['title', 'last']), ['days'])).toMatchObject({
      data: { title: 'last' },
    })
    expect(readForm(schema, form(['title[contains]', 'x']), ['days'])).toMatchObject({
      ok: false,
      errors: { title: 'title_required' },
    })
  })

  it('reads no file where a text is expected', () => {
    expect(readForm(schema, form(['title', new Blob(['x'])]), ['days'])).toMatchObject({ ok: false })
  })
})

it("hands back what was typed, and neither files nor the framework's own fields", () => {
  const sent = form(
    ['title', 'x'],
    ['$ACTION_ID', 'y'],
    ['photo', new Blob(['z'])],
    ['days', 'a'],
    ['days', 'b'],
  )
  expect(typed(sent)).toEqual({ title: 'x', days: ['a', 'b'] })
})

it('is empty again once it has done its work', () => {
  expect(doneState('there')).toEqual({ status: 'done', values: {}, errors: {}, value: 'there' })
})
