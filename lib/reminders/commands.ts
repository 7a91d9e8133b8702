import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { greetedBy } from '@/lib/events/greeters/queries'
import type { JobData } from '@/lib/jobs/schema'
import { guestLetterOf, sendLetter } from '@/lib/mail/commands'
import { surelyUnsent } from '@/lib/mail/rules'
import { pushToAll, ringer } from '@/lib/push/commands'
import { reminderNotice } from '@/lib/push/notices/rules'
import type { Send } from '@/lib/push/service'
import {
  dayBeforeLetter,
  hoursBeforeLetter,
  type Reminder,
  stillComingLetter,
} from '@/lib/reminders/letters/rules'
import { ok, type Result, refuse } from '@/lib/result'
import { rsvpForMail, rsvpOfToken } from '@/lib/rsvps/queries'
import { wants } from '@/lib/settings/queries'
import { tiesComing } from '@/lib/ties/coming/queries'
import { askedAgain } from './queries'
import { comingPage, hasReconfirmed, isUseful } from './rules'

type ReminderJob = JobData<'reminder'>
type Guest = NonNullable<Awaited<ReturnType<typeof rsvpForMail>>>

/**
 * Sends a reminder at most once: it is claimed, and that is committed, before anything leaves. Dying in between loses
 * it; only when the mail server surely took nothing is the claim given back, and the job tried again. What is no longer
 * so by now (moved, left, cancelled, too late) is not said.
 */
export async function remind(job: ReminderJob, send?: Send): Promise<boolean> {
  const guest = await rsvpForMail(job.rsvpId)
  if (!guest || !stands(guest, job)) return false
  const notice = { rsvpId: job.rsvpId, kind: job.about, startsAt: new Date(job.startsAt) }
  const { count } = await db.notice.updateMany({
    where: { ...notice, claimedAt: null },
    data: { claimedAt: now() },
  })
  if (count === 0) return false
  try {
    await sendReminder(guest, job, send)
  } catch (error) {
    if (surelyUnsent(error)) await db.notice.updateMany({ where: notice, data: { claimedAt: null } })
    throw error
  }
  return true
}

function stands({ status, quiet, event }: Guest, { about, startsAt }: ReminderJob): boolean {
  const sameStart = event.startsAt.getTime() === Date.parse(startsAt)
  return (
    status === 'going' &&
    !quiet &&
    event.status === 'published' &&
    sameStart &&
    isUseful(about, event.startsAt, now())
  )
}

/** The mail, then what rings. Where others wait, the day before's reminder asks. */
async function sendReminder(guest: Guest, { about, startsAt }: ReminderJob, send?: Send): Promise<void> {
  const { outing, sender, to } = guestLetterOf(guest)
  const waiting = about === 'day_before' ? await waitingBehind(guest.id) : 0
  const known = about === 'day_before' ? await tiesComing(guest.freelancerId, guest.eventId, now()) : []
  const greeting = await greetedBy(guest.freelancerId, guest.eventId, now())
  const greeters = greeting?.greeters ?? []
  const reminder: Reminder = { outing, zone: guest.freelancer.user.timeZone, known, greeters }
  const letter =
    about === 'hours_before'
      ? hoursBeforeLetter(reminder, sender)
      : waiting > 0
        ? stillComingLetter(reminder, waiting, sender)
        : dayBeforeLetter(reminder, sender)
  const messageKey = `reminder-${guest.id}-${about}-${Date.parse(startsAt)}`
  await sendLetter(letter, to, 'reminder', { messageKey })
  if (!(await wants(to.id, 'reminder', 'push'))) return
  const notice = reminderNotice(guest.id, about, outing, waiting > 0, ringer(sender.locale))
  await pushToAll(to.id, notice, guest.event.startsAt, send)
}

/** How many wait for a seat like this guest's; 0 once the guest has said that they still come. */
async function waitingBehind(rsvpId: string): Promise<number> {
  const { waiting, reconfirmedAt, startsAt } = await askedAgain(rsvpId)
  return hasReconfirmed(reconfirmedAt, startsAt) ? 0 : waiting
}

/** "Yes, I still come", from the mail's page. Saying it again changes nothing. */
export async function reconfirmByToken(token: string): Promise<Result<undefined, 'not_found' | 'closed'>> {
  const rsvp = await rsvpOfToken(token)
  if (!rsvp) return refuse('not_found')
  if (comingPage(rsvp, now()) !== 'ask') return refuse('closed')
  const { eventId, freelancerId } = rsvp
  const { count } = await db.rsvp.updateMany({
    where: { eventId, freelancerId, status: 'going' },
    data: { reconfirmedAt: now() },
  })
  return count > 0 ? ok() : refuse('closed')
}
