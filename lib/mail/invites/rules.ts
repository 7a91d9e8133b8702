import type { OpenInvite } from '@/lib/events/hosts/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** Asks somebody to co-host. `link` is the page where they say yes or no. */
export function hostInviteLetter(
  { invitedBy, event }: Pick<OpenInvite, 'invitedBy' | 'event'>,
  link: string,
  { words, locale, instanceName, now }: Sender,
): Letter {
  const { title, startsAt, timeZone, placeName, city } = event
  const about = { host: invitedBy.name, title }
  const when = `${dayInFull(startsAt, timeZone, locale, now)}, ${timeOfDay(startsAt, timeZone, locale)}`
  const where = [placeName, city].filter(Boolean).join(', ')
  return {
    subject: words('hostInviteSubject', about),
    locale,
    blocks: [
      { type: 'text', text: words('hostInviteText', about) },
      {
        type: 'facts',
        facts: [
          [words('whenLabel'), when],
          ...(where ? [[words('whereLabel'), where] as [string, string]] : []),
        ],
      },
      { type: 'action', label: words('hostInviteAction'), url: link },
      { type: 'text', text: words('hostInviteUnknown') },
    ],
    footer: words('footer', { instance: instanceName }),
  }
}
