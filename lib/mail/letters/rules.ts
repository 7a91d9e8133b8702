import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { JobData } from '@/lib/jobs/schema'
import type { Block, Letter } from '@/lib/mail/schema'
import type { Outing, Sender } from './schema'

export function letter(sender: Sender, subject: string, blocks: Block[]): Letter {
  const footer = sender.words('footer', { instance: sender.instanceName })
  return { subject, locale: sender.locale, blocks, footer }
}

export const text = (words: string): Block => ({ type: 'text', text: words })

/** "jeudi 3 décembre, de 18 h 30 à 20 h 30", in the zone of the place. */
export function whenText({ event }: Pick<Outing, 'event'>, { locale, words, now }: Sender): string {
  const { startsAt, endsAt, timeZone } = event
  const from = timeOfDay(startsAt, timeZone, locale)
  const to = timeOfDay(endsAt, timeZone, locale)
  const day = dayInFull(startsAt, timeZone, locale, now)
  const lastDay = dayInFull(endsAt, timeZone, locale, now)
  return day === lastDay ? words('when', { day, from, to }) : words('whenDays', { day, from, lastDay, to })
}

export function facts(
  outing: Outing,
  sender: Sender,
  more: [string, string][] = [],
  dates: Outing[] = [outing],
): Block {
  const { event, organizerName } = outing
  const when = dates.map((date) => whenText(date, sender)).join('\n')
  const place = [event.placeName, event.address, event.city].filter(Boolean).join(', ')
  const rows: [string, string][] = [[sender.words('whenLabel'), when], ...more]
  if (place) rows.push([sender.words('whereLabel'), place])
  if (event.onlineUrl) rows.push([sender.words('onlineLabel'), event.onlineUrl])
  rows.push([sender.words('hostLabel'), organizerName])
  return { type: 'facts', facts: rows }
}

export const seeEvent = ({ links }: Outing, { words }: Sender): Block => ({
  type: 'action',
  label: words('seeEvent'),
  url: links.event,
})

const seeOthers = ({ links }: Outing, { words }: Sender): Block => ({
  type: 'action',
  label: words('seeOthers'),
  url: links.explore,
})

export const leave = ({ links }: Outing, { words }: Sender): Block => ({
  type: 'link',
  text: words('leaveText'),
  label: words('leaveLink'),
  url: links.leave,
})

export const hello = ({ guestName }: Outing, { words }: Sender) =>
  text(words('greeting', { name: guestName }))

/** Carries no word that the asker typed: anybody can type anybody's address. */
export function codeLetter(
  { code, link, eventTitle }: { code: string; link: string; eventTitle: string | null },
  sender: Sender,
): Letter {
  const { words, instanceName } = sender
  return letter(sender, words('codeSubject', { code, instance: instanceName }), [
    text(eventTitle ? words('codeForEvent', { title: eventTitle }) : words('codeIntro')),
    { type: 'code', code },
    { type: 'action', label: words('codeLink'), url: link },
    text(words('codeValid')),
    text(words('codeNotYou')),
  ])
}

export function confirmedLetter(outing: Outing, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('confirmedSubject', { title: outing.event.title }), [
    hello(outing, sender),
    text(words('confirmedText', { title: outing.event.title })),
    facts(outing, sender),
    seeEvent(outing, sender),
    text(words('calendarText')),
    leave(outing, sender),
  ])
}

/** No calendar entry: nobody should plan an evening on a place in a queue. */
export function waitlistedLetter(outing: Outing, place: number, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('waitlistedSubject', { title: outing.event.title }), [
    hello(outing, sender),
    text(words('waitlistedText', { title: outing.event.title, place })),
    facts(outing, sender),
    seeEvent(outing, sender),
    leave(outing, sender),
  ])
}

export function promotedLetter(outing: Outing, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('promotedSubject', { title: outing.event.title }), [
    hello(outing, sender),
    text(words('promotedText', { title: outing.event.title })),
    facts(outing, sender),
    seeEvent(outing, sender),
    text(words('calendarText')),
    leave(outing, sender),
  ])
}

/** The hosts let each guest in: nothing is certain yet. */
export function askedLetter(outing: Outing, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('askedSubject', { title: outing.event.title }), [
    hello(outing, sender),
    text(words('askedText', { title: outing.event.title, organizer: outing.organizerName })),
    facts(outing, sender),
    seeEvent(outing, sender),
    leave(outing, sender),
  ])
}

/** A seat that has to be taken before `until`, or goes on. No calendar entry yet. */
export function offeredLetter(outing: Outing, until: Date, sender: Sender): Letter {
  const { words, locale } = sender
  const { title, timeZone } = outing.event
  const time = timeOfDay(until, timeZone, locale)
  return letter(sender, words('offeredSubject', { title, time }), [
    hello(outing, sender),
    text(words('offeredText', { title, time })),
    facts(outing, sender),
    { type: 'action', label: words('offeredTake'), url: outing.links.confirm },
    leave(outing, sender),
  ])
}

export function lapsedLetter(outing: Outing, sender: Sender): Letter {
  const { words } = sender
  const { title } = outing.event
  return letter(sender, words('lapsedSubject', { title }), [
    hello(outing, sender),
    text(words('lapsedText', { title })),
    seeEvent(outing, sender),
  ])
}

export function cancelledLetter(
  outing: Outing,
  was: JobData<'rsvp_cancelled'>['was'],
  sender: Sender,
): Letter {
  const { words } = sender
  const { title } = outing.event
  return letter(sender, words('leftSubject', { title }), [
    hello(outing, sender),
    text(words(`left_${was}`, { title })),
    seeOthers(outing, sender),
  ])
}

export function removedLetter(outing: Outing, note: string, sender: Sender): Letter {
  const { words } = sender
  const { title } = outing.event
  return letter(sender, words('removedSubject', { title }), [
    hello(outing, sender),
    text(words('removedText', { title, organizer: outing.organizerName, when: whenText(outing, sender) })),
    ...quote(note),
    seeOthers(outing, sender),
  ])
}

/** What changed at an outing, or at several dates of one that comes back. */
export function changedLetter(
  outing: Outing,
  others: Outing[],
  what: JobData<'guest_told_change'>['what'],
  sender: Sender,
): Letter {
  const { words } = sender
  const { title } = outing.event
  const told = what.map((change) => words(`changed_${change}`))
  const changes = new Intl.ListFormat(sender.locale, { type: 'conjunction' }).format(told)
  return letter(sender, words('changedSubject', { title }), [
    hello(outing, sender),
    text(
      words(others.length > 0 ? 'changedDates' : 'changedText', {
        ...{ organizer: outing.organizerName, title, what: changes },
      }),
    ),
    facts(outing, sender, [], [outing, ...others]),
    seeEvent(outing, sender),
    ...(others.length > 0 ? [] : [leave(outing, sender)]),
  ])
}

/** An outing that is called off, or several dates of one that came back. */
export function eventCancelledLetter(outing: Outing, others: Outing[], sender: Sender): Letter {
  const { words } = sender
  const { title } = outing.event
  const dates = [outing, ...others].map((date) => whenText(date, sender))
  const told: Block[] =
    others.length > 0
      ? [text(words('eventCancelledDates', { title })), list(words('whenLabel'), dates)]
      : [text(words('eventCancelledText', { title, when: whenText(outing, sender) }))]
  return letter(sender, words('eventCancelledSubject', { title }), [
    hello(outing, sender),
    ...told,
    ...quote(outing.cancelMessage),
    seeOthers(outing, sender),
  ])
}

const list = (label: string, lines: string[]): Block => ({
  type: 'facts',
  facts: [[label, lines.join('\n')]],
})

const quote = (words: string): Block[] => (words.trim() ? [{ type: 'quote', text: words.trim() }] : [])
