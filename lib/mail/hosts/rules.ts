import { dayInFull } from '@/lib/events/when/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** Somebody asks to come, where hosts let each guest in. `list` is the page where the host answers. */
export function guestAsksLetter(
  asked: {
    host: { name: string }
    guestName: string
    partySize: number
    note: string
    firstTime: boolean
    event: { title: string; startsAt: Date; timeZone: string }
    list: string
  },
  { words, locale, instanceName, now }: Sender,
): Letter {
  const { title, startsAt, timeZone } = asked.event
  const about = {
    guest: asked.guestName,
    title,
    day: dayInFull(startsAt, timeZone, locale, now),
    others: asked.partySize - 1,
  }
  return {
    subject: words('guestAsksSubject', about),
    locale,
    blocks: [
      { type: 'text', text: words('greeting', { name: asked.host.name }) },
      { type: 'text', text: words('guestAsksText', about) },
      ...(asked.firstTime ? [{ type: 'text' as const, text: words('guestAsksFirst') }] : []),
      ...(asked.note ? [{ type: 'quote' as const, text: asked.note }] : []),
      { type: 'action', label: words('guestAsksAction'), url: asked.list },
    ],
    footer: words('footer', { instance: instanceName }),
  }
}
