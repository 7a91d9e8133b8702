import { purgeCodes } from '@/lib/accounts/codes/commands'
import { purgeSessions } from '@/lib/accounts/sessions/commands'
import { now } from '@/lib/clock'
import { queueAfterwords } from '@/lib/events/after/commands'
import { forgetWalkInNames } from '@/lib/events/checkin/commands'
import { topUpSeries } from '@/lib/events/series/commands'
import { purgeTakings } from '@/lib/limits/commands'
import { queueReminders } from '@/lib/reminders/queue/commands'

interface Recurring {
  /** Five fields, UTC. */
  cron: string
  /** Safe to run twice: it is tried again when it fails. */
  run(): Promise<unknown>
}

/** What is done by the calendar. After a time without a worker, each is made up for once. */
export const RECURRING_TASKS: Record<string, Recurring> = {
  reminders: { cron: '*/5 * * * *', run: () => queueReminders() },
  afterwords: { cron: '*/10 * * * *', run: () => queueAfterwords() },
  hourly: { cron: '0 * * * *', run: sweep },
  daily: { cron: '30 3 * * *', run: daily },
}

/** Forgets what is over: nobody has to remember to. The queue forgets its own finished jobs. */
async function sweep(): Promise<void> {
  const at = now()
  await purgeTakings(at)
  await purgeCodes(at)
  await purgeSessions(at)
}

/** Once a day, in the quiet hours of Europe: one line for each thing that has to be done. */
async function daily(): Promise<void> {
  await topUpSeries(now())
  await forgetWalkInNames(now())
}
