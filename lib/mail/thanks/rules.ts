import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { hello, letter, text } from '@/lib/mail/letters/rules'
import type { Outing, Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'

/** What comes next, with its page. */
export interface Next {
  title: string
  startsAt: Date
  timeZone: string
  url: string
}

const dayAndHour = ({ startsAt, timeZone }: Next, { locale, now }: Sender) =>
  `${dayInFull(startsAt, timeZone, locale, now)}, ${timeOfDay(startsAt, timeZone, locale)}`

const whenOf = (next: Next, sender: Sender): Block => ({
  type: 'facts',
  facts: [[next.title, dayAndHour(next, sender)]],
})

/** The morning after, to whoever came. */
export function thanksLetter(outing: Outing, next: Next | null, sender: Sender): Letter {
  const { words } = sender
  const { title } = outing.event
  return letter(sender, words('thanksSubject', { title }), [
    hello(outing, sender),
    text(words('thanksText', { title, organizer: outing.organizerName })),
    ...(next
      ? [
          text(words('thanksNext')),
          whenOf(next, sender),
          { type: 'action' as const, label: words('seeEvent'), url: next.url },
        ]
      : [{ type: 'action' as const, label: words('seeOthers'), url: outing.links.explore }]),
  ])
}

interface Recap {
  hostName: string
  title: string
  came: number
  /** Somebody counted at the door; else those who said they would come. */
  counted: boolean
  /** The host's own page of the event, where it is done again with one tap. */
  page: string
  /** It comes back, or something else of theirs is to come. */
  next: Next | null
}

/** The morning after, to a host: how many came, and once more. */
export function recapLetter({ hostName, title, came, counted, page, next }: Recap, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('recapSubject', { title, count: came }), [
    text(words('greeting', { name: hostName })),
    text(words(counted ? 'recapCounted' : 'recapExpected', { title, count: came })),
    ...(next ? [text(words('recapNext')), whenOf(next, sender)] : [text(words('recapAgain'))]),
    { type: 'action', label: words(next ? 'recapSee' : 'recapDoAgain'), url: page },
  ])
}
