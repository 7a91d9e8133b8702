import type { Greeter } from '@/lib/events/greeters/queries'
import { awaitedAt } from '@/lib/events/greeters/rules'
import { dayInFull, daysAway, timeOfDay } from '@/lib/events/when/rules'
import { directionsUrl } from '@/lib/geo/directions'
import { facts, hello, leave, letter, seeEvent, text } from '@/lib/mail/letters/rules'
import type { Outing, Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'

/** What a reminder knows beside the outing. */
export interface Reminder {
  outing: Outing
  /** IANA zone of the guest, when a browser said it. */
  zone: string | null
  /** First names of those they are glad to meet again, and who come too. */
  known: string[]
  /** Who awaits them, where it is their first time. */
  greeters: Greeter[]
}

/** "Demain", "aujourd’hui" or the day itself, at the clock of the place. */
function dayWords({ event }: Outing, { words, locale, now }: Sender): string {
  const days = daysAway(event.startsAt, event.timeZone, now)
  if (days === 0) return words('remindToday')
  return days === 1 ? words('remindTomorrow') : dayInFull(event.startsAt, event.timeZone, locale, now)
}

/** When and where, and the hour on the guest's own clock where that is another one. */
function remindedFacts({ outing, zone }: Reminder, sender: Sender): Block {
  const { startsAt, timeZone } = outing.event
  const there = timeOfDay(startsAt, timeZone, sender.locale)
  const here = zone ? timeOfDay(startsAt, zone, sender.locale) : there
  return facts(outing, sender, here === there ? [] : [[sender.words('yourTimeLabel'), here]])
}

/** "Ana vient aussi." Said where something is said anyway. */
function company({ known }: Reminder, { words, locale }: Sender): Block[] {
  if (known.length === 0) return []
  const names = new Intl.ListFormat(locale).format(known)
  return [text(words('remindKnown', { names, count: known.length }))]
}

/** Who awaits whoever comes for the first time, where, and how to know them. */
function awaited({ outing, greeters }: Reminder, { words, locale }: Sender): Block[] {
  const { startsAt, timeZone } = outing.event
  const time = timeOfDay(awaitedAt(startsAt), timeZone, locale)
  return greeters.map(({ firstName, ...about }) =>
    text(words('remindGreeter', { name: firstName, time, ...about })),
  )
}

function wayThere({ event }: Outing, { words }: Sender): Block[] {
  const { lat, lng } = event
  if (lat === null || lng === null) return []
  return [{ type: 'link', text: words('wayText'), label: words('wayLink'), url: directionsUrl({ lat, lng }) }]
}

export function dayBeforeLetter(reminder: Reminder, sender: Sender): Letter {
  const { outing } = reminder
  const { title } = outing.event
  const day = dayWords(outing, sender)
  return letter(sender, sender.words('remindSubject', { day, title }), [
    hello(outing, sender),
    text(sender.words('remindText', { title })),
    remindedFacts(reminder, sender),
    ...company(reminder, sender),
    ...awaited(reminder, sender),
    seeEvent(outing, sender),
    ...wayThere(outing, sender),
    leave(outing, sender),
  ])
}

/** Where people wait: still coming? Yes is one tap, and so is no. */
export function stillComingLetter(reminder: Reminder, waiting: number, sender: Sender): Letter {
  const { outing } = reminder
  const { title } = outing.event
  const { words } = sender
  return letter(sender, words('stillSubject', { day: dayWords(outing, sender), title }), [
    hello(outing, sender),
    text(words('stillText', { title, count: waiting })),
    remindedFacts(reminder, sender),
    ...company(reminder, sender),
    ...awaited(reminder, sender),
    { type: 'action', label: words('stillYes'), url: outing.links.coming },
    ...wayThere(outing, sender),
    leave(outing, sender),
  ])
}

export function hoursBeforeLetter(reminder: Reminder, sender: Sender): Letter {
  const { outing } = reminder
  const { title, startsAt, timeZone, lat } = outing.event
  const time = timeOfDay(startsAt, timeZone, sender.locale)
  return letter(sender, sender.words('soonSubject', { time, title }), [
    hello(outing, sender),
    text(sender.words(lat === null ? 'soonOnlineText' : 'soonText', { title, time })),
    remindedFacts(reminder, sender),
    ...awaited(reminder, sender),
    seeEvent(outing, sender),
    ...wayThere(outing, sender),
    leave(outing, sender),
  ])
}
