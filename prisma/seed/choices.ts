import type { Question } from '@/lib/events/questions/schema'
import type { DemoEvent } from './events'

const DIET: Question = {
  ...{ id: 'diet', type: 'choice', text: 'Que mangez-vous ?', required: true },
  choices: ['De tout', 'Végétarien', 'Sans gluten'],
}
const LEVEL: Question = {
  ...{ id: 'level', type: 'text', text: 'Sur quoi aimeriez-vous avancer ?', choices: [], required: false },
}

/** What the hosts of the demo decided about their guests, by the kind of event. */
export function choicesOf({ kind }: Pick<DemoEvent, 'kind'>) {
  switch (kind) {
    case 'lunch':
      return { maxCompanions: 1, questions: [DIET] }
    case 'workshop':
      return { maxCompanions: 0, questions: [LEVEL] }
    case 'outside_work':
      return { maxCompanions: 3, questions: [] }
    case 'one_to_one':
      return { maxCompanions: 0, questions: [], approval: true }
    default:
      return { maxCompanions: 0, questions: [] }
  }
}

/** What a guest of the demo told the hosts: most come without a word. */
export function wordsOf({ kind }: Pick<DemoEvent, 'kind'>, position: number) {
  const firstTime = position % 5 === 2
  return {
    firstTime,
    note: firstTime ? 'Je viens d’arriver dans le coin, et je ne connais encore personne.' : '',
    answers: kind === 'lunch' ? { diet: DIET.choices[position % 4] ?? 'De tout' } : {},
  }
}
