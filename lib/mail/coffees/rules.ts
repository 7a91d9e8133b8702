import { endOf } from '@/lib/coffees/rules'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'
import type { CoffeeForMail } from './queries'

interface Told {
  coffee: CoffeeForMail['coffee']
  name: string
  /** The coffee's own page, absolute. */
  page: string
}

const hello = (name: string, { words }: Sender) => text(words('greeting', { name }))

/** "Ana et Bob". */
export const namesOf = ({ others }: CoffeeForMail['coffee'], { locale }: Pick<Sender, 'locale'>) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(others.map(({ firstName }) => firstName))

const moment = (at: Date, timeZone: string, { locale, now }: Sender) =>
  `${dayInFull(at, timeZone, locale, now)}, ${timeOfDay(at, timeZone, locale)}`

function where({ space, kind }: CoffeeForMail['coffee'], { words }: Sender): [string, string][] {
  if (kind === 'online') return [[words('whereLabel'), words('onlineLabel')]]
  if (!space) return []
  return [[words('whereLabel'), [space.name, space.street, space.city].filter(Boolean).join(', ')]]
}

/** Who they are, in a line each: a trade, and what both like. */
function company({ others }: CoffeeForMail['coffee'], { words, locale }: Sender): Block {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    type: 'facts',
    facts: others.map(({ firstName, trade, shared }) => [
      firstName,
      [
        trade || words('coffeeFreelancer'),
        shared.length > 0 && words('coffeeShared', { what: list.format(shared) }),
      ]
        .filter(Boolean)
        .join('\n'),
    ]),
  }
}

/** Would you have a coffee with them? */
export function proposedLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  const { timeZone, options, decideBy } = coffee
  const kind = coffee.welcome ? 'welcome' : coffee.kind
  const names = namesOf(coffee, sender)
  return letter(sender, words('coffeeProposedSubject', { kind, names }), [
    hello(name, sender),
    text(words('coffeeProposedText', { kind, names })),
    company(coffee, sender),
    {
      type: 'facts',
      facts: [
        ...where(coffee, sender),
        [words('coffeeTimes'), options.map((at) => moment(at, timeZone, sender)).join('\n')],
      ],
    },
    { type: 'action', label: words('coffeeAnswer'), url: page },
    text(words('coffeeSilent', { until: moment(decideBy, timeZone, sender) })),
  ])
}

function when({ start, timeZone, minutes }: CoffeeForMail['coffee'], { words, locale, now }: Sender): string {
  if (!start) return ''
  const [from, to] = [start, endOf({ startsAt: start, minutes })].map((at) => timeOfDay(at, timeZone, locale))
  return words('when', { day: dayInFull(start, timeZone, locale, now), from: from ?? '', to: to ?? '' })
}

const agreedFacts = (coffee: CoffeeForMail['coffee'], sender: Sender): Block => ({
  type: 'facts',
  facts: [[sender.words('whenLabel'), when(coffee, sender)], ...where(coffee, sender)],
})

/** Everybody said yes: who, when and where, with an entry for the calendar. */
export function agreedLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  const names = namesOf(coffee, sender)
  return letter(sender, words('coffeeAgreedSubject', { kind: coffee.kind, names }), [
    hello(name, sender),
    text(words('coffeeAgreedText', { kind: coffee.kind, names })),
    agreedFacts(coffee, sender),
    company(coffee, sender),
    { type: 'action', label: words('coffeeSee'), url: page },
    text(words('calendarText')),
  ])
}

/** One of three cannot come: the two others still meet. */
export function smallerLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  const names = namesOf(coffee, sender)
  return letter(sender, words('coffeeSmallerSubject', { kind: coffee.kind, names }), [
    hello(name, sender),
    text(words('coffeeSmallerText', { names })),
    agreedFacts(coffee, sender),
    { type: 'action', label: words('coffeeSee'), url: page },
  ])
}

/** The evening before. */
export function coffeeReminderLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  const names = namesOf(coffee, sender)
  return letter(sender, words('coffeeReminderSubject', { kind: coffee.kind, names }), [
    hello(name, sender),
    text(words('coffeeReminderText', { names })),
    agreedFacts(coffee, sender),
    { type: 'action', label: words('coffeeSee'), url: page },
  ])
}

/** To those who had said yes. Why it came to nothing is nobody's to know. */
export function coffeeLapsedLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('coffeeLapsedSubject', { kind: coffee.kind }), [
    hello(name, sender),
    text(words('coffeeLapsedText', { kind: coffee.kind })),
    { type: 'action', label: words('coffeeOutings'), url: page },
  ])
}

/** It was agreed, and is off. */
export function offLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('coffeeOffSubject', { kind: coffee.kind, when: when(coffee, sender) }), [
    hello(name, sender),
    text(words('coffeeOffText', { kind: coffee.kind, when: when(coffee, sender) })),
    { type: 'action', label: words('coffeeOutings'), url: page },
  ])
}

/** Afterwards: did it take place? */
export function afterLetter({ coffee, name, page }: Told, sender: Sender): Letter {
  const { words } = sender
  const names = namesOf(coffee, sender)
  return letter(sender, words('coffeeAfterSubject', { names }), [
    hello(name, sender),
    text(words('coffeeAfterText', { names })),
    { type: 'action', label: words('coffeeSay'), url: page },
  ])
}

/** Drawn no more for a while, until they say so. */
export function pausedLetter({ name, page }: Omit<Told, 'coffee'>, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('coffeePausedSubject'), [
    hello(name, sender),
    text(words('coffeePausedText')),
    { type: 'action', label: words('coffeeResume'), url: page },
  ])
}
