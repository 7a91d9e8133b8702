import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { questionsOf } from '@/lib/events/questions/queries'
import { makeEvent } from '@/lib/testing/makers'
import { answerErrors, settleAnswers } from './queries'

const diet = { id: 'diet', type: 'text', text: 'Un régime ?', choices: [], required: true }
const car = { id: 'car', type: 'yes_no', text: 'En voiture ?', choices: [], required: false }
const asking = async () => (await makeEvent({ questions: [diet, car] })).id

test('the questions of an event, in their order; none where none are asked', async () => {
  expect(await questionsOf(await asking())).toEqual([diet, car])
  expect(await questionsOf((await makeEvent()).id)).toEqual([])
  expect(await questionsOf(randomUUID())).toEqual([])
})

test.each([
  [
    { diet: 'végan', car: 'yes', other: 'x' },
    { ok: true, value: { diet: 'végan', car: 'yes' } },
  ],
  [{ car: 'yes' }, { ok: false, reason: 'unanswered' }],
  [{ car: 'perhaps' }, { ok: false, reason: 'answer_unknown' }],
])('%o: %o', async (given, outcome) => {
  expect(await settleAnswers(await asking(), given)).toEqual(outcome)
})

test('what is wrong is said at the field of its question', async () => {
  const eventId = await asking()
  expect(await answerErrors(eventId, { car: 'perhaps' })).toEqual({
    ...{ answer_diet: 'answer_required', answer_car: 'answer_unknown' },
  })
  expect(await answerErrors(eventId, { diet: 'végan' })).toEqual({})
})
