export const MAX_QUESTIONS = 5
export const MAX_CHOICES = 8
export const QUESTION_TYPES = ['text', 'choice', 'yes_no'] as const

export type QuestionType = (typeof QUESTION_TYPES)[number]
