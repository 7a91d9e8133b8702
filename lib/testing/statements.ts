import pg from 'pg'
import { vi } from 'vitest'

/** What `work` answers, and how many statements it sent to the database. */
export async function countingStatements<T>(
  work: () => Promise<T>,
): Promise<[answer: T, statements: number]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const answer = await work()
    return [answer, sent.mock.calls.length]
  } finally {
    sent.mockRestore()
  }
}
