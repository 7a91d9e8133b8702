import type { OpenRequest } from '@/lib/events/greeters/queries'
import { awaitedAt } from '@/lib/events/greeters/rules'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** Asks somebody who comes whether they would greet. `link` is the event's page, where they say yes or no. */
export function greeterAskedLetter(
  { event, freelancer, recognise, meetAt }: OpenRequest,
  link: string,
  { words, locale, instanceName, now }: Sender,
): Letter {
  const { title, startsAt, timeZone, organizer } = event
  const at = awaitedAt(startsAt)
  const when = `${dayInFull(at, timeZone, locale, now)}, ${timeOfDay(at, timeZone, locale)}`
  return {
    subject: words('greeterAskedSubject', { title }),
    locale,
    blocks: [
      { type: 'text', text: words('greeting', { name: freelancer.name }) },
      { type: 'text', text: words('greeterAskedText', { host: organizer.name, title }) },
      {
        type: 'facts',
        facts: [
          [words('whenLabel'), when],
          [words('whereLabel'), meetAt],
          [words('greeterSign'), recognise],
        ],
      },
      { type: 'action', label: words('greeterAskedAction'), url: link },
      { type: 'text', text: words('greeterAskedFree') },
    ],
    footer: words('footer', { instance: instanceName }),
  }
}
