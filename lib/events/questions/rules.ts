import type { Question } from './schema'
import { MAX_QUESTIONS } from './terms'

/** Question id → answer, as a guest gave it. */
export type Answers = Record<string, string>

/**
 * The answers that belong to these questions, and what is wrong with them: question id → key of the `errors`
 * messages. Answers to questions that are no longer asked are dropped.
 */
export function checkAnswers(questions: Question[], given: Answers): { answers: Answers; errors: Answers } {
  const answers: Answers = {}
  const errors: Answers = {}
  for (const { id, type, required, choices } of questions) {
    const answer = given[id]?.trim() ?? ''
    if (answer === '') {
      if (required) errors[id] = 'answer_required'
    } else if (isPossible(type, choices, answer)) {
      answers[id] = answer
    } else {
      errors[id] = 'answer_unknown'
    }
  }
  return { answers, errors }
}

function isPossible(type: Question['type'], choices: string[], answer: string): boolean {
  if (type === 'choice') return choices.includes(answer)
  return type === 'text' || answer === 'yes' || answer === 'no'
}

/** The fields of an event's form that hold its questions. */
export function questionValues(questions: Question[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [index, { id, type, text, choices, required }] of questions.slice(0, MAX_QUESTIONS).entries()) {
    const slot = `question${index + 1}`
    values[slot] = text
    values[`${slot}Id`] = id
    values[`${slot}Type`] = type
    values[`${slot}Choices`] = choices.join('\n')
    if (required) values[`${slot}Required`] = 'on'
  }
  return values
}
