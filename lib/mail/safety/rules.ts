import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'

/** An outing as those it concerns may hear of it. */
export interface Watched {
  /** Of the person who is out. */
  name: string
  contactName: string
  startsAt: Date
  timeZone: string
  /** Null where the contact may not know. */
  where: string | null
  until: Date | null
}

/** A letter to somebody without an account: who names them and why, and the one link that ends it for good. */
function toStranger(sender: Sender, never: string, subject: string, blocks: Block[]): Letter {
  const { words, instanceName } = sender
  return {
    ...letter(sender, subject, blocks),
    footer: words('trustedFooter', { instance: instanceName }),
    footerLinks: [{ label: words('trustedNever'), url: never }],
  }
}

const time = (at: Date, zone: string, { locale }: Sender) => timeOfDay(at, zone, locale)

/** What the contact may know of where and until when; nothing, unless the person said so. */
function known({ where, until, timeZone }: Watched, sender: Sender): Block[] {
  const facts: [string, string][] = []
  if (where) facts.push([sender.words('whereLabel'), where])
  if (until) facts.push([sender.words('trustedUntilLabel'), time(until, timeZone, sender)])
  return facts.length > 0 ? [{ type: 'facts', facts }] : []
}

/** Somebody is out, and will say when they leave. */
export function tellLetter(watched: Watched, never: string, sender: Sender): Letter {
  const { words, locale, now } = sender
  const { name, contactName, startsAt, timeZone } = watched
  const day = dayInFull(startsAt, timeZone, locale, now)
  return toStranger(sender, never, words('trustedTellSubject', { name }), [
    text(words('greeting', { name: contactName })),
    text(words('trustedTellText', { name, day, time: time(startsAt, timeZone, sender) })),
    ...known(watched, sender),
    text(words('trustedTellPromise', { name })),
  ])
}

/** They did not say that they left. */
export function alarmLetter(watched: Watched, never: string, sender: Sender): Letter {
  const { words } = sender
  const { name, contactName } = watched
  return toStranger(sender, never, words('trustedAlarmSubject', { name }), [
    text(words('greeting', { name: contactName })),
    text(words('trustedAlarmText', { name })),
    ...known(watched, sender),
    text(words('trustedAlarmOnce', { name })),
  ])
}

/** They left, or were not there after all. */
export function closeLetter(watched: Watched, left: boolean, never: string, sender: Sender): Letter {
  const { words } = sender
  const { name, contactName } = watched
  return toStranger(sender, never, words(left ? 'trustedWellSubject' : 'trustedOffSubject', { name }), [
    text(words('greeting', { name: contactName })),
    text(words(left ? 'trustedWellText' : 'trustedOffText', { name })),
  ])
}

/** To the person themself: have you left? The second time it says what comes next. */
export function leftLetter(
  { name, contactName }: Pick<Watched, 'name' | 'contactName'>,
  { link, last }: { link: string; last: boolean },
  sender: Sender,
): Letter {
  const { words } = sender
  return letter(sender, words(last ? 'safeLastSubject' : 'safeSubject'), [
    text(words('greeting', { name })),
    text(words(last ? 'safeLastText' : 'safeText', { contact: contactName })),
    { type: 'action', label: words('safeAction'), url: link },
    text(words('safeLonger')),
  ])
}
