import { describe, expect, it } from 'vitest'
import { idleFor, jobRow, MAX_ATTEMPTS, nextAttempt } from './rules'
import { jobSchema } from './schema'

const now = new Date('2026-12-01T10:00:00Z')
const secondsAfter = (attempts: number) => {
  const next = nextAttempt(attempts, now)
  return next && (next.getTime() - now.getTime()) / 1000
}

describe('nextAttempt', () => {
  it('doubles the pause, then gives up', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(secondsAfter)).toEqual([30, 60, 120, 240, 480, 960, 1920])
    expect(nextAttempt(MAX_ATTEMPTS, now)).toBeNull()
  })
})

describe('idleFor', () => {
  it('sleeps until the next job, never longer than told', () => {
    expect(idleFor(new Date('2026-12-01T10:00:02Z'), now, 15_000)).toBe(2000)
    expect(idleFor(new Date('2026-12-01T11:00:00Z'), now, 15_000)).toBe(15_000)
    expect(idleFor(null, now, 15_000)).toBe(15_000)
  })

  it('does not sleep when a job is overdue', () => {
    expect(idleFor(new Date('2026-12-01T09:00:00Z'), now, 15_000)).toBe(0)
  })
})

describe('jobRow', () => {
  it('is a row that the worker can read, due at once unless told', () => {
    const codeId = '01890a5d-ac96-774b-bcce-b302099a8057'
    const row = jobRow('sign_in_code', { codeId })
    expect(row).toEqual({ kind: 'sign_in_code', payload: { kind: 'sign_in_code', codeId } })
    expect(jobSchema.parse(row.payload)).toEqual(row.payload)
    expect(jobRow('sign_in_code', { codeId }, now)).toEqual({ ...row, runAt: now })
  })
})
