import { expect, it } from 'vitest'
import { guestSettingsSchema } from './schema'

it('nothing said is the plain event: alone, unasked, seen by members', () => {
  expect(guestSettingsSchema.parse({ title: 'not ours' })).toEqual({
    ...{ maxCompanions: 0, approval: false, hideAddress: false, listVisibility: 'members', questions: [] },
  })
})

it('takes what a form sends', () => {
  const form = {
    maxCompanions: '5',
    approval: 'on',
    hideAddress: 'on',
    listVisibility: 'hosts',
    question1: 'Quoi ?',
  }
  expect(guestSettingsSchema.parse(form)).toMatchObject({
    ...{ maxCompanions: 5, approval: true, hideAddress: true, listVisibility: 'hosts' },
    questions: [{ text: 'Quoi ?' }],
  })
})

it.each([
  ['maxCompanions', '6', 'companions_invalid'],
  ['maxCompanions', '-1', 'companions_invalid'],
  ['listVisibility', 'everybody', 'invalid'],
])('refuses %s = %s', (name, value, message) => {
  const { error } = guestSettingsSchema.safeParse({ [name]: value })
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[name, message]])
})
