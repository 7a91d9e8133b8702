import { type CalendarEvent, eventCalendar } from '@/lib/calendar/ics'
import { now } from '@/lib/clock'
import { endOf } from '@/lib/coffees/rules'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { JobData, JobPayload } from '@/lib/jobs/schema'
import { partiesOf, sender, sendLetter } from '@/lib/mail/commands'
import type { Sender } from '@/lib/mail/letters/schema'
import { surelyUnsent } from '@/lib/mail/rules'
import type { Letter, OutgoingMail } from '@/lib/mail/schema'
import { type CoffeeForMail, coffeeDrinker, coffeeForMail } from './queries'
import {
  afterLetter,
  agreedLetter,
  coffeeLapsedLetter,
  coffeeReminderLetter,
  namesOf,
  offLetter,
  pausedLetter,
  proposedLetter,
  smallerLetter,
} from './rules'

export type CoffeeJob = Extract<
  JobPayload,
  {
    kind:
      | 'coffee_proposed'
      | 'coffee_agreed'
      | 'coffee_smaller'
      | 'coffee_lapsed'
      | 'coffee_off'
      | 'coffee_after'
  }
>

const pageOf = (locale: string, coffeeId?: string) =>
  `${env().appUrl}/${locale}/coffees${coffeeId ? `/${coffeeId}` : ''}`

/** Tells one of its people something about a coffee, while it is still so. Answers whether it was sent. */
export async function tellOfCoffee(job: CoffeeJob, jobId: string): Promise<boolean> {
  const found = await coffeeForMail(job.coffeeId, job.freelancerId, now())
  if (!found) return false
  const { person, coffee } = found
  const from = sender(person.locale)
  const letter = letterOf(job.kind, found, from)
  if (!letter) return false
  return sendLetter(letter, person, 'coffee', {
    messageKey: `job-${jobId}`,
    calendar: calendarFor(job.kind, found, namesOf(coffee, from)),
  })
}

function letterOf(
  kind: CoffeeJob['kind'],
  { person: { name, locale }, coffee }: CoffeeForMail,
  from: Sender,
): Letter | null {
  const told = { coffee, name, page: pageOf(locale, coffee.id) }
  const { standing, status, mine } = coffee
  switch (kind) {
    case 'coffee_proposed':
      return standing === 'open' && mine.answer === null ? proposedLetter(told, from) : null
    case 'coffee_agreed':
      return standing === 'agreed' ? agreedLetter(told, from) : null
    case 'coffee_smaller':
      return standing === 'agreed' ? smallerLetter(told, from) : null
    case 'coffee_lapsed':
      return coffeeLapsedLetter({ ...told, page: pageOf(locale) }, from)
    case 'coffee_off':
      return status === 'cancelled' ? offLetter({ ...told, page: pageOf(locale) }, from) : null
    case 'coffee_after':
      return coffee.toReport ? afterLetter(told, from) : null
  }
}

function calendarFor(
  kind: CoffeeJob['kind'],
  { person, coffee }: CoffeeForMail,
  names: string,
): OutgoingMail['calendar'] {
  const { start, space, minutes, timeZone, sequence, room, id } = coffee
  // The room opens on the coffee's own page, unless it is a link that somebody brought.
  const onlineUrl = room && (room.own ? pageOf(person.locale, id) : room.url)
  if (!start || (kind !== 'coffee_agreed' && kind !== 'coffee_smaller' && kind !== 'coffee_off'))
    return undefined
  const method = kind === 'coffee_off' ? 'CANCEL' : 'REQUEST'
  const title = names ? `${env().instanceName} · ${names}` : env().instanceName
  const event: CalendarEvent = {
    ...{
      id,
      title,
      startsAt: start,
      endsAt: endOf({ startsAt: start, minutes }),
      timeZone,
      sequence,
      onlineUrl,
    },
    ...{ placeName: space?.name ?? '', address: space?.street ?? '', city: space?.city ?? '' },
    ...{ lat: space?.lat ?? null, lng: space?.lng ?? null, updatedAt: now() },
    status: kind === 'coffee_off' ? 'cancelled' : 'published',
  }
  const content = eventCalendar(event, {
    ...{ appUrl: env().appUrl, method, stamp: now(), url: pageOf(person.locale, id) },
    parties: partiesOf(names || env().instanceName, { name: person.name, email: person.email }),
  })
  return { method, content }
}

/** Calls a coffee to mind at most once: claimed before it leaves, given back when surely nothing was sent. */
export async function remindOfCoffee({
  coffeeId,
  freelancerId,
}: JobData<'coffee_reminder'>): Promise<boolean> {
  const found = await coffeeForMail(coffeeId, freelancerId, now())
  const { start, standing } = found?.coffee ?? {}
  if (!found || standing !== 'agreed' || !start || start <= now()) return false
  const seat = { coffeeId, freelancerId }
  const { count } = await db.coffeeSeat.updateMany({
    where: { ...seat, remindedAt: null },
    data: { remindedAt: now() },
  })
  if (count === 0) return false
  try {
    const { person, coffee } = found
    const told = { coffee, name: person.name, page: pageOf(person.locale, coffeeId) }
    return await sendLetter(coffeeReminderLetter(told, sender(person.locale)), person, 'coffee', {
      messageKey: `coffee-reminder-${coffeeId}-${freelancerId}`,
    })
  } catch (error) {
    if (surelyUnsent(error)) await db.coffeeSeat.updateMany({ where: seat, data: { remindedAt: null } })
    throw error
  }
}

/** Tells somebody that they are drawn no more for now. Answers whether it was sent. */
export async function tellPaused(
  { freelancerId }: JobData<'coffee_paused'>,
  jobId: string,
): Promise<boolean> {
  const person = await coffeeDrinker(freelancerId)
  if (!person) return false
  const letter = pausedLetter({ name: person.name, page: pageOf(person.locale) }, sender(person.locale))
  return sendLetter(letter, person, 'coffee', { messageKey: `job-${jobId}` })
}
