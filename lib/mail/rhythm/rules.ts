import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'
import type { SuggestedEvent } from '@/lib/suggestions/queries'
import type { Reason } from '@/lib/suggestions/rules'

function oneReason(
  reason: Reason,
  timeZone: string,
  { words, locale }: Pick<Sender, 'words' | 'locale'>,
): string {
  switch (reason.kind) {
    case 'known':
      return words('reasonKnown', { name: reason.name, times: reason.times })
    case 'interest':
      return words('reasonInterest', { interest: reason.interest })
    case 'walk':
      return words('reasonWalk', { minutes: reason.minutes })
    case 'way':
      return words('reasonWay', { km: reason.km })
    case 'people':
      return words('reasonPeople', { count: reason.count })
    case 'ends':
      return words('reasonEnds', { time: timeOfDay(reason.at, timeZone, locale) })
    case 'free':
      return words('reasonFree')
  }
}

/** Why an outing is suggested, in a line: "à 12 min à pied · 6 personnes · finit à 21 h". */
export function reasonWords(
  reasons: Reason[],
  { timeZone }: { timeZone: string },
  sender: Pick<Sender, 'words' | 'locale'>,
): string {
  const said = reasons.map((reason) => oneReason(reason, timeZone, sender))
  return said.join(' · ')
}

interface Told {
  name: string
  suggestions: SuggestedEvent[]
  /** Absolute address of an event's page. */
  pageOf: (event: { id: string; slug: string }) => string
  /** One's own outings, where the rhythm is changed. */
  outings: string
}

function ideas({ suggestions, pageOf }: Told, sender: Sender): Block[] {
  const { words, locale, now } = sender
  return suggestions.flatMap(({ event, reasons }): Block[] => {
    const { title, startsAt, timeZone, placeName, city } = event
    const at = new Date(startsAt)
    const when = `${dayInFull(at, timeZone, locale, now)}, ${timeOfDay(at, timeZone, locale)}`
    const where = [placeName, city].filter(Boolean).join(', ')
    return [
      {
        type: 'facts',
        facts: [
          [title, [`${when}${where ? ` · ${where}` : ''}`, reasonWords(reasons, event, sender)].join('\n')],
        ],
      },
      { type: 'link', text: title, label: words('seeEvent'), url: pageOf(event) },
    ]
  })
}

/** It has been a while: three things near. */
export function nudgeLetter(told: Told, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('nudgeSubject', { count: told.suggestions.length }), [
    text(words('greeting', { name: told.name })),
    text(words('nudgeText', { count: told.suggestions.length })),
    ...ideas(told, sender),
    text(words('notPaid')),
    { type: 'link', text: words('nudgeStops'), label: words('rhythmLink'), url: told.outings },
  ])
}

/** What is on this week, for those who asked. */
export function digestLetter(told: Told, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('digestSubject'), [
    text(words('greeting', { name: told.name })),
    text(words(told.suggestions.length > 0 ? 'digestText' : 'digestNothing')),
    ...ideas(told, sender),
    { type: 'link', text: words('digestWhy'), label: words('rhythmLink'), url: told.outings },
  ])
}
