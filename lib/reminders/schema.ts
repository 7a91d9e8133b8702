/** Before an outing: the day before (asking again who comes, where people wait), and two hours before. */
export const REMINDERS = ['day_before', 'hours_before'] as const

export type ReminderKind = (typeof REMINDERS)[number]
