import { describe, expect, it } from 'vitest'
import { checkAnswers, questionValues } from './rules'
import { type Question, questionFields } from './schema'

const diet: Question = {
  ...{ id: 'diet', type: 'choice', text: 'Régime ?', required: true },
  choices: ['aucun', 'végétarien'],
}
const bike: Question = { id: 'bike', type: 'yes_no', text: 'À vélo ?', choices: [], required: false }
const word: Question = { id: 'word', type: 'text', text: 'Autre ?', choices: [], required: false }

describe('answers', () => {
  it('are kept as given, trimmed; what nobody asks any more is dropped', () => {
    const given = { diet: 'aucun', bike: 'no', word: ' rien ', gone: 'x' }
    expect(checkAnswers([diet, bike, word], given)).toEqual({
      answers: { diet: 'aucun', bike: 'no', word: 'rien' },
      errors: {},
    })
  })

  it.each([
    [{}, { diet: 'answer_required' }],
    [{ diet: '  ' }, { diet: 'answer_required' }],
    [{ diet: 'frites' }, { diet: 'answer_unknown' }],
    [{ diet: 'aucun', bike: 'oui' }, { bike: 'answer_unknown' }],
    [{ diet: 'aucun' }, {}],
  ])('%j: %j', (given, errors) => {
    expect(checkAnswers([diet, bike, word], given).errors).toEqual(errors)
  })
})

it('questions come back from their form as they were', () => {
  const questions = [diet, bike, word]
  expect(questionFields.parse(questionValues(questions))).toEqual(questions)
})
