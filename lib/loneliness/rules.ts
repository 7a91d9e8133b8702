/** Hardly ever, some of the time, often. */
export type Answer = 1 | 2 | 3

/** One check: the day (YYYY-MM-DD, on the phone's own calendar) and the three answers in the order of the questions. */
export type Check = { day: string; answers: [Answer, Answer, Answer] }

/** A check a month for thirty years. */
const MOST = 400

/**
 * Checks as a phone kept them, oldest first; none when they are not what was kept. No schema: they never leave the phone,
 * and it would have to load one for them.
 */
export function readChecks(kept: unknown): Check[] {
  return Array.isArray(kept) && kept.length <= MOST && kept.every(isCheck) ? kept : []
}

function isCheck(kept: Partial<Record<keyof Check, unknown>> | null): kept is Check {
  return typeof kept?.day === 'string' && isDay(kept.day) && readAnswers(kept.answers) !== null
}

const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))

/** The three answers, or null when one is missing. */
export function readAnswers(given: unknown): Check['answers'] | null {
  if (!Array.isArray(given) || given.length !== 3) return null
  const [first, second, third] = given
  return isAnswer(first) && isAnswer(second) && isAnswer(third) ? [first, second, third] : null
}

const isAnswer = (given: unknown): given is Answer => given === 1 || given === 2 || given === 3

/**
 * The three-item loneliness scale: Hughes, Waite, Hawkley and Cacioppo, "A Short Scale for Measuring Loneliness in Large
 * Surveys", Research on Aging 26(6), 2004. Three answers of 1 to 3, added up: 3 to 9.
 */
export const scoreOf = ({ answers }: Check): number => answers[0] + answers[1] + answers[2]

export const LOWEST = 3
export const HIGHEST = 9

/** From this score on, surveys that use the scale commonly speak of loneliness. It is no diagnosis. */
export const HIGH = 6

/** Days from one check to the next: the scale asks about a time, not about a day. */
const EVERY = 28

/** The first day on which the next check may be made, YYYY-MM-DD; null when it may be made on `today`. */
export function nextCheck(checks: Check[], today: string): string | null {
  const last = checks.at(-1)
  if (!last) return null
  const next = new Date(Date.parse(last.day) + EVERY * 86_400_000).toISOString().slice(0, 10)
  return next > today ? next : null
}

/** Where each check stands in a picture of `width` by `height`: by its day from left to right, a high score up. */
export function curve(
  checks: Check[],
  width: number,
  height: number,
): { x: number; y: number; score: number }[] {
  const days = checks.map(({ day }) => Date.parse(day))
  const [first = 0] = days
  const span = Math.max(1, (days.at(-1) ?? first) - first)
  return checks.map((check, i) => {
    const score = scoreOf(check)
    const x = checks.length === 1 ? width / 2 : (((days[i] ?? first) - first) / span) * width
    return { x, y: height - ((score - LOWEST) / (HIGHEST - LOWEST)) * height, score }
  })
}
