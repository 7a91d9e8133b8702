import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** A group of one's own has a new event. `page` is the event's. */
export function groupEventLetter(
  news: {
    member: { name: string }
    groupName: string
    organizerName: string
    event: { title: string; startsAt: Date; timeZone: string; placeName: string; city: string }
    page: string
  },
  { words, locale, instanceName, now }: Sender,
): Letter {
  const { event, groupName, organizerName } = news
  const { title, startsAt, timeZone } = event
  const when = `${dayInFull(startsAt, timeZone, locale, now)}, ${timeOfDay(startsAt, timeZone, locale)}`
  const where = [event.placeName, event.city].filter(Boolean).join(', ')
  return {
    subject: words('groupEventSubject', { group: groupName, title }),
    locale,
    blocks: [
      { type: 'text', text: words('greeting', { name: news.member.name }) },
      { type: 'text', text: words('groupEventText', { group: groupName, title }) },
      {
        type: 'facts',
        facts: [
          [words('whenLabel'), when],
          [words('whereLabel'), where || words('onlineLabel')],
          [words('hostLabel'), organizerName],
        ],
      },
      { type: 'action', label: words('seeEvent'), url: news.page },
    ],
    footer: words('footer', { instance: instanceName }),
  }
}
