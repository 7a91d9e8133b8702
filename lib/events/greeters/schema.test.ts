import { expect, it } from 'vitest'
import { greeterSchema, shySchema } from './schema'

const said = {
  ...{
    eventId: '01890000-0000-7000-8000-000000000000',
    freelancerId: '01890000-0000-7000-8000-000000000001',
  },
  ...{ recognise: ' foulard rouge ', meetAt: 'devant le comptoir' },
}

it('takes what a form sends', () => {
  expect(greeterSchema.parse(said)).toMatchObject({ recognise: 'foulard rouge', everyDate: false })
  expect(greeterSchema.parse({ ...said, everyDate: 'on' }).everyDate).toBe(true)
  expect(shySchema.parse({ eventId: said.eventId, shy: 'no' }).shy).toBe(false)
})

it.each([
  ['freelancerId', '', 'greeter_required'],
  ['recognise', ' ', 'recognise_required'],
  ['recognise', 'x'.repeat(121), 'greeter_words_long'],
  ['recognise', 'un\ndeux', 'one_line'],
  ['meetAt', '', 'meet_at_required'],
  ['meetAt', 'x'.repeat(121), 'greeter_words_long'],
])('refuses %s = %j', (name, value, message) => {
  const { error } = greeterSchema.safeParse({ ...said, [name]: value })
  expect(error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[name, message]])
})
