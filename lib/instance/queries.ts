import { now } from '@/lib/clock'
import { db, statement } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

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

/** Does the database answer a question, soon enough? Without Prisma, whose compiler of queries the first page is early enough for. */
export async function databaseAnswers(): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(resolve, PATIENCE, false as const)
  const answered = statement('ready', Prisma.sql`SELECT 1`).then(
    () => true,
    () => false,
  )
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}
