import { now } from '@/lib/clock'
import { db } from '@/lib/db'

let answer: { demo: boolean; until: number } | null = null

/** Does this instance show invented people and places? Asked of the database at most once a minute. */
export async function hasDemoData(): Promise<boolean> {
  const time = now().getTime()
  if (answer && time < answer.until) return answer.demo
  const found = await db.freelancer.findFirst({ where: { demo: true }, select: { id: true } })
  answer = { demo: found !== null, until: time + 60_000 }
  return answer.demo
}

/** Milliseconds: who asks whether we are ready does not wait longer. */
const PATIENCE = 2_000

/** Does the database answer a question, soon enough? */
export async function databaseAnswers(): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, PATIENCE, false as const)
  const answered = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}
