import { purgeCodes } from '@/lib/accounts/codes/commands'
import { purgeSessions } from '@/lib/accounts/sessions/commands'
import { now } from '@/lib/clock'
import { forgetCoffees } from '@/lib/coffees/commands'
import { drawRound } from '@/lib/coffees/rounds/commands'
import { queueAfterwords } from '@/lib/events/after/commands'
import { forgetWalkInNames } from '@/lib/events/checkin/commands'
import { topUpSeries } from '@/lib/events/series/commands'
import { forgetAnswers } from '@/lib/geocoding/commands'
import { forgetFiles } from '@/lib/imports/intake/commands'
import { purgeTakings } from '@/lib/limits/commands'
import { settleMinutes } from '@/lib/measures/minutes/commands'
import { forgetWays } from '@/lib/newcomers/commands'
import { forgetPast } from '@/lib/presence/commands'
import { queueReminders } from '@/lib/reminders/queue/commands'
import { queueRhythmLetters } from '@/lib/rhythm/commands'
import { forgetClaims } from '@/lib/spaces/claims/commands'
import { forgetTrials } from '@/lib/spaces/trials/commands'
import { forgetFaded } from '@/lib/wishes/commands'
import { draftWaiting } from '@/lib/wishes/drafts/commands'

interface Recurring {
  /** Five fields, UTC. */
  cron: string
  /** Safe to run twice: it is tried again when it fails. */
  run(): Promise<unknown>
}

/** Milliseconds that the file of a failed import stays, for whoever names its columns. */
const KEPT_FAILED = 7 * 24 * 3600 * 1000

/** What is done by the calendar. After a time without a worker, each is made up for once. */
export const RECURRING_TASKS: Record<string, Recurring> = {
  reminders: { cron: '*/5 * * * *', run: () => queueReminders() },
  afterwords: { cron: '*/10 * * * *', run: () => queueAfterwords() },
  hourly: { cron: '0 * * * *', run: sweep },
  // Each hour of the day is somebody's, in zones a quarter of an hour apart, too.
  rhythms: { cron: '2,17,32,47 * * * *', run: () => queueRhythmLetters() },
  // Friday morning: the week-end is there to answer in.
  coffees: { cron: '0 7 * * 5', run: () => drawRound(now()) },
  daily: { cron: '30 3 * * *', run: daily },
}

/** Forgets what is over: nobody has to remember to. The queue forgets its own finished jobs. */
async function sweep(): Promise<void> {
  const at = now()
  await purgeTakings(at)
  await purgeCodes(at)
  await purgeSessions(at)
  await forgetPast(at)
}

/** Once a day, in the quiet hours of Europe: one line for each thing that has to be done. */
async function daily(): Promise<void> {
  await topUpSeries(now())
  await forgetWalkInNames(now())
  await forgetFaded(now())
  await draftWaiting()
  await settleMinutes(now())
  await forgetCoffees(now())
  await forgetWays(now())
  await forgetAnswers(now())
  await forgetClaims(now())
  await forgetTrials(now())
  await forgetFiles(new Date(now().getTime() - KEPT_FAILED))
}
