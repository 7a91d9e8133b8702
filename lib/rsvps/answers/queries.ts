import { questionsOf } from '@/lib/events/questions/queries'
import { type Answers, checkAnswers } from '@/lib/events/questions/rules'
import { ok, type Result, refuse } from '@/lib/result'

export type AnswerRefusal = 'unanswered' | 'answer_unknown'

/** The answers that an event's hosts asked for; refused when one is missing or none of the choices. */
export async function settleAnswers(
  eventId: string,
  given: Answers,
): Promise<Result<Answers, AnswerRefusal>> {
  const { answers, errors } = checkAnswers(await questionsOf(eventId), given)
  const wrong = Object.values(errors)
  if (wrong.includes('answer_unknown')) return refuse('answer_unknown')
  return wrong.length > 0 ? refuse('unanswered') : ok(answers)
}

/** What is wrong with each answer, by the name of its field. */
export async function answerErrors(eventId: string, given: Answers): Promise<Record<string, string>> {
  const { errors } = checkAnswers(await questionsOf(eventId), given)
  return Object.fromEntries(Object.entries(errors).map(([id, error]) => [`answer_${id}`, error]))
}
